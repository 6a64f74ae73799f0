import { link, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isGone, type Owner, readOwner, type Self } from './owner.ts';

/** What became of an attempt: the file is ours, with what stood in it before, or somebody else's. */
export type Attempt =
	| { readonly ours: true; readonly tookFrom?: Owner }
	| { readonly ours: false; readonly owner?: Owner };

/** A lock without a readable owner is a crash's, unless somebody is writing it this moment. */
const WRITTEN_WITHIN_MS = 5000;

/**
 * Makes a file that says who holds it, in one step: of several who try, one gets it. A file whose owner has gone is taken over, by one
 * too: whoever wants to must first hold a second file that is named by the lock which is to be replaced, and look again.
 *
 * @param now milliseconds
 */
export async function takeLock(path: string, mine: Owner, self: Self, now: () => number): Promise<Attempt> {
	for (;;) {
		if (await create(path, mine)) return { ours: true };
		const text = await readFile(path, 'utf8').catch(nothing);
		if (text === undefined) continue;
		const owner = readOwner(text);
		if (owner === undefined ? await isFresh(path, now) : !(await isGone(owner, self)))
			return owner ? { ours: false, owner } : { ours: false };
		const claim = `${path}.${owner?.nonce ?? 'damaged'}`;
		const claimed = await takeLock(claim, mine, self, now);
		if (!claimed.ours) return claimed;
		try {
			if ((await readFile(path, 'utf8').catch(nothing)) !== text) continue;
			await replace(path, mine);
			return owner ? { ours: true, tookFrom: owner } : { ours: true };
		} finally {
			await rm(claim, { force: true });
		}
	}
}

/** Takes the file away, if it is still ours. */
export async function dropLock(path: string, mine: Owner): Promise<void> {
	const owner = readOwner((await readFile(path, 'utf8').catch(nothing)) ?? '');
	if (owner?.nonce === mine.nonce) await rm(path, { force: true });
}

/** Removes what attempts left beside the lock that were killed half-way. */
export async function sweepLocks(folder: string, name: string, self: Self, now: () => number): Promise<void> {
	for (const left of await readdir(folder)) {
		if (!left.startsWith(`${name}.`)) continue;
		const path = join(folder, left);
		const text = await readFile(path, 'utf8').catch(nothing);
		if (text === undefined) continue;
		const owner = readOwner(text);
		if (owner === undefined ? !(await isFresh(path, now)) : await isGone(owner, self)) await rm(path, { force: true });
	}
}

/** @returns false where the file is there already */
async function create(path: string, mine: Owner): Promise<boolean> {
	const beside = await writeBeside(path, mine);
	try {
		await link(beside, path);
		return true;
	} catch (cause) {
		if (hasCode(cause, 'EEXIST')) return false;
		// A file system without hard links: then the file is empty for a moment.
		if (!hasCode(cause, 'EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK')) throw cause;
		return await writeNew(path, mine);
	} finally {
		await rm(beside, { force: true });
	}
}

async function replace(path: string, mine: Owner): Promise<void> {
	await rename(await writeBeside(path, mine), path);
}

async function writeBeside(path: string, mine: Owner): Promise<string> {
	const beside = `${path}.${mine.nonce}.part`;
	await rm(beside, { force: true });
	await writeNew(beside, mine).catch(async (cause: unknown) => {
		await rm(beside, { force: true }).catch(() => undefined);
		throw cause;
	});
	return beside;
}

async function writeNew(path: string, mine: Owner): Promise<boolean> {
	const file = await open(path, 'wx', 0o600).catch((cause: unknown) => {
		if (hasCode(cause, 'EEXIST')) return undefined;
		throw cause;
	});
	if (file === undefined) return false;
	try {
		await file.writeFile(`${JSON.stringify(mine)}\n`);
		await file.sync();
	} finally {
		await file.close();
	}
	return true;
}

async function isFresh(path: string, now: () => number): Promise<boolean> {
	const written = await stat(path).catch(nothing);
	return written !== undefined && Math.abs(now() - written.mtimeMs) < WRITTEN_WITHIN_MS;
}

function nothing(cause: unknown): undefined {
	if (!hasCode(cause, 'ENOENT')) throw cause;
}

function hasCode(cause: unknown, ...codes: readonly string[]): boolean {
	return cause instanceof Error && codes.includes((cause as NodeJS.ErrnoException).code ?? '');
}
