import { Problem } from '../../ledger/problem.ts';
import { defineCommand } from '../command.ts';

export const changes = defineCommand({
	usage: 'changes [folder]',
	purpose: 'changes.purpose',
	examples: [
		['changes my-case', 'changes.example'],
		['changes my-case --as html > changes.html', 'changes.example-html'],
		['changes my-case --from run-0123456789ab', 'changes.example-from'],
	],
	options: (yargs, words) =>
		yargs
			.positional('folder', { type: 'string', default: '.', describe: words.say('option.folder') })
			.option('from', { type: 'string', requiresArg: true, describe: words.say('changes.from') })
			.option('to', { type: 'string', requiresArg: true, describe: words.say('changes.to') })
			.option('as', {
				choices: ['text', 'html'] as const,
				default: 'text' as const,
				describe: words.say('changes.as'),
			}),
	async handle({ folder, from, to, as }, cli) {
		if (from === undefined && to !== undefined) throw new Problem('usage', 'changes.to-alone');
		const { changesOf, lastChanges } = await import('../../run/changes/show-changes.ts');
		const told = from === undefined ? await lastChanges(folder) : await changesOf(folder, from, to, Date.now());
		if (cli.json) cli.resultJson(told);
		else if (as === 'html') {
			const { changesPage } = await import('../../reports/changes/page.ts');
			cli.result([...changesPage(told)].join('').trimEnd());
		} else {
			const { changesText } = await import('../../reports/changes/text.ts');
			cli.result(changesText(told).trimEnd());
		}
		return 0;
	},
});
