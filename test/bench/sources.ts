import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentOf } from '../sources/files.ts';
import { LAYOUTS } from '../sources/layouts/list.ts';
import { fileOf } from '../sources/layouts/render.ts';
import { inChild } from './child.ts';
import type { BenchRow } from './row.ts';
import type { SourceSpeed } from './sources-jobs.ts';
import { movementsOf } from './sources-movements.ts';

/** Rows of a file, text and what is parsed as a whole: the latter is slower, and never as long in practice. */
const TEXT_ROWS = 20_000;
const WHOLE_ROWS = 2_000;

/**
 * How fast each source reads a file of its layout, without a store: rows and megabytes a second, and the time beside that
 * of reading and hashing the same bytes, in one process a layout.
 */
export async function sourcesBench(): Promise<BenchRow[]> {
	const folder = await mkdtemp(join(tmpdir(), 'liuxiang-sources-'));
	const rows: BenchRow[] = [];
	try {
		for (const [index, layout] of LAYOUTS.entries()) {
			const count = layout.lines ? TEXT_ROWS : WHOLE_ROWS;
			const path = join(folder, `${index}`);
			await writeFile(path, await contentOf(fileOf(layout, movementsOf(count))));
			const { answer } = await inChild<SourceSpeed>('./sources-jobs.ts', [path, index]);
			const name = `source ${[layout.source, layout.variant].filter((part) => part !== undefined).join(', ')}`;
			rows.push(...rowsOf(name, count, answer));
			await rm(path);
		}
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
	return rows;
}

function rowsOf(name: string, size: number, { readMs, hashMs, bytes }: SourceSpeed): BenchRow[] {
	const seconds = readMs / 1000;
	const plain = { size, against: null, ratio: null };
	return [
		{ name, size, value: readMs, unit: 'ms', against: hashMs, ratio: readMs / hashMs },
		{ name, ...plain, value: Math.round(size / seconds), unit: 'rows/s' },
		{ name, ...plain, value: bytes / 1e6 / seconds, unit: 'MB/s' },
	];
}
