import { mkdtemp, rm, stat } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { inChild } from './child.ts';
import { type Dialect, type Reading, readByDuckDb } from './reading-jobs.ts';
import type { BenchRow } from './row.ts';
import { LAYOUTS, writeLayout } from './source-files.ts';
import { writeTenpayFile } from './tenpay-file.ts';

const REPEATS = 3;
const JOBS = './reading-jobs.ts';

/**
 * From file to store, beside DuckDB's own `read_csv` of the same file in the same run: median of three, taken in turn.
 * Then the memory of reading three times as many rows, and the other sources that matter.
 */
export async function readingBench(rows: number): Promise<BenchRow[]> {
	const folder = await mkdtemp(join(tmpdir(), 'liuxiang-reading-'));
	try {
		const path = join(folder, 'TenpayTrades.txt');
		await writeTenpayFile(path, rows, 1);
		const tenpay = await againstDuckDb('tenpay-trades', path, rows, { delimiter: '\t', skip: 0 });
		await rm(path);
		const long = join(folder, 'TenpayTrades-long.txt');
		await writeTenpayFile(long, 3 * rows, 1);
		const { peakMb } = await inChild<Reading>(JOBS, [long]);
		await rm(long);
		return [
			...tenpay.rows,
			row('reading tenpay-trades, peak memory', 3 * rows, peakMb, 'MB', tenpay.peakMb),
			...(await otherSources(folder, Math.ceil(rows / 5))),
		];
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function againstDuckDb(
	name: string,
	path: string,
	rows: number,
	dialect: Dialect,
): Promise<{ rows: BenchRow[]; peakMb: number }> {
	const ours: number[] = [];
	const oneThread: number[] = [];
	const allThreads: number[] = [];
	const peaks: number[] = [];
	for (let repeat = 0; repeat < REPEATS; repeat++) {
		const { answer, peakMb } = await inChild<Reading>(JOBS, [path]);
		if (answer.records < rows) throw new Error(`${name}: ${answer.records} records of ${rows} rows`);
		ours.push(answer.ms);
		peaks.push(peakMb);
		oneThread.push(await readByDuckDb(path, 1, dialect));
		allThreads.push(await readByDuckDb(path, availableParallelism(), dialect));
	}
	const megabytes = (await stat(path)).size / 1e6;
	const ms = median(ours);
	const seconds = ms / 1000;
	return {
		rows: [
			row(`reading ${name}, against read_csv`, rows, ms, 'ms', median(oneThread)),
			row(`reading ${name}, against read_csv on ${availableParallelism()} threads`, rows, ms, 'ms', median(allThreads)),
			row(`reading ${name}`, rows, Math.round(rows / seconds), 'rows/s'),
			row(`reading ${name}, bytes`, rows, megabytes / seconds, 'MB/s'),
			row(`reading ${name}, peak memory`, rows, median(peaks), 'MB'),
		],
		peakMb: median(peaks),
	};
}

async function otherSources(folder: string, rows: number): Promise<BenchRow[]> {
	const found: BenchRow[] = [];
	for (const layout of LAYOUTS) {
		const path = join(folder, layout.name);
		await writeLayout(path, layout, rows);
		const { rows: measured } = await againstDuckDb(layout.name, path, rows, { delimiter: ',', skip: layout.skip });
		found.push(...measured);
		await rm(path);
	}
	return found;
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

function row(name: string, size: number, value: number, unit: string, against: number | null = null): BenchRow {
	return { name, size, value, unit, against, ratio: against === null ? null : value / against };
}
