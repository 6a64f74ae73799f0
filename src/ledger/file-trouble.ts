import { Problem } from './problem.ts';

/** What the system says of a file or folder, by what a person can do about it. Anything else it says may well be a bug of ours. */
const CODES: Readonly<Record<string, string>> = {
	ENOSPC: 'files.full',
	EDQUOT: 'files.full',
	EFBIG: 'files.full',
	EACCES: 'files.refused',
	EPERM: 'files.refused',
	EROFS: 'files.refused',
	EMFILE: 'files.too-many',
	ENFILE: 'files.too-many',
	EIO: 'files.broken',
	ENXIO: 'files.broken',
	ENODEV: 'files.broken',
	ESTALE: 'files.broken',
	ETIMEDOUT: 'files.broken',
};

/**
 * Says what the system's error about a file means to a person: no room, no right, no handle left, a disk or share that
 * fails. What is not expected trouble is returned as it came.
 *
 * @param path of the file, where the error itself names none
 * @returns Problem `files.full`, `files.refused`, `files.too-many`, `files.broken` or `files.not-made` {path, fault}
 */
export function fileTrouble(error: unknown, path = ''): unknown {
	if (!(error instanceof Error) || error instanceof Problem) return error;
	const { code, path: named, syscall } = error as NodeJS.ErrnoException;
	const known = typeof code === 'string' && Object.hasOwn(CODES, code) ? CODES[code] : notMade(code, syscall);
	// A socket has such errors too, and names no file.
	if (known === undefined || syscall === 'connect' || syscall === 'listen') return error;
	return new Problem('store', known, { path: named ?? path, fault: code ?? '' }, error);
}

/** Node makes a folder with those above it, and where the disk is full says no more than that it is not there afterwards. */
function notMade(code: string | undefined, syscall: string | undefined): string | undefined {
	return code === 'ENOENT' && syscall === 'mkdir' ? 'files.not-made' : undefined;
}

/** Trouble of this process or its disk, not of the one file that it met: whatever is tried next will meet it too. */
export function isGeneral(error: unknown): boolean {
	const told = fileTrouble(error);
	return told instanceof Problem && (told.code === 'files.too-many' || told.code === 'files.full');
}
