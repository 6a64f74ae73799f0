import { defineCommand } from '../command.ts';
import { withQuestions } from '../questions.ts';

export const why = defineCommand({
	usage: 'why <what> [folder]',
	purpose: 'why.purpose',
	examples: [
		['why t3f… my-case', 'why.example'],
		['why pe02…/commissions my-case', 'why.example-figure'],
	],
	options: (yargs, words) =>
		yargs
			.positional('what', { type: 'string', demandOption: true, describe: words.say('why.what') })
			.positional('folder', { type: 'string', default: '.', describe: words.say('option.folder') }),
	async handle({ what, folder }, cli) {
		return withQuestions(folder, cli.terminal.env, async (questions) => {
			const answer = await questions.why(what);
			const { printWhy } = await import('../views/why.ts');
			if (cli.json) cli.resultJson(answer);
			else cli.result(printWhy(answer, questions, cli.words));
			return 0;
		});
	},
});
