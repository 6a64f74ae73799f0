import { defineCommand } from '../command.ts';
import { withQuestions } from '../questions.ts';

export const origin = defineCommand({
	usage: 'origin <what> [folder]',
	purpose: 'origin.purpose',
	examples: [['origin t3f… my-case', 'origin.example']],
	options: (yargs, words) =>
		yargs
			.positional('what', { type: 'string', demandOption: true, describe: words.say('origin.what') })
			.positional('folder', { type: 'string', default: '.', describe: words.say('option.folder') }),
	async handle({ what, folder }, cli) {
		return withQuestions(folder, cli.terminal.env, async (questions) => {
			const answer = await questions.origin(what);
			const { printOrigin } = await import('../views/origin.ts');
			if (cli.json) cli.resultJson(answer);
			else cli.result(printOrigin(answer, questions, cli.words));
			return 0;
		});
	},
});
