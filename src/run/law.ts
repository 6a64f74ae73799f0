import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BigNumber } from 'bignumber.js';
import { Problem } from '../ledger/problem.ts';
import type { CaseLaw, LawRule } from '../proceeds/yardsticks/types.ts';
import { isPresent } from '../sources/present.ts';
import { checkYaml } from './case-folder.ts';
import { type LawFile, lawFileSchema, SUBJECTS } from './law-file.ts';
import { defined } from './settings.ts';

/** Folder of a case with records of its own. */
export const OWN_LAW_FOLDER = 'law';

/**
 * The records of law: those that ship with the program, and those in `law/` of the case folder, where a rule of an id
 * that is known replaces it.
 *
 * @throws Problem case.syntax, case.field; law.twice where two files of one folder name the same rule
 */
export async function loadRules(root: string): Promise<Omit<CaseLaw, 'judgmentDay'>> {
	const shipped = await readFolder(shippedFolder());
	const own = await readFolder(join(root, OWN_LAW_FOLDER));
	const byId = new Map(shipped.rules);
	for (const id of own.ids) for (const one of [id, ...Object.values(endsOf(id))]) byId.delete(one);
	for (const [id, rule] of own.rules) byId.set(id, rule);
	const days = [...shipped.days, ...own.days].sort();
	return { asOf: days[0] as string, rules: [...byId.values()].sort(bySubject) };
}

/** Field of law, then the older document first; within one as its file lists them. */
function bySubject(a: LawRule, b: LawRule): number {
	return (
		SUBJECTS.indexOf(a.subject as (typeof SUBJECTS)[number]) -
			SUBJECTS.indexOf(b.subject as (typeof SUBJECTS)[number]) ||
		compare(a.from, b.from) ||
		compare(a.number, b.number)
	);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** What the files of a folder say: the ids as they write them, and the rules that these give, by ids of their own. */
interface Folder {
	readonly ids: ReadonlySet<string>;
	readonly rules: ReadonlyMap<string, LawRule>;
	readonly days: readonly string[];
}

async function readFolder(folder: string): Promise<Folder> {
	const names = isPresent(folder) ? (await readdir(folder)).filter((name) => /\.ya?ml$/i.test(name)).sort() : [];
	const ids = new Set<string>();
	const rules = new Map<string, LawRule>();
	const days: string[] = [];
	for (const name of names) {
		const path = join(folder, name);
		const file = checkYaml<LawFile>(await readFile(path, 'utf8'), path, lawFileSchema);
		days.push(file.as_of);
		for (const rule of file.rules) {
			const made = rulesOf(file, rule);
			if (ids.has(rule.id) || made.some(({ id }) => rules.has(id)))
				throw new Problem('config', 'law.twice', { file: path, id: rule.id });
			ids.add(rule.id);
			for (const one of made) rules.set(one.id, one);
		}
	}
	return { ids, rules, days };
}

/** The ids of the two ends of a span. */
function endsOf(id: string): { readonly lowest: string; readonly highest: string } {
	return { lowest: `${id}-lowest`, highest: `${id}-highest` };
}

/** A rule, or two where the document leaves a span: its lowest and its highest end. */
function rulesOf(file: LawFile, rule: LawFile['rules'][number]): LawRule[] {
	const { title, number } = file;
	const { id, yardstick, subject, article, text, english, needs, also } = rule;
	const until = rule.until ?? file.until;
	const one: LawRule = {
		id,
		yardstick,
		subject,
		title,
		number,
		article,
		text,
		english,
		source: rule.source ?? file.source,
		verified: rule.verified ?? file.verified,
		from: rule.from ?? file.from,
		...defined('until', until),
		conditions: needs.map((need) => ({ measures: need.measures, least: leastOf(need) })),
		also,
		notes: [...file.notes, ...rule.notes],
	};
	if (needs.every((need) => need.up_to_yuan === undefined)) return [one];
	const highest = needs.map((need) => ({
		measures: need.measures,
		least: need.up_to_yuan === undefined ? leastOf(need) : fen(need.up_to_yuan),
	}));
	return [
		{ ...one, id: endsOf(id).lowest, band: 'lowest' },
		{ ...one, id: endsOf(id).highest, band: 'highest', conditions: highest },
	];
}

function leastOf({ at_least, at_least_yuan }: LawFile['rules'][number]['needs'][number]): bigint {
	return at_least_yuan === undefined ? BigInt(at_least ?? 0) : fen(at_least_yuan);
}

function fen(yuan: string): bigint {
	return BigInt(new BigNumber(yuan).shiftedBy(2).toFixed(0));
}

/** `datasets/law` of the program: beside `src/` in the sources, beside `dist/` when compiled. */
export function shippedFolder(): string {
	for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
		const path = join(folder, 'datasets', 'law');
		if (isPresent(path)) return path;
		if (dirname(folder) === folder) throw new Error('the folder datasets/law/ is missing above the program');
	}
}
