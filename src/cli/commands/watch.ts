import { availableParallelism, totalmem } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXIT_CODES, Problem } from '../../ledger/problem.ts';
import { defineCommand } from '../command.ts';
import { noticeTerms } from '../notice-terms.ts';
import { programVersion } from '../package-root.ts';
import type { EndSignal } from '../terminal.ts';
import { thisProcess } from '../this-process.ts';

/** What is left to the system and to people who ask questions while cases run. */
const SHARE_OF_MEMORY = 0.8;

export const watch = defineCommand({
	usage: 'watch [folders..]',
	purpose: 'watch.purpose',
	examples: [
		['watch /srv/cases', 'watch.example'],
		['watch /srv/cases --once --quiet', 'watch.example-once'],
		['watch case-a case-b --once --all --workers 2', 'watch.example-all'],
	],
	options: (yargs, words) =>
		yargs
			.positional('folders', { type: 'string', array: true, default: ['.'], describe: words.say('watch.folders') })
			.option('once', { type: 'boolean', default: false, describe: words.say('watch.once') })
			.option('all', { type: 'boolean', default: false, describe: words.say('watch.all') })
			.option('offline', { type: 'boolean', default: false, describe: words.say('run.offline') })
			.option('workers', { type: 'number', requiresArg: true, describe: words.say('watch.workers') }),
	async handle({ folders, once, all, offline, workers = availableParallelism() }, cli) {
		if (!(Number.isInteger(workers) && workers > 0)) throw new Problem('usage', 'watch.workers-form', { workers });
		if (all && !once) throw new Problem('usage', 'watch.all-form');
		const { superviseCases } = await import('../../run/watch/supervise.ts');
		const { eventJson, printEvent, printWatched, watchedJson } = await import('../views/watch.ts');
		const stop = new AbortController();
		let stoppedBy: EndSignal | undefined;
		const forget = cli.terminal.onSignal?.(['SIGINT', 'SIGTERM'], (signal) => {
			stoppedBy = signal;
			stop.abort();
		});
		const watched = await superviseCases({
			folders,
			room: { workers, memory: memoryForRuns() },
			program: thisProgram(cli.terminal.env),
			args: offline ? ['--offline'] : [],
			...(once ? { once: all ? 'all' : 'due' } : {}),
			clock: () => ({ wall: Date.now(), steady: performance.now() }),
			self: thisProcess(),
			notices: noticeTerms(!offline, cli),
			signal: stop.signal,
			onEvent: (event) => {
				if (cli.json && !once) cli.result(eventJson(event));
				else cli.talk(printEvent(event, cli.words));
			},
		}).finally(() => forget?.());
		// To be told to stop is how watching ends.
		if (!once) return 0;
		if (cli.json) cli.resultJson(watchedJson(watched));
		else cli.result(printWatched(watched, cli.words));
		if (stoppedBy !== undefined) return EXIT_CODES[stoppedBy === 'SIGINT' ? 'interrupted' : 'terminated'];
		return watched.exit;
	},
});

/** Of the machine's memory, or of what the container or the service is given. */
function memoryForRuns(): number {
	const total = totalmem();
	const given = process.constrainedMemory();
	// Without a limit some systems give 0, others a number beyond any machine.
	return SHARE_OF_MEMORY * (given > 0 ? Math.min(given, total) : total);
}

/** How this very program is started again, compiled or not, without what a debugger was told. */
function thisProgram(env: Readonly<Record<string, string | undefined>>) {
	const main = fileURLToPath(new URL(`../main${extname(import.meta.url)}`, import.meta.url));
	const own = process.execArgv.filter((arg) => !/^--(inspect|debug|max-old-space-size)/.test(arg));
	return {
		command: process.execPath,
		args: [...own, main],
		env,
		name: `liuxiang ${programVersion()}`,
		kill: killGroup,
	};
}

function killGroup(pid: number): void {
	try {
		// Windows knows no groups of processes.
		process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
	} catch {
		// It ended meanwhile.
	}
}
