import type { Changes } from '../../findings/changes/schema.ts';
import type { ToldTransfer } from '../../findings/changes/transfers-schema.ts';
import { word } from '../words.ts';
import type { Block, Column } from './blocks.ts';
import type { Desk } from './desk.ts';

/** New, vanished, changed and renamed transfers: sums of all, the largest one by one. */
export function transferSections({ transfers, vanished }: Changes, desk: Desk): Block[] {
	const { words } = desk;
	const { new: come, vanished: gone, changed, renamed, evidenced } = transfers;
	const parts = [
		...part(desk, 'new', come, () => ''),
		...part(desk, 'vanished', gone, () => ''),
		...part(desk, 'changed', { ...changed, sums: [] }, (one) => fieldsOf(one, desk)),
		...part(desk, 'renamed', { ...renamed, sums: [] }, ({ was, by }) => words.wasId(was, word(words.renamedBy, by))),
		...(evidenced > 0 ? [{ is: 'note' as const, text: words.evidenced(desk.count(evidenced)) }] : []),
		...takenBack(vanished, desk),
	];
	return parts.length === 0 ? [] : [{ is: 'heading', text: words.headings.transfers }, ...parts];
}

interface Told<T> {
	readonly count: number;
	readonly sums: Changes['transfers']['new']['sums'];
	readonly largest: readonly T[];
}

function part<T extends ToldTransfer>(
	desk: Desk,
	which: keyof Desk['words']['transferHeads'],
	{ count, sums, largest }: Told<T>,
	note: (one: T) => string,
): Block[] {
	if (count === 0) return [];
	const { words } = desk;
	const counted = sums.map((sum) => words.sums(desk.count(sum.count), desk.amount(sum.amount, sum.asset)));
	const left = count - largest.length;
	return [
		{ is: 'subheading', text: [words.transferHeads[which], desk.count(count)].join(words.colon) },
		...counted.map((text): Block => ({ is: 'note', text })),
		{ is: 'table', columns: columnsOf(desk), rows: largest.map((one) => rowOf(one, note(one), desk)) },
		...(left > 0 ? [{ is: 'note' as const, text: words.more(desk.count(left), 'transfers.jsonl') }] : []),
	];
}

function columnsOf({ words: { columns: c } }: Desk): Column[] {
	return [
		...[{ title: c.time }, { title: c.from }, { title: c.to }, { title: c.amount, as: 'number' as const }],
		...[{ title: c.id, as: 'code' as const }, { title: c.note }],
	];
}

function rowOf(one: ToldTransfer, note: string, { words, common, amount, account, time }: Desk): string[] {
	const apart = one.exclusion === undefined ? '' : words.excluded(word(common.exclusions, one.exclusion));
	return [
		...[time(one.instant), account(one.from, one.fromName), account(one.to, one.toName), amount(one.amount, one.asset)],
		...[one.id, [note, apart].filter((text) => text !== '').join(' · ')],
	];
}

function fieldsOf(one: Changes['transfers']['changed']['largest'][number], desk: Desk): string {
	const { words } = desk;
	const asset = one.fields.find(({ field }) => field === 'asset')?.was ?? one.asset;
	return one.fields
		.map(
			({ field, was, is }) =>
				`${word(words.fields, field)} ${shown(field, was, asset, desk)} → ${shown(field, is, one.asset, desk)}`,
		)
		.join('; ');
}

function shown(field: string, value: string, asset: string, { words, common, amount, time }: Desk): string {
	if (value === '') return words.absent;
	if (field === 'amount' || field === 'gross' || field === 'refunded') return amount(value, asset);
	if (field === 'instant') return time(Number(value));
	if (field === 'exclusion') return word(common.exclusions, value);
	return field === 'grade' ? word(common.grades, value) : value;
}

function takenBack(vanished: Changes['vanished'], { words, amount, account, time }: Desk): Block[] {
	if (vanished.length === 0) return [];
	const { columns: c } = words;
	const columns: Column[] = [
		...[{ title: c.time }, { title: c.from }, { title: c.to }, { title: c.amount, as: 'number' as const }],
		{ title: c.transaction, as: 'code' },
	];
	const rows = vanished.map((one) => [
		...[
			time(one.instant),
			account(one.from),
			account(one.to),
			amount(one.amount, one.asset),
			`${one.chain} ${one.transaction}`,
		],
	]);
	return [
		{ is: 'subheading', text: words.headings.vanished },
		{ is: 'table', columns, rows },
	];
}
