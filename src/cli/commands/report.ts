import { Problem } from '../../ledger/problem.ts';
import type { Choice } from '../../reports/part/choose.ts';
import type { PackageRequest } from '../../run/package/draw-package.ts';
import { defineCommand } from '../command.ts';
import { given } from '../given.ts';
import { startProgress } from '../progress.ts';
import { whileLocked } from '../while-locked.ts';

const LEVELS = ['internal', 'court', 'public'] as const;
const GROUPINGS = ['group', 'batch', 'office', 'province'] as const;
/** Repeated from the list of parts: `--help` loads nothing of it. */
const PART_IDS = ['report', 'charts', 'ways', 'schedules', 'workbook', 'page', 'exchange'] as const;

export const report = defineCommand({
	usage: 'report [folder]',
	purpose: 'report.purpose',
	examples: [
		['report my-case', 'report.example'],
		['report my-case --level public --names masked', 'report.example-public'],
		['report my-case --only charts', 'report.example-only'],
		['report my-case --people list.csv', 'report.example-people'],
		['report my-case --each office', 'report.example-each'],
	],
	options: (yargs, words) =>
		yargs
			.positional('folder', { type: 'string', default: '.', describe: words.say('option.folder') })
			.option('level', { choices: LEVELS, default: 'court' as const, describe: words.say('report.level') })
			.option('names', { choices: ['full', 'masked'] as const, describe: words.say('report.names') })
			.option('people', { type: 'string', requiresArg: true, describe: words.say('report.people') })
			.option('person', { type: 'string', array: true, describe: words.say('report.person') })
			.option('group', { type: 'string', array: true, describe: words.say('report.group') })
			.option('batch', { type: 'string', array: true, describe: words.say('report.batch') })
			.option('office', { type: 'string', array: true, describe: words.say('report.office') })
			.option('province', { type: 'string', array: true, describe: words.say('report.province') })
			.option('each', { choices: GROUPINGS, describe: words.say('report.each') })
			.option('only', { choices: PART_IDS, array: true, describe: words.say('report.only') })
			.option('to', { type: 'string', requiresArg: true, describe: words.say('report.to') }),
	async handle({ folder, level, names, only, to, each, people, ...chosen }, cli) {
		const choice = await choiceOf(people, chosen);
		if (each !== undefined && choice !== undefined) throw new Problem('usage', 'part.each', {});
		const { namesFor } = await import('../../reports/package/name.ts');
		const progress = await startProgress(cli);
		const request = given<PackageRequest>({
			level,
			names: names ?? namesFor(level),
			env: cli.terminal.env,
			onPart: (part: string, done: number, total: number) => progress.onProgress(`part.${part}`, done, total),
			only,
			to,
			choice,
		});
		const { printPackage, printParts } = await import('../views/package.ts');
		// A package that goes elsewhere writes nothing into the case, which may be one that is only read.
		const guarded = <Drawn>(draw: () => Promise<Drawn>) =>
			(to === undefined ? whileLocked(folder, 'report', cli, draw) : draw()).finally(progress.stop);
		if (each === undefined) {
			const { drawPackage } = await import('../../run/package/draw-package.ts');
			const drawn = await guarded(() => drawPackage(folder, request));
			if (cli.json) cli.resultJson(drawn);
			else cli.result(printPackage(drawn, cli.words));
			return 0;
		}
		const { drawEach } = await import('../../run/package/draw-each.ts');
		const drawn = await guarded(() => drawEach(folder, request, each));
		if (cli.json) cli.resultJson(drawn);
		else cli.result(printParts(drawn, cli.words));
		return 0;
	},
});

type Chosen = Readonly<Record<'person' | 'group' | 'batch' | 'office' | 'province', string[] | undefined>>;

/** Whom the package is about; undefined: everybody. */
async function choiceOf(list: string | undefined, chosen: Chosen): Promise<Choice | undefined> {
	const { person, group, batch, office, province } = chosen;
	const listed = list === undefined ? undefined : await readList(list);
	const people = listed || person ? [...(listed ?? []), ...(person ?? [])] : undefined;
	const choice = given<Choice>({ people, group, batch, office, province });
	return Object.keys(choice).length === 0 ? undefined : choice;
}

async function readList(file: string): Promise<string[]> {
	const { peopleList } = await import('../../run/package/people-list.ts');
	return await peopleList(file);
}
