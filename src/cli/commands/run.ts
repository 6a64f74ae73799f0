import { defineCommand } from '../command.ts';
import { listedPackages } from '../listed-packages.ts';
import { runWithProgress } from '../run-with-progress.ts';

export const run = defineCommand({
	usage: 'run [folder]',
	purpose: 'run.purpose',
	examples: [
		['run my-case', 'run.example'],
		['run my-case --dry-run', 'run.example-dry'],
		['run my-case --vary', 'run.example-vary'],
		['run my-case --offline', 'run.example-offline'],
		['run my-case --json --quiet', 'run.example-json'],
	],
	options: (yargs, words) =>
		yargs
			.positional('folder', { type: 'string', default: '.', describe: words.say('option.folder') })
			.option('dry-run', { type: 'boolean', default: false, describe: words.say('run.dry-run') })
			.option('offline', { type: 'boolean', default: false, describe: words.say('run.offline') })
			.option('vary', { type: 'boolean', default: false, describe: words.say('run.vary') }),
	async handle({ folder, dryRun, offline, vary }, cli) {
		const result = await runWithProgress(folder, { dryRun, offline, vary }, cli);
		const { summaryOf, printSummary } = await import('../views/summary.ts');
		const { printListed } = await import('../views/package.ts');
		const summary = summaryOf(result);
		let packages: Awaited<ReturnType<typeof listedPackages>> = [];
		try {
			if (!dryRun) packages = await listedPackages(folder, cli);
		} finally {
			// The run is done and its results lie there, even where a package cannot be drawn.
			if (cli.json) cli.resultJson({ ...summary, packages });
			else cli.result([printSummary(summary, cli.words), ...printListed(packages, cli.words)].join('\n\n'));
		}
		return result.complete ? 0 : 1;
	},
});
