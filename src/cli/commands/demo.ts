import { defineCommand } from '../command.ts';
import { listedPackages } from '../listed-packages.ts';
import { runWithProgress } from '../run-with-progress.ts';

/** The demo everybody gets is the same one, so that its figures can be talked about. */
const SEED = 1;

export const demo = defineCommand({
	usage: 'demo [folder]',
	purpose: 'demo.purpose',
	examples: [
		['demo', 'demo.example'],
		['demo /tmp/trial --lang zh', 'demo.example-folder'],
	],
	options: (yargs, words) =>
		yargs.positional('folder', { type: 'string', default: 'demo', describe: words.say('demo.folder') }),
	async handle({ folder }, cli) {
		const { writeDemo } = await import('../init/demo-folder.ts');
		const { makeDemo } = await import('../../../datasets/demo/generate.ts');
		const { files, truth } = await makeDemo({ seed: SEED });
		await writeDemo(folder, files);
		cli.talk(cli.words.say('demo.made', { folder, files: files.size }));
		let packages: Awaited<ReturnType<typeof listedPackages>> = [];
		const after = async (_: unknown, signal?: AbortSignal) => {
			packages = await listedPackages(folder, cli, signal);
		};
		const result = await runWithProgress(folder, { after }, cli);
		const { compareTruth } = await import('../../run/compare-truth.ts');
		const comparison = compareTruth(result.findings, truth);
		const { printComparison } = await import('../views/comparison.ts');
		const { printListed } = await import('../views/package.ts');
		const { summaryOf, printSummary } = await import('../views/summary.ts');
		const summary = summaryOf(result);
		if (cli.json) cli.resultJson({ comparison, ...summary, packages });
		else {
			const drawn = printListed(packages, cli.words);
			cli.result([printSummary(summary, cli.words), printComparison(comparison, cli.words), ...drawn].join('\n\n'));
		}
		// A demo that is not wholly right is a failure of ours; gaps in its evidence (there on purpose) are none.
		return comparison.commissions.false === 0 && comparison.commissions.found >= comparison.commissions.provable
			? 0
			: 1;
	},
});
