import type { RunOptions, RunResult } from '../run/run-case.ts';
import type { Cli } from './cli.ts';
import { programVersion } from './package-root.ts';
import { startProgress } from './progress.ts';

type How = Pick<RunOptions, 'dryRun' | 'vary'>;

/** Runs a case and shows how far it is. @throws Problem of configuration, evidence or store */
export async function runWithProgress(folder: string, how: How, cli: Cli): Promise<RunResult> {
	const { runCase } = await import('../run/run-case.ts');
	const progress = await startProgress(cli);
	const program = `liuxiang ${programVersion()}`;
	try {
		return await runCase(folder, { program, ...how, env: cli.terminal.env, onProgress: progress.onProgress });
	} finally {
		progress.stop();
	}
}
