import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDemo } from '../../../datasets/demo/generate.ts';
import { writeDemo } from '../../../src/cli/init/demo-folder.ts';
import { type Comparison, compareTruth } from '../../../src/run/compare-truth.ts';
import { runCase } from '../../../src/run/run-case.ts';

export interface DemoMeasured extends Comparison {
	readonly seed: number;
}

/** Makes and runs the demo case of a seed and compares it with its known truth. */
export async function measureDemo(seed: number): Promise<DemoMeasured> {
	const folder = await mkdtemp(join(tmpdir(), 'liuxiang-accuracy-'));
	try {
		const { files, truth } = await makeDemo({ seed });
		await writeDemo(folder, files);
		const { findings } = await runCase(folder, { program: 'liuxiang', dryRun: true, onProgress: () => undefined });
		return { seed, ...compareTruth(findings, truth) };
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
