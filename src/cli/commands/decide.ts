import { join } from 'node:path';
import type { DecisionAct } from '../../ledger/decision.ts';
import { Problem } from '../../ledger/problem.ts';
import type { Kind } from '../../payroll/types.ts';
import { defineCommand } from '../command.ts';
import { withQuestions } from '../questions.ts';

const FLAGS = ['confirm', 'reject', 'withdraw', 'split', 'dispute'] as const;

/** What a person may call a transfer. Seeds, cash-outs and own moves follow from accounts and links, not from a word. */
const KINDS = [
	'wage',
	'commission',
	'wage-and-commission',
	'bonus',
	'funding',
	'return-by-payee',
	'refund',
	'loan',
	'repayment',
	'between-peers',
	'family',
	'operating-cost',
	'private',
	'open',
] as const satisfies readonly Kind[];

export const decide = defineCommand({
	usage: 'decide <what> [folder]',
	purpose: 'decide.purpose',
	examples: [
		['decide c91… my-case --confirm --by 李检 --why "与讯问笔录一致"', 'decide.example'],
		['decide t3f… my-case --kind loan --by 李检 --why "借条在卷"', 'decide.example-kind'],
	],
	options: (yargs, words) =>
		yargs
			.positional('what', { type: 'string', demandOption: true, describe: words.say('decide.what') })
			.positional('folder', { type: 'string', default: '.', describe: words.say('option.folder') })
			.option('confirm', { type: 'boolean', describe: words.say('decide.confirm') })
			.option('reject', { type: 'boolean', describe: words.say('decide.reject') })
			.option('withdraw', { type: 'boolean', describe: words.say('decide.withdraw') })
			.option('split', { type: 'boolean', describe: words.say('decide.split') })
			.option('dispute', { type: 'boolean', describe: words.say('decide.dispute') })
			.option('kind', { choices: KINDS, requiresArg: true, describe: words.say('decide.kind') })
			.option('by', { type: 'string', demandOption: true, requiresArg: true, describe: words.say('decide.by') })
			.option('why', { type: 'string', demandOption: true, requiresArg: true, describe: words.say('decide.why') })
			.option('review', { type: 'string', requiresArg: true, default: '', describe: words.say('decide.review') }),
	async handle(args, cli) {
		const act = actOf(args);
		const subject = await withQuestions(args.folder, cli.terminal.env, (questions) => questions.subject(args.what));
		const decision = {
			subject,
			act,
			value: args.kind ?? '',
			by: args.by,
			why: args.why,
			at: new Date().toISOString(),
			review: args.review,
		};
		const { appendDecision } = await import('../../sources/decisions-file.ts');
		await appendDecision(join(args.folder, 'decisions.csv'), decision);
		if (cli.json) cli.resultJson(decision);
		else cli.result(cli.words.say('decide.done', { subject, folder: args.folder }));
		return 0;
	},
});

/** The one thing that was decided. */
function actOf(
	args: { [Flag in (typeof FLAGS)[number]]: boolean | undefined } & { kind: string | undefined },
): DecisionAct {
	const acts: DecisionAct[] = FLAGS.filter((flag) => args[flag] === true);
	if (args.kind !== undefined) acts.push('kind');
	const [act] = acts;
	if (act === undefined || acts.length > 1) throw new Problem('usage', 'decide.one-act', { given: acts.join(', ') });
	return act;
}
