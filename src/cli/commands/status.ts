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
		// A folder that was named and holds no case, such as one that is not mounted, must not pass for well.
		const found = await Promise.all(folders.map((folder) => caseFoldersIn([folder])));
		const named = folders.filter((_, index) => found[index]?.length === 0);
		const now = Date.now();
		const cases = await Promise.all(
			[...(await caseFoldersIn(folders)), ...named].map((folder) => caseHealth(folder, thisProcess(), now)),
		);
		if (cli.json) cli.resultJson(healthJson(cases, cli.words));
		else cli.result(cases.map((one) => printHealth(one, cli.words, cli.terminal.colour)).join('\n\n'));
		return cases.every(({ healthy }) => healthy) ? 0 : 1;
	},
});
