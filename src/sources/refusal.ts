import { fileTrouble, isGeneral } from '../ledger/file-trouble.ts';
import { Problem } from '../ledger/problem.ts';
import type { EvidenceFile } from './contract.ts';

/** Something that lies in the folder and is not read, with the reason. The rest goes on. */
export interface Refusal {
	readonly path: string;
	/** `refused`: a person should know; `ignored`: files that systems and editors leave behind. */
	readonly fate: 'refused' | 'ignored';
	readonly problem: Problem;
}

export function isRefusal(found: EvidenceFile | Refusal): found is Refusal {
	return 'problem' in found;
}

export function refused(path: string, code: string, facts: Readonly<Record<string, string>> = {}): Refusal {
	return { path, fate: 'refused', problem: new Problem('evidence', code, { file: path, ...facts }) };
}

export function ignored(path: string, code: string): Refusal {
	return { path, fate: 'ignored', problem: new Problem('evidence', code, { file: path }) };
}

/** What was thrown at a file as the reason why it is not read; a bug stays a bug, and so does what is no fault of the file. */
export function failed(path: string, cause: unknown): Refusal {
	if (cause instanceof Problem) return { path, fate: 'refused', problem: cause };
	if (isGeneral(cause)) throw fileTrouble(cause, path);
	if (!(cause instanceof Error && 'code' in cause)) throw cause;
	const problem = new Problem('evidence', 'evidence.unreadable', { file: path, fault: String(cause.code) }, cause);
	return { path, fate: 'refused', problem };
}

/** Files that systems and editors leave behind: hidden ones, lock files of open documents, thumbnails. */
export function isLeftBehind(name: string): boolean {
	return name.startsWith('.') || name.startsWith('~$') || /^(__MACOSX|Thumbs\.db|desktop\.ini)$/i.test(name);
}
