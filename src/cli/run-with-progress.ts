import type { RunOptions, RunResult } from '../run/run-case.ts';
import { chainAccess } from './chain-access.ts';
import type { Cli } from './cli.ts';
import { programVersion } from './package-root.ts';
import { startProgress } from './progress.ts';

interface How extends Pick<RunOptions, 'dryRun' | 'vary'> {
	/** Asks no chain: what was kept of them is read. */
	readonly offline?: boolean;
}

/** Runs a case and shows how far it is. @throws Problem of configuration, evidence or store */
export async function runWithProgress(folder: string, { offline = false, ...how }: How, cli: Cli): Promise<RunResult> {
	const { runCase } = await import('../run/run-case.ts');
	const { chainAlarms } = await import('./views/chain-alarms.ts');
	const progress = await startProgress(cli);
	const program = `liuxiang ${programVersion()}`;
	const options: RunOptions = {
		program,
		...how,
		env: cli.terminal.env,
		onProgress: progress.onProgress,
		onChains: (taken) => {
			for (const line of chainAlarms(taken, cli.words)) cli.talk(line);
		},
	};
	try {
		if (offline) return await runCase(folder, options);
		return await runCase(folder, { ...options, chains: await chainAccess(cli, progress) });
	} finally {
		progress.stop();
	}
}
