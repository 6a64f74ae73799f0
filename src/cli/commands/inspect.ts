import { Problem } from '../../ledger/problem.ts';
import type { MappingEntry } from '../../run/save-mapping.ts';
import type { Cli } from '../cli.ts';
import { defineCommand } from '../command.ts';
import { whileLocked } from '../while-locked.ts';

export const inspect = defineCommand({
	usage: 'inspect <files..>',
	purpose: 'inspect.purpose',
	examples: [
		['inspect bill.csv', 'inspect.example'],
		['inspect my-case/evidence --case my-case', 'inspect.example-case'],
		['inspect flow.csv --case my-case --save-mapping', 'inspect.example-save'],
		['inspect returns.zip --json', 'inspect.example-json'],
	],
	options: (yargs, words) =>
		yargs
			.positional('files', {
				type: 'string',
				array: true,
				demandOption: true,
				describe: words.say('inspect.files'),
			})
			.option('case', { type: 'string', requiresArg: true, describe: words.say('inspect.case') })
			.option('save-mapping', { type: 'boolean', default: false, describe: words.say('inspect.save-mapping') }),
	async handle({ files, case: caseFolder, saveMapping: saves }, cli) {
		if (saves && caseFolder === undefined) throw new Problem('usage', 'inspect.save-needs-case');
		const { inspectFiles } = await import('../../run/inspect.ts');
		const { printInspection, isWholly } = await import('../views/inspection.ts');
		const seen = [];
		const proposed: MappingEntry[] = [];
		let whole = true;
		for await (const inspection of inspectFiles(files, caseFolder, cli.terminal.env)) {
			whole &&= isWholly(inspection);
			if (inspection.proposed) proposed.push(inspection.proposed);
			if (cli.json) seen.push(inspection);
			else cli.result(`${printInspection(inspection, cli.words)}\n`);
		}
		if (cli.json) cli.resultJson(seen);
		if (saves && caseFolder !== undefined)
			await whileLocked(caseFolder, 'inspect', cli, () => save(proposed, caseFolder, cli));
		return whole ? 0 : 1;
	},
});

/** Writes the readings that were shown into the case, each once: files of one layout are read by one mapping. */
async function save(proposed: readonly MappingEntry[], folder: string, cli: Cli): Promise<void> {
	const { saveMapping } = await import('../../run/save-mapping.ts');
	const entries = new Map(proposed.map((entry) => [entry.name, entry]));
	for (const [name, entry] of entries) {
		await saveMapping(folder, entry);
		cli.talk(cli.words.say('inspect.saved', { mapping: name, folder }));
	}
	if (entries.size === 0) cli.talk(cli.words.say('inspect.nothing-to-save'));
}
