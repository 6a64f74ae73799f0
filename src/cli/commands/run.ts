import type { GuardedResult } from '../../run/guarded-run.ts';
import type { RunResult } from '../../run/run-case.ts';
import { defineCommand } from '../command.ts';
import { given } from '../given.ts';
import { listedPackages } from '../listed-packages.ts';
import { type RunHow, runWithProgress, tryWithProgress } from '../run-with-progress.ts';

export const run = defineCommand({
	usage: 'run [folder]',
	purpose: 'run.purpose',
	examples: [
		['run my-case', 'run.example'],
		['run my-case --dry-run', 'run.example-dry'],
		['run my-case --vary', 'run.example-vary'],
		['run my-case --offline', 'run.example-offline'],
		['run my-case --json --quiet', 'run.example-json'],
		['run my-case --quiet --fail-on-change', 'run.example-fail-on-change'],
	],
	options: (yargs, words) =>
		yargs
			.positional('folder', { type: 'string', default: '.', describe: words.say('option.folder') })
			.option('dry-run', { type: 'boolean', default: false, describe: words.say('run.dry-run') })
			.option('offline', { type: 'boolean', default: false, describe: words.say('run.offline') })
			.option('vary', { type: 'boolean', default: false, describe: words.say('run.vary') })
			.option('fail-on-change', { type: 'boolean', default: false, describe: words.say('run.fail-on-change') })
			// For `watch`, which starts a process for each run.
			.option('trigger', { choices: ['hand', 'schedule'] as const, default: 'hand' as const, hidden: true })
			.option('due', { type: 'number', requiresArg: true, hidden: true }),
	async handle({ folder, dryRun, offline, vary, failOnChange, trigger, due }, cli) {
		const { summaryOf, printSummary } = await import('../views/summary.ts');
		const { changesOfRun, printChanges } = await import('../views/changes.ts');
		const { printListed } = await import('../views/package.ts');
		let packages: Awaited<ReturnType<typeof listedPackages>> = [];
		let done: RunResult | undefined;
		let report: GuardedResult['report'] | undefined;
		const after = async (result: RunResult, signal?: AbortSignal) => {
			done = result;
			packages = await listedPackages(folder, cli, signal);
		};
		try {
			const how = given<RunHow>({ offline, vary, failOnChange, trigger, due, after });
			if (!dryRun) {
				const result = await runWithProgress(folder, how, cli);
				report = result.report;
				return result.exit;
			}
			done = await tryWithProgress(folder, vary, cli);
			return done.complete ? 0 : 1;
		} finally {
			// Also where a package cannot be drawn: the run is done and its results lie there.
			if (done !== undefined) {
				const summary = summaryOf(done);
				const told = report === undefined ? {} : { changes: changesOfRun(report) };
				const changed = report === undefined ? [] : [printChanges(report, cli.words)];
				if (cli.json) cli.resultJson({ ...summary, packages, ...told });
				else
					cli.result([printSummary(summary, cli.words), ...changed, ...printListed(packages, cli.words)].join('\n\n'));
			}
		}
	},
});
