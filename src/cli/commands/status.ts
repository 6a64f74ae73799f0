import { defineCommand } from '../command.ts';
import { thisProcess } from '../this-process.ts';

export const status = defineCommand({
	usage: 'status [folders..]',
	purpose: 'status.purpose',
	examples: [
		['status my-case', 'status.example'],
		['status /srv/cases --json', 'status.example-json'],
	],
	options: (yargs, words) =>
		yargs.positional('folders', {
			type: 'string',
			array: true,
			default: ['.'],
			describe: words.say('watch.folders'),
		}),
	async handle({ folders }, cli) {
		const { caseFoldersIn } = await import('../../run/watch/watched-case.ts');
		const { caseHealth } = await import('../../run/health/case-health.ts');
		const { healthJson, printHealth } = await import('../views/status.ts');
		const found = await caseFoldersIn(folders);
		const now = Date.now();
		const cases = await Promise.all(
			(found.length > 0 ? found : folders).map((folder) => caseHealth(folder, thisProcess(), now)),
		);
		if (cli.json) cli.resultJson(healthJson(cases, cli.words));
		else cli.result(cases.map((one) => printHealth(one, cli.words, cli.terminal.colour)).join('\n\n'));
		return cases.every(({ healthy }) => healthy) ? 0 : 1;
	},
});
