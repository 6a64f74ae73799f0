import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { runCase } from '../../src/run/run-case.ts';

export interface RunTold {
	readonly ms: number;
	readonly transfers: number;
	readonly timings: Readonly<Record<string, number>>;
	/** Bytes of findings.json. */
	readonly findings: number;
}

/** Runs a case. `job` of `child.ts`. */
export async function job(folder: string): Promise<RunTold> {
	const start = performance.now();
	const result = await runCase(folder, { program: 'bench', dryRun: false, onProgress: () => undefined });
	const ms = performance.now() - start;
	const { size } = await stat(join(result.folder, 'findings.json'));
	return { ms, transfers: result.findings.merging.transfers, timings: result.timings, findings: size };
}
