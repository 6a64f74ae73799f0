import { rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncNames } from '../sources/present.ts';

/**
 * Writes a file beside its place, puts it on the disk, and gives it its name: whoever reads it, also after a power cut, finds the
 * former one or this one, never half of it.
 *
 * @param mode rights of the file
 */
export async function replaceFile(path: string, content: string | Uint8Array, mode = 0o600): Promise<void> {
	await writeFile(`${path}.part`, content, { mode, flush: true });
	await rename(`${path}.part`, path);
	await syncNames(dirname(path));
}
