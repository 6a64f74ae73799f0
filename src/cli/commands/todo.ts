import { Problem } from '../../ledger/problem.ts';
import { defineCommand } from '../command.ts';
import { withQuestions } from '../questions.ts';

export const todo = defineCommand({
	usage: 'todo [folder]',
	purpose: 'todo.purpose',
	examples: [
		['todo my-case', 'todo.example'],
		['todo my-case --xlsx review.xlsx', 'todo.example-xlsx'],
	],
	options: (yargs, words) =>
		yargs
			.positional('folder', { type: 'string', default: '.', describe: words.say('option.folder') })
			.option('xlsx', { type: 'string', requiresArg: true, describe: words.say('todo.xlsx') }),
	async handle({ folder, xlsx }, cli) {
		return withQuestions(folder, cli.terminal.env, async (questions) => {
			const items = await questions.todo();
			if (xlsx !== undefined) {
				await writeNew(xlsx, await questions.reviewSheet());
				if (cli.json) cli.resultJson({ file: xlsx, points: items.length });
				else cli.result(cli.words.say('todo.written', { file: xlsx, points: items.length, folder }));
				return 0;
			}
			const { printTodo } = await import('../views/todo.ts');
			if (cli.json) cli.resultJson(items);
			else cli.result(printTodo(items, questions, cli.words));
			return 0;
		});
	},
});

/** Never over a file that is there: somebody may have filled it in. */
async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
	const { writeFile } = await import('node:fs/promises');
	try {
		await writeFile(path, bytes, { flag: 'wx' });
	} catch (cause) {
		const { code = '' } = cause as NodeJS.ErrnoException;
		if (code === 'EEXIST') throw new Problem('usage', 'todo.file-there', { file: path }, cause);
		if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR' || code === 'ENOTDIR')
			throw new Problem('usage', 'todo.cannot-write', { file: path, code }, cause);
		throw cause;
	}
}
