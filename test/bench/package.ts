import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inChild } from './child.ts';
import { writePackageFolder } from './package-folder.ts';
import type { PackageTold } from './package-jobs.ts';
import type { BenchRow } from './row.ts';
import type { RunTold } from './run-jobs.ts';

const SECONDS_MAX = 90;
const PEAK_MB_MAX = 2000;

/** The whole package of a large case: time by part, memory, size. */
export async function packageBench(): Promise<BenchRow[]> {
	const folder = await mkdtemp(join(tmpdir(), 'liuxiang-package-'));
	try {
		await writePackageFolder(folder);
		const run = await inChild<RunTold>('./run-jobs.ts', [folder]);
		const { answer, peakMb, treeMb } = await inChild<PackageTold>('./package-jobs.ts', [folder]);
		const row = (name: string, value: number, unit: string, against: number | null = null): BenchRow => ({
			name: `package, ${name}`,
			size: run.answer.transfers,
			value,
			unit,
			against,
			ratio: against === null ? null : value / against,
		});
		return [
			row('whole', answer.ms / 1000, 's', SECONDS_MAX),
			row('peak memory, typesetter included', treeMb, 'MB', PEAK_MB_MAX),
			row('peak memory of the program alone', peakMb, 'MB'),
			...Object.entries(answer.parts).map(([part, ms]) => row(part, ms / 1000, 's', answer.ms / 1000)),
			row('files', answer.files, 'files'),
			row('size', answer.bytes / 1e6, 'MB'),
			row('the run before it', run.answer.ms / 1000, 's'),
		];
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
