import { join } from 'node:path';
import type { DecisionAct } from '../../ledger/decision.ts';
import { Problem } from '../../ledger/problem.ts';
import type { SheetDefaults } from '../../run/deciding/apply-sheet.ts';
import { DECIDABLE_KINDS } from '../../run/deciding/kinds.ts';
import type { Cli } from '../cli.ts';
import { defineCommand } from '../command.ts';
import { withQuestions } from '../questions.ts';
import { whileLocked } from '../while-locked.ts';

const FLAGS = ['confirm', 'reject', 'withdraw', 'split', 'dispute'] as const;

export const decide = defineCommand({
	usage: 'decide [what] [folder]',
	purpose: 'decide.purpose',
	examples: [
		['decide c91… my-case --confirm --by 李检 --why "与讯问笔录一致"', 'decide.example'],
		['decide t3f… my-case --kind loan --by 李检 --why "借条在卷"', 'decide.example-kind'],
		['decide q8c… my-case --confirm --by 李检 --why "本人指认"', 'decide.example-point'],
		['decide --from review.xlsx my-case', 'decide.example-sheet'],
	],
	options: (yargs, words) =>
		yargs
			.positional('what', { type: 'string', describe: words.say('decide.what') })
			.positional('folder', { type: 'string', describe: words.say('option.folder') })
			.option('confirm', { type: 'boolean', describe: words.say('decide.confirm') })
			.option('reject', { type: 'boolean', describe: words.say('decide.reject') })
			.option('withdraw', { type: 'boolean', describe: words.say('decide.withdraw') })
			.option('split', { type: 'boolean', describe: words.say('decide.split') })
			.option('dispute', { type: 'boolean', describe: words.say('decide.dispute') })
			.option('kind', { choices: DECIDABLE_KINDS, requiresArg: true, describe: words.say('decide.kind') })
			.option('person', { type: 'string', requiresArg: true, default: '', describe: words.say('decide.person') })
			.option('by', { type: 'string', requiresArg: true, default: '', describe: words.say('decide.by') })
			.option('why', { type: 'string', requiresArg: true, default: '', describe: words.say('decide.why') })
			.option('review', { type: 'string', requiresArg: true, default: '', describe: words.say('decide.review') })
			.option('from', { type: 'string', requiresArg: true, describe: words.say('decide.from') }),
	async handle(args, cli) {
		const { by, why, review } = args;
		const said = { by: by.trim(), why: why.trim(), review: review.trim(), at: new Date().toISOString() };
		if (args.from !== undefined) {
			if (actsIn(args).length > 0 || args.person !== '' || args.folder !== undefined)
				throw new Problem('usage', 'decide.sheet-alone', { file: args.from });
			const [file, folder] = [args.from, args.what ?? '.'];
			return await whileLocked(folder, 'decide', cli, () => fromSheet(file, folder, said, cli));
		}
		if (args.what === undefined) throw new Problem('usage', 'decide.nothing-named');
		for (const option of ['by', 'why'] as const)
			if (said[option] === '') throw new Problem('usage', 'decide.needed', { option });
		const folder = args.folder ?? '.';
		const [act, ...more] = actsIn(args);
		if (act === undefined || more.length > 0)
			throw new Problem('usage', 'decide.one-act', { given: actsIn(args).join(', ') });
		const request = { what: args.what, act, kind: args.kind ?? '', person: args.person.trim(), ...said };
		const { appendDecisions } = await import('../../sources/decisions-file.ts');
		const { decision, before } = await whileLocked(folder, 'decide', cli, async () => {
			const decided = await withQuestions(folder, cli.terminal.env, (questions) => questions.decide(request));
			await appendDecisions(join(folder, 'decisions.csv'), [decided.decision]);
			return decided;
		});
		if (cli.json) cli.resultJson({ ...decision, before });
		else {
			const { printDecision } = await import('../views/decide.ts');
			cli.result(printDecision(decision, before, folder, cli.words));
		}
		return 0;
	},
});

/** The review sheet is judged whole: with one fault in it nothing is recorded. */
async function fromSheet(path: string, folder: string, said: SheetDefaults, cli: Cli): Promise<number> {
	const { existsSync } = await import('node:fs');
	if (!existsSync(path)) throw new Problem('usage', 'review.missing', { file: path });
	const reading = await withQuestions(folder, cli.terminal.env, (questions) => questions.applySheet(path, said));
	const { faults, decisions, already, empty } = reading;
	if (faults.length > 0) {
		const { sayFault } = await import('../views/decide.ts');
		const lines = faults.map((fault) => sayFault(fault, cli.words));
		// Also with --quiet: each says which cell to mend.
		if (!cli.json) for (const line of lines) cli.terminal.err(`${line}\n`);
		throw new Problem('usage', 'review.faults', { file: path, faults: faults.length, first: lines[0] ?? '' });
	}
	const { appendDecisions } = await import('../../sources/decisions-file.ts');
	await appendDecisions(join(folder, 'decisions.csv'), decisions);
	if (cli.json) cli.resultJson({ decisions, already, empty });
	else cli.result(cli.words.say('decide.sheet-done', { recorded: decisions.length, already, empty, folder }));
	return 0;
}

function actsIn(
	args: { [Flag in (typeof FLAGS)[number]]: boolean | undefined } & { kind: string | undefined },
): DecisionAct[] {
	const acts: DecisionAct[] = FLAGS.filter((flag) => args[flag] === true);
	if (args.kind !== undefined) acts.push('kind');
	return acts;
}
