import type { FigureChange, PersonChange } from '../../findings/changes/people-schema.ts';
import type { Changes } from '../../findings/changes/schema.ts';
import { CNY } from '../../ledger/asset.ts';
import { word } from '../words.ts';
import { type Block, section } from './blocks.ts';
import type { Desk } from './desk.ts';

/** People come and gone, their figures, and what else is known of them. */
export function peopleSections({ people }: Changes, desk: Desk): Block[] {
	return [...comeAndGone(people, desk), ...figures(people.changed, desk), ...parts(people.changed, desk)];
}

function comeAndGone({ come, gone }: Changes['people'], { words, more }: Desk): Block[] {
	const { columns: c } = words;
	const told = (list: typeof come, change: string) =>
		list.map(({ id, name }) => [change, name, `liuxiang person ${id}`]);
	const rows = [...told(come, words.come), ...gone.map(({ name }) => [words.gone, name, ''])];
	return section(
		words.headings.people,
		[{ title: c.change }, { title: c.person }, { title: c.look, as: 'code' }],
		rows,
		more,
	);
}

/** Whose figures moved most stands first. */
function figures(changed: readonly PersonChange[], { words, common, amount, difference, more }: Desk): Block[] {
	const { columns: c } = words;
	const number = (title: string) => ({ title, as: 'number' as const });
	const columns = [
		...[{ title: c.person }, { title: c.figure }, number(c.was), number(c.is), number(c.difference)],
		{ title: c.look, as: 'code' as const },
	];
	const names: Readonly<Record<string, string>> = { ...common.figureNames, ...words.figures };
	const shown = (value: string | undefined, unit: string) => (value === undefined ? words.absent : amount(value, unit));
	const rows = changed
		.map((person) => ({ person, moved: movedBy(person) }))
		.sort((a, b) => (a.moved > b.moved ? -1 : a.moved < b.moved ? 1 : 0))
		.flatMap(({ person: { name, figures: list } }) =>
			[...list]
				.sort((a, b) => rank(a) - rank(b))
				.map(({ name: figure, id, unit, was, is }) => [
					...[name, word(names, figure), shown(was, unit), shown(is, unit), difference(was, is, unit)],
					id === undefined ? '' : `liuxiang why ${id}`,
				]),
		);
	return section(words.headings.figures, columns, rows, more);
}

/** The furthest that a yuan figure of the person moved. */
function movedBy({ figures }: PersonChange): bigint {
	const moves = figures
		.filter(({ unit }) => unit === CNY.id)
		.map(({ was = '0', is = '0' }) => BigInt(is) - BigInt(was))
		.map((move) => (move < 0n ? -move : move));
	return moves.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).at(-1) ?? 0n;
}

const FIRST = ['received', 'passed-on', 'kept'];

function rank({ name }: FigureChange): number {
	const place = FIRST.indexOf(name);
	return place < 0 ? FIRST.length : place;
}

function parts(changed: readonly PersonChange[], { words, more }: Desk): Block[] {
	const { columns: c } = words;
	const separator = words.list;
	const rows = changed
		.filter(({ parts: list }) => list.length > 0)
		.map(({ id, name, parts: list }) => [
			...[name, list.map((part) => word(words.parts, part)).join(separator), `liuxiang person ${id}`],
		]);
	return section(
		words.headings.parts,
		[{ title: c.person }, { title: c.change }, { title: c.look, as: 'code' }],
		rows,
		more,
	);
}
