import type { Findings, FindingsPerson } from '../../findings/schema.ts';
import { Problem } from '../../ledger/problem.ts';
import type { Cover } from '../package/part.ts';
import { wordsOf } from '../words.ts';
import { partWords } from './words.ts';

/** By what people may be chosen; everybody once, by the last of their spells. */
export const GROUPINGS = ['group', 'batch', 'office', 'province'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Whom a package is about. Of several conditions all must hold; of the values of one, any. */
export interface Choice extends Partial<Readonly<Record<Grouping, readonly string[]>>> {
	/** Names, nicknames, identity numbers, accounts or ids. */
	readonly people?: readonly string[];
}

export type Part = NonNullable<Cover['part']>;

/**
 * The people of a choice, and what it is called.
 *
 * @throws Problem part.unknown {value}, part.ambiguous {value, choices}, part.empty
 */
export function choose(findings: Findings, choice: Choice): Part {
	const named = choice.people?.map((text) => personOf(findings, text));
	const people = findings.people.filter((person) => {
		if (named && !named.includes(person)) return false;
		return GROUPINGS.every((by) => choice[by] === undefined || choice[by].includes(lastOf(person, by)));
	});
	for (const by of GROUPINGS) {
		const known = new Set(findings.people.map((person) => lastOf(person, by)));
		for (const value of choice[by] ?? []) {
			if (!known.has(value)) throw new Problem('usage', 'part.unknown', { value });
		}
	}
	if (people.length === 0) throw new Problem('usage', 'part.empty', {});
	return { title: titleOf(findings, choice, people), people: new Set(people.map(({ id }) => id)) };
}

/** A part for each group, batch, office or province; together they are the case, each member in one of them. */
export function partsBy(findings: Findings, by: Grouping): readonly Part[] {
	const values = [...new Set(findings.people.map((person) => lastOf(person, by)))].sort();
	const { without } = partWords(findings.case.language);
	return values.map((value) => ({
		title: value === '' ? without[by] : value,
		people: new Set(findings.people.filter((person) => lastOf(person, by) === value).map(({ id }) => id)),
	}));
}

/** What the last spell says. */
function lastOf(person: FindingsPerson, by: Grouping): string {
	return by === 'group' ? person.group : (person.spells.at(-1)?.[by] ?? '');
}

function personOf({ people }: Findings, text: string): FindingsPerson {
	const wanted = text.trim();
	const found = people.filter(({ id, name, identity, nicknames, accounts }) => {
		const handles = accounts.flatMap(({ account }) => [account, account.slice(account.indexOf(':') + 1)]);
		return [id, name, identity, ...nicknames, ...handles].includes(wanted);
	});
	const [first, second] = found;
	if (!first) throw new Problem('usage', 'part.unknown', { value: wanted });
	if (!second) return first;
	const choices = found.map(({ id, name, group }) => `${id} (${name} ${group})`).join(', ');
	throw new Problem('usage', 'part.ambiguous', { value: wanted, choices });
}

function titleOf({ case: { language } }: Findings, choice: Choice, people: readonly FindingsPerson[]): string {
	const { separator } = wordsOf(language);
	const named = choice.people === undefined ? [] : people.map(({ name }) => name);
	const values = GROUPINGS.flatMap((by) => choice[by] ?? []);
	const title = [...values, ...named].join(separator);
	return [...title].length <= 30 ? title : partWords(language).people(people.length);
}
