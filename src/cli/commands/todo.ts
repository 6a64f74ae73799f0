import { defineCommand } from '../command.ts';
import { withQuestions } from '../questions.ts';

export const todo = defineCommand({
	usage: 'todo [folder]',
	purpose: 'todo.purpose',
	examples: [['todo my-case', 'todo.example']],
	options: (yargs, words) =>
		yargs.positional('folder', { type: 'string', default: '.', describe: words.say('option.folder') }),
	async handle({ folder }, cli) {
		return withQuestions(folder, cli.terminal.env, async (questions) => {
			const items = await questions.todo();
			const { printTodo } = await import('../views/todo.ts');
			if (cli.json) cli.resultJson(items);
			else cli.result(printTodo(items, cli.words));
			return 0;
		});
	},
});
