import type { TraceRequest } from '../../run/questions/trace.ts';
import { defineCommand } from '../command.ts';
import { given } from '../given.ts';
import { withQuestions } from '../questions.ts';

const FORMS = ['table', 'json', 'csv'] as const;
const POLICIES = ['fifo', 'lifo', 'haircut', 'poison'] as const;

export const trace = defineCommand({
	usage: 'trace [folder]',
	purpose: 'trace.purpose',
	examples: [
		['trace my-case --from tron:T…', 'trace.example'],
		['trace my-case --from tron:T… --to 张三 --policy lifo', 'trace.example-to'],
		['trace my-case --from 张三 --since 2023-03-01 --min 100 --as csv', 'trace.example-csv'],
	],
	options: (yargs, words) =>
		yargs
			.positional('folder', { type: 'string', default: '.', describe: words.say('option.folder') })
			.option('from', { type: 'string', demandOption: true, requiresArg: true, describe: words.say('trace.from') })
			.option('to', { type: 'string', requiresArg: true, describe: words.say('trace.to') })
			.option('since', { type: 'string', requiresArg: true, describe: words.say('trace.since') })
			.option('until', { type: 'string', requiresArg: true, describe: words.say('trace.until') })
			.option('asset', { type: 'string', requiresArg: true, describe: words.say('trace.asset') })
			.option('min', { type: 'string', requiresArg: true, describe: words.say('trace.min') })
			.option('depth', { type: 'number', requiresArg: true, describe: words.say('trace.depth') })
			.option('policy', { choices: POLICIES, describe: words.say('trace.policy') })
			.option('as', { choices: FORMS, default: 'table' as const, describe: words.say('trace.as') }),
	async handle(args, cli) {
		return withQuestions(args.folder, cli.terminal.env, async (questions) => {
			const answer = await questions.trace(requestOf(args));
			const { printTrace, traceCsv } = await import('../views/trace.ts');
			if (cli.json || args.as === 'json') cli.resultJson(answer);
			else if (args.as === 'csv') cli.terminal.out(traceCsv(answer, questions));
			else cli.result(printTrace(answer, questions, cli.words));
			return 0;
		});
	},
});

function requestOf(args: { [Key in keyof TraceRequest]: TraceRequest[Key] | undefined }): TraceRequest {
	const { from, to, since, until, asset, min, depth, policy } = args;
	return given<TraceRequest>({ from, to, since, until, asset, min, depth, policy });
}
