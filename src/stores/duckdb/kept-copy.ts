import { constants } from 'node:fs';
import { chmod, copyFile, open, rename, rm } from 'node:fs/promises';
import { platform } from 'node:os';
import { dirname } from 'node:path';
import { Problem } from '../../ledger/problem.ts';
import { storeTrouble } from './trouble.ts';

/** Where the copy of a store lies that is brought up from an earlier version. */
function keptCopy(path: string, version: number): string {
	return `${path}.v${version}-backup`;
}

/**
 * Copies the file of a store beside it, and its write-ahead log where a killed process left one. The copy gets its name
 * when it is whole and on the disk; one from an earlier attempt is replaced.
 *
 * @throws Problem `store.full` {path}, `store.unreachable` {path, detail}, of the copy
 */
export async function keepCopy(path: string, version: number): Promise<void> {
	const copy = keptCopy(path, version);
	try {
		await copyWhole(`${path}.wal`, `${copy}.wal`).catch(async (error: NodeJS.ErrnoException) => {
			if (error.code !== 'ENOENT') throw error;
			await rm(`${copy}.wal`, { force: true });
		});
		await copyWhole(path, copy);
	} catch (error) {
		const trouble = storeTrouble(error, copy);
		if (trouble instanceof Problem) throw trouble;
		throw new Problem('store', 'store.unreachable', { path: copy, detail: String(error) }, error);
	}
}

async function copyWhole(from: string, to: string): Promise<void> {
	const part = `${to}.part`;
	try {
		await copyFile(from, part, constants.COPYFILE_FICLONE);
		await chmod(part, 0o600);
		await sync(part);
		await rename(part, to);
		// On Windows a folder cannot even be opened.
		if (platform() !== 'win32') await sync(dirname(to));
	} catch (error) {
		await rm(part, { force: true });
		throw error;
	}
}

async function sync(path: string): Promise<void> {
	const handle = await open(path);
	try {
		await handle.sync();
	} catch (error) {
		// A folder cannot be synced everywhere.
		if ((error as NodeJS.ErrnoException).code !== 'EINVAL' && (error as NodeJS.ErrnoException).code !== 'EPERM')
			throw error;
	} finally {
		await handle.close();
	}
}
