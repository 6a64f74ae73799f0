import type { Facts } from '../../ledger/problem.ts';
import type { Listed } from '../../reports/custody/types.ts';

/** One thing that is not as it was recorded: a sentence of the catalogue and what it quotes. */
export interface Difference {
	readonly code: string;
	readonly facts: Facts;
}

/** One check that was made. */
export interface Check {
	/** What was held against what: `verify.check.<id>` in the catalogue. */
	readonly id: 'files' | 'inputs' | 'law' | 'register' | 'decisions' | 'settings' | 'store' | 'results' | 'rejects';
	/** Which folder, where there are several. */
	readonly folder: string;
	/** How many things were compared. */
	readonly compared: number;
	readonly differences: readonly Difference[];
}

export interface Verification {
	readonly case: string;
	readonly run: string;
	/** Name and version that computed what is checked, as the manifest says; '' where it cannot be read. */
	readonly program: string;
	/** SHA-256 of SHA256SUMS as it lies there; '' where there is none. */
	readonly seal: string;
	readonly checks: readonly Check[];
	/** What limits what was checked. */
	readonly notes: readonly Difference[];
}

/** Whether nothing differs. */
export function isEqual({ checks }: Verification): boolean {
	return checks.every(({ differences }) => differences.length === 0);
}

/** Files as they were recorded against the files as they are. */
export function listDifferences(recorded: readonly Listed[], present: readonly Listed[]): Difference[] {
	const now = new Map(present.map((file) => [file.name, file]));
	const then = new Set(recorded.map(({ name }) => name));
	const differences = recorded.flatMap((file) => fileDifferences(file, now.get(file.name)));
	for (const { name } of present)
		if (!then.has(name)) differences.push({ code: 'verify.added', facts: { file: name } });
	return differences;
}

/** A file as it was recorded against the file as it is. */
export function fileDifferences(then: Listed, now: Listed | undefined): Difference[] {
	const { name: file, size, sha256 } = then;
	if (now === undefined) return [{ code: 'verify.missing', facts: { file, size, sha256 } }];
	if (now.sha256 === '' && sha256 !== '') return [{ code: 'verify.unreadable', facts: { file } }];
	if (now.sha256 !== sha256 || now.size !== size)
		return [{ code: 'verify.changed', facts: { file, size, sha256, sizeNow: now.size, sha256Now: now.sha256 } }];
	// The bytes are the same, so the record of them is not what it was.
	return now.sm3 === then.sm3 ? [] : [{ code: 'verify.sm3', facts: { file, sm3: then.sm3, sm3Now: now.sm3 } }];
}
