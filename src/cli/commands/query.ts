import { Problem } from '../../ledger/problem.ts';
import type { NamedQuery } from '../../stores/neo4j/named-query.ts';
import type { Cli } from '../cli.ts';
import { defineCommand } from '../command.ts';

const FORMS = ['table', 'json', 'csv'] as const;

export const query = defineCommand({
	usage: 'query [name] [folder]',
	purpose: 'query.purpose',
	examples: [
		['query', 'query.example'],
		['query who-pays-whom my-case --param min=500', 'query.example-named'],
		['query person-ledger my-case --param who=张三 --as csv', 'query.example-csv'],
		['query --file own.cypher my-case', 'query.example-file'],
	],
	options: (yargs, words) =>
		yargs
			.positional('name', { type: 'string', describe: words.say('query.name') })
			.positional('folder', { type: 'string', describe: words.say('option.folder') })
			.option('param', {
				type: 'string',
				array: true,
				nargs: 1,
				default: [] as string[],
				describe: words.say('query.param'),
			})
			.option('file', { type: 'string', requiresArg: true, describe: words.say('query.file') })
			.option('as', { choices: FORMS, default: 'table' as const, describe: words.say('query.as') }),
	async handle({ name, folder, file, param, as }, cli) {
		const { namedQueries, namedQuery } = await import('../../stores/neo4j/named-query.ts');
		if (file === undefined && name === undefined) return listQueries(namedQueries(), cli);
		const { askQuery, readOwnQuery } = await import('../../run/questions/query.ts');
		const asked = file === undefined ? namedQuery(name ?? '') : await readOwnQuery(file);
		// With --file the first word is the folder: there is no name to give.
		const root = (file === undefined ? folder : name) ?? '.';
		const answer = await askQuery(root, cli.terminal.env, asked, givenOf(param));
		const { answerCsv, answerJson, printAnswer } = await import('../views/query.ts');
		if (cli.json || as === 'json') cli.resultJson(answerJson(answer));
		else if (as === 'csv') cli.terminal.out(answerCsv(answer));
		else cli.result(printAnswer(answer, cli.words));
		if (answer.cut === undefined) return 0;
		// Also with --quiet: an answer that is not whole must not pass for one that is.
		cli.terminal.err(`${cli.words.say('query.cut', { rows: answer.cut })}\n`);
		return 1;
	},
});

async function listQueries(queries: readonly NamedQuery[], cli: Cli): Promise<number> {
	const { printQueries } = await import('../views/query-list.ts');
	if (cli.json)
		cli.resultJson(queries.map(({ name, purpose, parameters, columns }) => ({ name, purpose, parameters, columns })));
	else cli.result(printQueries(queries, cli.words));
	return 0;
}

function givenOf(params: readonly string[]): Map<string, string> {
	return new Map(
		params.map((text) => {
			const at = text.indexOf('=');
			if (at < 1) throw new Problem('usage', 'query.param-form', { text });
			return [text.slice(0, at), text.slice(at + 1)];
		}),
	);
}
