import { defineCommand } from '../command.ts';

export const init = defineCommand({
	usage: 'init <folder>',
	purpose: 'init.purpose',
	examples: [
		['init my-case', 'init.example'],
		['init my-case --xlsx', 'init.example-xlsx'],
	],
	options: (yargs, words) =>
		yargs
			.positional('folder', { type: 'string', demandOption: true, describe: words.say('option.new-folder') })
			.option('xlsx', { type: 'boolean', default: false, describe: words.say('init.xlsx') }),
	async handle({ folder, xlsx }, cli) {
		const { makeCaseFolder } = await import('../init/case-folder.ts');
		const workbook = xlsx ? (await import('../../sources/case-workbook-template.ts')).writeCaseWorkbook() : undefined;
		const files = await makeCaseFolder(folder, workbook);
		if (cli.json) cli.resultJson({ folder, files });
		else cli.result([cli.words.say('init.done', { folder }), ...files.map((file) => `  ${file}`)].join('\n'));
		cli.talk(cli.words.say('init.next', { folder }));
		return 0;
	},
});
