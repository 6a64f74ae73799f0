import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inChild } from './child.ts';
import { writeInspectFolder } from './inspect-folder.ts';
import type { Inspected } from './inspect-jobs.ts';
import type { BenchRow } from './row.ts';

const BYTES = 100e6;
/** What looking at such a folder may take, in milliseconds. */
const LIMIT_MS = 5000;

/** `liuxiang inspect` of a folder of 200 mixed files, 100 MB together. */
export async function inspectBench(): Promise<BenchRow[]> {
	const folder = await mkdtemp(join(tmpdir(), 'liuxiang-inspect-'));
	try {
		const bytes = await writeInspectFolder(folder, BYTES);
		const { answer, peakMb } = await inChild<Inspected>('./inspect-jobs.ts', [folder]);
		if (answer.whole !== answer.files) throw new Error(`${answer.files - answer.whole} files were not read whole`);
		const megabytes = Math.round(bytes / 1e6);
		const row = (name: string, value: number, unit: string, against: number | null): BenchRow => {
			return { name, size: megabytes, value, unit, against, ratio: against === null ? null : value / against };
		};
		return [
			row(`inspect, ${answer.files} files, ${megabytes} MB`, answer.ms, 'ms', LIMIT_MS),
			row('inspect, peak memory', peakMb, 'MB', null),
		];
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
