import { accessSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { platform } from 'node:os';
import { fileTrouble } from '../ledger/file-trouble.ts';

/**
 * Whether a file or folder is there. Node's `existsSync` says no of one that cannot be looked at too: a table of the case
 * that the disk fails to show would be left out without a word.
 *
 * @throws Problem of the file, where nobody can say
 */
export function isPresent(path: string): boolean {
	try {
		accessSync(path);
		return true;
	} catch (cause) {
		const { code } = cause as NodeJS.ErrnoException;
		if (code === 'ENOENT' || code === 'ENOTDIR') return false;
		throw fileTrouble(cause, path);
	}
}

/**
 * Puts the names in a folder on the disk: a file that was flushed may still be without its name after a power cut. Windows
 * and some network shares cannot, or do it themselves.
 */
export async function syncNames(folder: string): Promise<void> {
	if (platform() === 'win32') return;
	const handle = await open(folder);
	try {
		await handle.sync();
	} catch (cause) {
		if (!['EINVAL', 'ENOTSUP', 'EISDIR'].includes((cause as NodeJS.ErrnoException).code ?? ''))
			throw fileTrouble(cause, folder);
	} finally {
		await handle.close();
	}
}
