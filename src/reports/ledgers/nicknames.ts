import type { Findings } from '../../findings/schema.ts';
import { text, whole } from '../cell.ts';
import { word } from '../words.ts';
import { type Desk, type Ledger, ledgerReport } from './ledger.ts';

interface Row {
	readonly kind: 'nickname' | 'role' | 'group';
	/** As it stands in the evidence. */
	readonly term: string;
	readonly means: string;
	readonly source: string;
	/** How many people or members. */
	readonly count: number;
}

/**
 * 附表23: whom nicknames mean, and what words for roles and chat groups stand for, with the source that says so
 * (法释〔2021〕1号 第115条: nicknames and code words are to be explained). A nickname that two people share has two rows.
 */
const ledger: Ledger<Row> = {
	id: 'nicknames',
	file: 'nicknameWords',
	rows: ({ findings }, desk) => [
		...nicknameRows(findings, desk),
		...roleRows(findings, desk),
		...groupRows(findings, desk),
	],
	columns: [
		['number', (_, __, index) => whole(index + 1)],
		['termKind', ({ kind }, { words }) => text(words.termKinds[kind])],
		['term', ({ term }) => text(term)],
		['means', ({ means }) => text(means)],
		['memberCount', ({ count }) => whole(count)],
		['source', ({ source }) => text(source)],
	],
};

function* nicknameRows({ people }: Findings, { words }: Desk): Generator<Row> {
	for (const { name, nicknames, spells } of people) {
		const source = distinct(spells.map((spell) => spell.source)).join(words.stop);
		for (const term of nicknames) yield { kind: 'nickname', term, means: name, source, count: 1 };
	}
}

function* roleRows({ people }: Findings, { words }: Desk): Generator<Row> {
	const spells = people.flatMap((person) => person.spells.map((spell) => ({ ...spell, id: person.id })));
	for (const term of distinct(spells.map(({ roleText }) => roleText)).sort()) {
		const told = spells.filter(({ roleText }) => roleText === term);
		const means = distinct(told.map(({ role }) => word(words.roles, role))).join(words.separator);
		const source = distinct(told.map((spell) => spell.source)).join(words.stop);
		yield { kind: 'role', term, means, source, count: distinct(told.map(({ id }) => id)).length };
	}
}

function* groupRows({ groups }: Findings, { words }: Desk): Generator<Row> {
	for (const { group, name, purpose, source, members } of groups) {
		const term = name === '' || name === group ? group : words.withRole(name, group);
		yield { kind: 'group', term, means: word(words.purposes, purpose), source, count: members };
	}
}

function distinct(values: readonly string[]): string[] {
	return [...new Set(values)].filter((value) => value !== '');
}

export const nicknameLedger = ledgerReport(ledger);
