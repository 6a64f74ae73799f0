import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Problem } from '../../ledger/problem.ts';

/** By this file a folder is known as a demo made earlier, which may be made again. */
const MARK = 'truth.json';

/**
 * Writes the demo case.
 *
 * @throws Problem `demo.folder-in-use` where the folder holds something that is no demo
 */
export async function writeDemo(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
	const found = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
		if (error.code === 'ENOENT') return [];
		throw new Problem('usage', 'demo.folder-in-use', { folder }, error);
	});
	if (found.length > 0 && !found.includes(MARK)) throw new Problem('usage', 'demo.folder-in-use', { folder });
	await mkdir(folder, { recursive: true });
	for (const [path, bytes] of files) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		// A person's decisions on an earlier demo are theirs.
		if (path === 'decisions.csv' && found.includes(path)) continue;
		await writeFile(join(folder, path), bytes);
	}
}
