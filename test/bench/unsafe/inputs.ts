import type { Listed } from '../../../src/reports/custody/types.ts';
import type { Beginning } from '../../../src/run/custody/inputs.ts';

/** Inputs that nobody lists. */
export async function beginningOf(): Promise<Beginning> {
	return { own: [], evidence: new Map() };
}

export async function inputsOf(): Promise<Listed[]> {
	return [];
}

export async function inputsRead(): Promise<Listed[]> {
	return [];
}

export async function shippedLaw(): Promise<Listed[]> {
	return [];
}
