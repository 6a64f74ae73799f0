import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDemo } from '../../../datasets/demo/generate.ts';
import { writeDemo } from '../../../src/cli/init/demo-folder.ts';
import { type Comparison, compareTruth } from '../../../src/run/compare-truth.ts';
import { runCase } from '../../../src/run/run-case.ts';
import { type Beyond, beyondTruth } from './beyond.ts';
import { loseEvidence } from './lose.ts';

export interface DemoMeasured extends Comparison {
	readonly seed: number;
	/** Files of evidence that the run was given. */
	readonly files: number;
	/** Figures of people that the truth contradicts. */
	readonly beyond: readonly Beyond[];
	readonly seconds: number;
}

/**
 * Makes and runs the demo case of a seed and compares it with its known truth.
 *
 * @param options.scale times as many groups
 * @param options.lost of a hundred files of evidence, how many are taken away, at random by the seed
 */
export async function measureDemo(
	seed: number,
	options: { scale?: number; lost?: number } = {},
): Promise<DemoMeasured> {
	const folder = await mkdtemp(join(tmpdir(), 'liuxiang-accuracy-'));
	try {
		const { files: made, truth } = await makeDemo({ seed, scale: options.scale ?? 1 });
		const files = loseEvidence(made, options.lost ?? 0, seed);
		await writeDemo(folder, files);
		const start = performance.now();
		const { findings } = await runCase(folder, { program: 'liuxiang', dryRun: true, onProgress: () => undefined });
		return {
			seed,
			files: [...files.keys()].filter((path) => path.startsWith('evidence/')).length,
			beyond: beyondTruth(findings, truth),
			seconds: (performance.now() - start) / 1000,
			...compareTruth(findings, truth),
		};
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
