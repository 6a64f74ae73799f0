import { defineCommand } from '../command.ts';
import { startProgress } from '../progress.ts';

const LEVELS = ['internal', 'court', 'public'] as const;
/** Repeated from the list of parts: `--help` loads nothing of it. */
const PART_IDS = ['report', 'charts', 'ways', 'schedules', 'workbook', 'page'] as const;

export const report = defineCommand({
	usage: 'report [folder]',
	purpose: 'report.purpose',
	examples: [
		['report my-case', 'report.example'],
		['report my-case --level public --names masked', 'report.example-public'],
		['report my-case --only charts', 'report.example-only'],
	],
	options: (yargs, words) =>
		yargs
			.positional('folder', { type: 'string', default: '.', describe: words.say('option.folder') })
			.option('level', { choices: LEVELS, default: 'court' as const, describe: words.say('report.level') })
			.option('names', {
				choices: ['full', 'masked'] as const,
				default: 'full' as const,
				describe: words.say('report.names'),
			})
			.option('only', { choices: PART_IDS, array: true, describe: words.say('report.only') })
			.option('to', { type: 'string', requiresArg: true, describe: words.say('report.to') }),
	async handle({ folder, level, names, only, to }, cli) {
		const { drawPackage } = await import('../../run/package/draw-package.ts');
		const progress = await startProgress(cli);
		const drawn = await drawPackage(folder, {
			level,
			names,
			env: cli.terminal.env,
			onPart: (part, done, total) => progress.onProgress(`part.${part}`, done, total),
			...(only === undefined ? {} : { only }),
			...(to === undefined ? {} : { to }),
		}).finally(progress.stop);
		const { printPackage } = await import('../views/package.ts');
		if (cli.json) cli.resultJson(drawn);
		else cli.result(printPackage(drawn, cli.words));
		return 0;
	},
});
