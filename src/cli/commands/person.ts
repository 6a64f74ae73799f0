import { defineCommand } from '../command.ts';
import { withQuestions } from '../questions.ts';

export const person = defineCommand({
	usage: 'person <who> [folder]',
	purpose: 'person.purpose',
	examples: [
		['person 张三 my-case', 'person.example'],
		['person wechat:wxid_0001 my-case', 'person.example-account'],
	],
	options: (yargs, words) =>
		yargs
			.positional('who', { type: 'string', demandOption: true, describe: words.say('person.who') })
			.positional('folder', { type: 'string', default: '.', describe: words.say('option.folder') }),
	async handle({ who, folder }, cli) {
		return withQuestions(folder, cli.terminal.env, async (questions) => {
			const answer = await questions.person(who);
			const { printPerson } = await import('../views/person.ts');
			if (cli.json) cli.resultJson(answer);
			else cli.result(printPerson(answer, questions, cli.words));
			return 0;
		});
	},
});
