import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inChild } from './child.ts';
import type { BenchRow } from './row.ts';
import { writeRunFolder } from './run-folder.ts';
import type { RunTold } from './run-jobs.ts';

/** What findings.json may have at 1,000,000 transfers. */
const FINDINGS_MB_MAX = 50;

/** A whole run, from an evidence file to reports: rows a second, memory, and what each stage takes of the time. */
export async function runBench(rows: number): Promise<BenchRow[]> {
	const folder = await mkdtemp(join(tmpdir(), 'liuxiang-run-'));
	try {
		await writeRunFolder(folder, rows, 1);
		const { answer, peakMb } = await inChild<RunTold>('./run-jobs.ts', [folder]);
		const row = (name: string, value: number, unit: string, against: number | null = null): BenchRow => {
			return {
				name: `run, ${name}`,
				size: rows,
				value,
				unit,
				against,
				ratio: against === null ? null : value / against,
			};
		};
		return [
			row('rows', Math.round((rows * 1000) / answer.ms), 'rows/s'),
			row('transfers', answer.transfers, 'transfers', rows),
			row('peak memory', peakMb, 'MB'),
			row('findings.json', answer.findings / 1e6, 'MB', FINDINGS_MB_MAX),
			...Object.entries(answer.timings).map(([stage, ms]) => row(`stage ${stage}`, ms, 'ms', Math.round(answer.ms))),
		];
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
