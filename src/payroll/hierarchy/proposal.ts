import { hash } from 'node:crypto';

/** `h` + 16 hex digits. The same for the same proposal, however much evidence comes to it. */
export function proposalId(...parts: readonly (string | number)[]): string {
	return `h${hash('sha256', parts.join('|')).slice(0, 16)}`;
}

/**
 * How sure a proposal is after `fits` of `all` observations fitted it: Laplace's rule of succession, (s + 1) / (n + 2)
 * (Théorie analytique des probabilités, 1812). Few observations never make it sure. To six decimals, so that it is
 * printed the same everywhere.
 */
export function confidenceOf(fits: number, all: number): number {
	return six((fits + 1) / (all + 2));
}

export function six(value: number): number {
	return Number(value.toFixed(6));
}

/** Fen as yuan with two decimals. */
export function yuanText(fen: bigint): string {
	return `${fen / 100n}.${(fen % 100n).toString().padStart(2, '0')}`;
}

/** Minutes after midnight as `HH:MM`. */
export function hourText(minute: number): string {
	return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
