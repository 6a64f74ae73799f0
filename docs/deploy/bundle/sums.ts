import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { entriesBelow } from './tar.ts';

const SUMS = 'SHA256SUMS';

/** Writes what `sha256sum -c SHA256SUMS` reads: every file below the folder but itself. */
export async function writeSums(folder: string): Promise<void> {
	const lines: string[] = [];
	for (const { path, content } of await entriesBelow(folder, '.')) {
		if (!content || path === `./${SUMS}`) continue;
		const hash = createHash('sha256').update(await content());
		lines.push(`${hash.digest('hex')}  ${path}\n`);
	}
	await writeFile(join(folder, SUMS), lines.join(''));
}
