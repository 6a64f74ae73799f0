import type { GuardedOptions, GuardedResult } from '../run/guarded-run.ts';
import type { RunOptions, RunResult } from '../run/run-case.ts';
import { chainAccess } from './chain-access.ts';
import type { Cli } from './cli.ts';
import { noticeTerms } from './notice-terms.ts';
import { programVersion } from './package-root.ts';
import { type Progress, startProgress } from './progress.ts';
import { stopSignal } from './stop-signal.ts';
import { thisProcess } from './this-process.ts';

export interface RunHow
	extends Pick<RunOptions, 'vary'>,
		Partial<Pick<GuardedOptions, 'trigger' | 'due' | 'failOnChange' | 'after'>> {
	/** Asks no chain: what was kept of them is read. */
	readonly offline?: boolean;
}

/** Runs a case, guarded, and shows how far it is. @throws Problem of configuration, evidence or store */
export async function runWithProgress(folder: string, { offline = false, ...how }: RunHow, cli: Cli) {
	const { guardedRun } = await import('../run/guarded-run.ts');
	return await withRunOptions(cli, offline, async (options): Promise<GuardedResult> => {
		const { talk, words } = cli;
		return await guardedRun(folder, {
			...options,
			...how,
			self: thisProcess(),
			now: Date.now,
			// In kilobytes on every system.
			memory: () => process.resourceUsage().maxRSS * 1024,
			command: 'run',
			trigger: how.trigger ?? 'hand',
			onRecovered: ({ owner, broken }) => {
				if (owner) talk(words.say('run.took-over', { pid: owner.pid, command: owner.command }));
				for (const { id } of broken) talk(words.say('run.was-broken', { id }));
			},
			notices: noticeTerms(!offline, cli),
		});
	});
}

/** Runs a case and leaves nothing behind. @throws Problem of configuration or evidence */
export async function tryWithProgress(folder: string, vary: boolean, cli: Cli): Promise<RunResult> {
	const { runCase } = await import('../run/run-case.ts');
	return await withRunOptions(cli, true, async (options) => await runCase(folder, { ...options, vary, dryRun: true }));
}

async function withRunOptions<Result>(
	cli: Cli,
	offline: boolean,
	run: (options: Omit<RunOptions, 'dryRun'>) => Promise<Result>,
): Promise<Result> {
	const { chainAlarms } = await import('./views/chain-alarms.ts');
	const progress: Progress = await startProgress(cli);
	const stop = stopSignal(cli);
	const { signal } = stop;
	const options = {
		program: `liuxiang ${programVersion()}`,
		env: cli.terminal.env,
		signal,
		onProgress: progress.onProgress,
		onChains: (taken: Parameters<typeof chainAlarms>[0]) => {
			for (const line of chainAlarms(taken, cli.words)) cli.talk(line);
		},
	};
	try {
		return await run(offline ? options : { ...options, chains: await chainAccess(cli, progress, signal) });
	} finally {
		stop.forget();
		progress.stop();
	}
}
