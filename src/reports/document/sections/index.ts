import type { FindingsPerson } from '../../../findings/schema.ts';
import type { Block, IndexPart } from '../blocks.ts';
import { type Pen, sheetId } from '../pen.ts';
import { initialsOf, sortKey } from '../pinyin.ts';

/** Everybody by the first letter of the name as it is spoken, with the page of the sheet; then by nickname. */
export function peopleIndex(pen: Pen): Block[] {
	const { findings, say } = pen;
	const named = findings.people.map((person) => ({
		key: person.name,
		note: [pen.nicknames(person, ' '), pen.role(person.role), pen.short(person.group)]
			.filter((each) => each !== '')
			.join(' '),
		to: sheetId(person.id),
	}));
	const nicked = findings.people.flatMap((person: FindingsPerson) =>
		person.nicknames.map((nickname) => ({ key: nickname, note: person.name, to: sheetId(person.id) })),
	);
	return [
		{ kind: 'heading', level: 1, text: say.index.heading, id: 'index', fresh: true },
		{ kind: 'paragraph', text: say.index.intro },
		{ kind: 'index', parts: partsOf(named) },
		...(nicked.length === 0
			? []
			: ([
					{ kind: 'heading', level: 2, text: say.index.nicknames, id: 'index-nicknames' },
					{ kind: 'index', parts: partsOf(nicked) },
				] as const)),
	];
}

function partsOf(entries: readonly { key: string; note: string; to: string }[]): IndexPart[] {
	const keyed = entries.flatMap((entry) =>
		initialsOf(entry.key).map((letter) => ({ ...entry, letter, order: sortKey(entry.key) })),
	);
	keyed.sort((a, b) => compare(a.letter, b.letter) || compare(a.order, b.order) || compare(a.to, b.to));
	const parts = new Map<string, IndexPart['entries'][number][]>();
	for (const { letter, key, note, to } of keyed) {
		const list = parts.get(letter) ?? [];
		list.push({ text: { t: key, long: true }, note: { t: note, long: true }, to });
		parts.set(letter, list);
	}
	return [...parts].map(([letter, list]) => ({ letter, entries: list }));
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
