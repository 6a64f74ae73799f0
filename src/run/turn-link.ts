import { readlink, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { isPresent } from '../sources/present.ts';

/** What stands where the link belongs cannot be renamed over: a junction on Windows, or the folder that a copy without links made of it. */
const IN_THE_WAY = new Set(['EPERM', 'EEXIST', 'EISDIR', 'ENOTDIR', 'ENOTEMPTY']);

/**
 * Turns the link to a folder beside it, such as `latest`. A junction on Windows needs no privilege and an absolute target;
 * elsewhere a relative link survives moving the case.
 */
export async function turnLink(folder: string, link: string, to: string): Promise<void> {
	const path = join(folder, link);
	const current = await readlink(path).catch(() => undefined);
	if (current === to && isPresent(path)) return;
	const fresh = join(folder, `.${link}.part`);
	await rm(fresh, { recursive: true, force: true });
	await symlink(to, fresh, 'dir').catch(async (cause: NodeJS.ErrnoException) => {
		if (cause.code !== 'EPERM') throw cause;
		await symlink(join(folder, to), fresh, 'junction');
	});
	await rename(fresh, path).catch(async (cause: NodeJS.ErrnoException) => {
		if (!IN_THE_WAY.has(cause.code ?? '')) throw cause;
		await rm(path, { recursive: true, force: true });
		await rename(fresh, path);
	});
}
