import { Problem } from '../../ledger/problem.ts';
import { defineCommand } from '../command.ts';
import { startProgress } from '../progress.ts';
import { whileLocked } from '../while-locked.ts';

export const copy = defineCommand({
	usage: 'copy [folder]',
	purpose: 'copy.purpose',
	examples: [
		['copy my-case --to neo4j://127.0.0.1:7687', 'copy.example'],
		['copy my-case --to my-case/store.duckdb', 'copy.example-back'],
	],
	options: (yargs, words) =>
		yargs
			.positional('folder', { type: 'string', default: '.', describe: words.say('option.folder') })
			.option('to', { type: 'string', demandOption: true, requiresArg: true, describe: words.say('copy.to') }),
	async handle({ folder, to }, cli) {
		const { copyCase } = await import('../../run/copy-case.ts');
		const progress = await startProgress(cli);
		const { env } = cli.terminal;
		const { onProgress } = progress;
		const copied = await whileLocked(folder, 'copy', cli, () => copyCase(folder, { to, env, onProgress })).finally(
			progress.stop,
		);
		const { copyOf, printCopy } = await import('../views/copy.ts');
		if (cli.json) cli.resultJson(copyOf(copied));
		else cli.result(printCopy(copied, cli.words));
		if (copied.differences.length > 0)
			throw new Problem('store', 'copy.differs', { parts: copied.differences.join(', ') });
		return 0;
	},
});
