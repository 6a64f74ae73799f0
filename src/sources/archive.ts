/** What every kind of archive has in common: members, the check of their names, and the limits on what comes out. */
import { Problem } from '../ledger/problem.ts';

export interface Member {
	/** With `/` between parts. Not yet checked: see `nameFault`. */
	readonly name: string;
	/** As the archive declares it, within the limits; `bytes` enforces it. Undefined where only unpacking tells. */
	readonly size?: number;
	readonly link: boolean;
	/** Unpacks the member from its start. @throws Problem `evidence.zip-…`, `evidence.archive-…` */
	bytes(): AsyncIterable<Uint8Array>;
}

const MEMBERS_MAX = 50_000;
/** DEFLATE reaches 1032:1 on zeros; text tables stay below 50:1. Small members may be as repetitive as they like. */
const RATIO_MAX = 250;
const RATIO_FREE_BYTES = 8 << 20;

/** @throws Problem `evidence.zip-bomb` */
export function checkCount(path: string, members: number): void {
	if (members > MEMBERS_MAX) throw bomb(path, 'members', members, MEMBERS_MAX);
}

/** @throws Problem `evidence.zip-bomb` */
export function checkTotal(path: string, bytes: number, most: number): void {
	if (bytes > most) throw bomb(path, 'bytes', bytes, most);
}

/** @throws Problem `evidence.zip-bomb` where so few packed bytes cannot honestly become so many */
export function checkRatio(path: string, size: number, packed: number): void {
	if (size > RATIO_FREE_BYTES && size > packed * RATIO_MAX) {
		throw bomb(path, 'ratio', Math.round(size / Math.max(1, packed)), RATIO_MAX);
	}
}

export function bomb(
	path: string,
	limit: 'members' | 'bytes' | 'ratio' | 'overlap',
	found: number,
	most: number,
): Problem {
	return new Problem('evidence', 'evidence.zip-bomb', { file: path, limit, found, most });
}

/** Why a member's name must not be used as a path, if it must not: it is absolute, or leads out of the folder. */
export function nameFault(name: string): 'absolute' | 'escape' | 'malformed' | undefined {
	if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) return 'absolute';
	const parts = name.split('/');
	if (parts.includes('..')) return 'escape';
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
	if (parts.some((part) => part === '' || part === '.') || /[\u0000-\u001f\u007f]/.test(name)) return 'malformed';
	return undefined;
}
