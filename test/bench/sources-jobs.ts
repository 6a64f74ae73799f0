import { stat } from 'node:fs/promises';
import { diskFile } from '../../src/sources/evidence-file.ts';
import { sourcesFor } from '../../src/sources/list.ts';
import { HINTS } from '../sources/contract.ts';
import { LAYOUTS } from '../sources/layouts/list.ts';

export interface SourceSpeed {
	/** Opening (which hashes), then reading every row to statements. */
	readonly readMs: number;
	/** Opening alone. */
	readonly hashMs: number;
	readonly bytes: number;
}

const REPEATS = 3;

/** Reads a file with the source of a layout; the best of some tries, since the first compiles. `job` of `child.ts`. */
export async function job(path: string, index: number): Promise<SourceSpeed> {
	const layout = LAYOUTS[index];
	const hints = layout?.hints ?? HINTS;
	const source = sourcesFor(hints).find(({ id }) => id === layout?.source);
	if (!source) throw new Error(`no source ${layout?.source}`);
	let [readMs, hashMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
	for (let repeat = 0; repeat < REPEATS; repeat++) {
		const start = performance.now();
		const file = await diskFile(path, 'bench');
		const opened = performance.now();
		let records = 0;
		for await (const batch of source.read(file, hints)) records += batch.records?.length ?? 0;
		if (records === 0) throw new Error(`${source.id} read nothing`);
		hashMs = Math.min(hashMs, opened - start);
		readMs = Math.min(readMs, performance.now() - start);
	}
	return { readMs, hashMs, bytes: (await stat(path)).size };
}
