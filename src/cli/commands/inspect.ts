import { defineCommand } from '../command.ts';

export const inspect = defineCommand({
	usage: 'inspect <files..>',
	purpose: 'inspect.purpose',
	examples: [
		['inspect bill.csv', 'inspect.example'],
		['inspect my-case/evidence --case my-case', 'inspect.example-case'],
		['inspect returns.zip --json', 'inspect.example-json'],
	],
	options: (yargs, words) =>
		yargs
			.positional('files', {
				type: 'string',
				array: true,
				demandOption: true,
				describe: words.say('inspect.files'),
			})
			.option('case', { type: 'string', requiresArg: true, describe: words.say('inspect.case') }),
	async handle({ files, case: caseFolder }, cli) {
		const { inspectFiles } = await import('../../run/inspect.ts');
		const { printInspection, isWholly } = await import('../views/inspection.ts');
		const seen = [];
		let whole = true;
		for await (const inspection of inspectFiles(files, caseFolder)) {
			whole &&= isWholly(inspection);
			if (cli.json) seen.push(inspection);
			else cli.result(`${printInspection(inspection, cli.words)}\n`);
		}
		if (cli.json) cli.resultJson(seen);
		return whole ? 0 : 1;
	},
});
