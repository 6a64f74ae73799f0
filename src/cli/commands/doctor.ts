import { defineCommand } from '../command.ts';

export const doctor = defineCommand({
	usage: 'doctor [folder]',
	purpose: 'doctor.purpose',
	examples: [
		['doctor', 'doctor.example'],
		['doctor my-case', 'doctor.example-case'],
	],
	options: (yargs, words) =>
		yargs.positional('folder', { type: 'string', default: '.', describe: words.say('doctor.folder') }),
	async handle({ folder }, cli) {
		const { CHECKS } = await import('../checks/list.ts');
		const { printCheck } = await import('../views/check.ts');
		const results = [];
		for (const check of CHECKS) {
			for (const result of await check({ folder, env: cli.terminal.env, language: cli.words.language })) {
				results.push(result);
				if (!cli.json) cli.result(printCheck(result, cli.words, cli.terminal.colour));
			}
		}
		const failed = results.filter((result) => !result.ok).length;
		if (cli.json)
			cli.resultJson(results.map((result) => ({ ...result, message: cli.words.sayAny(result.code, result.facts) })));
		else cli.result(cli.words.say(failed === 0 ? 'doctor.well' : 'doctor.failed', { failed }));
		return failed === 0 ? 0 : 1;
	},
});
