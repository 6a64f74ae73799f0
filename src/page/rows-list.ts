import { thousands } from '../ledger/money.ts';
import type { Place, Units } from '../reports/page/format.ts';
import { CERTAINTY, EXCLUSION, MEDIUM } from './data.ts';
import { beside, type Desk, gradeMark, gradeOf, here, kindMark, policyHere, tableWords, two } from './desk.ts';
import { type Child, el, put } from './dom.ts';
import { filtered } from './filter.ts';
import { filterBar } from './filter-bar.ts';
import { type Column, LongTable } from './table.ts';

const ROW_HEIGHT = 52;

/** Transfers to list: all of the page, or those of a figure with what of each counts. */
export interface Listed {
	readonly label: string;
	readonly rows: readonly Place[];
	readonly counted?: ReadonlyMap<Place, Units>;
	readonly countedLabel?: string;
}

/** A list of transfers with its filters and sums. */
export function rowsList(
	desk: Desk,
	{ label, rows, counted, countedLabel }: Listed,
): { element: HTMLElement; table: LongTable } {
	const { data, tracer } = desk;
	const table = new LongTable(
		label,
		columnsOf(desk, counted, countedLabel),
		(row) => beside(data, row),
		tableWords(desk),
		ROW_HEIGHT,
	);
	const summary = el('p', { class: 'summary', 'aria-live': 'polite' });
	const refresh = (): void => {
		const shown = filtered(data, tracer, rows, here().params);
		put(summary, summaryOf(desk, shown, rows.length, counted));
		table.show(shown);
	};
	refresh();
	return { element: el('div', { class: 'rows' }, filterBar(desk, rows, refresh), summary, table.element), table };
}

/** How many, and what they come to, asset by asset. What is kept apart is in no sum, save what a figure counts of it. */
function summaryOf({ data }: Desk, shown: readonly Place[], all: number, counted: Listed['counted']): string {
	const sums = new Map<Place, bigint>();
	let apart = 0;
	for (const row of shown) {
		const amount = counted?.get(row);
		if (amount === undefined && data.code(EXCLUSION, row) !== '') {
			apart += 1;
			continue;
		}
		const asset = data.rows.asset[row] as Place;
		sums.set(asset, (sums.get(asset) ?? 0n) + (amount === undefined ? data.amount(row) : BigInt(amount)));
	}
	const n = thousands(shown.length);
	const listed = shown.length === all ? data.say('listed', { n }) : data.say('listedOf', { n, all: thousands(all) });
	const told = [...sums].map(([asset, sum]) => data.say('sum', { amount: data.amountText(sum, asset) }));
	const left = apart === 0 ? [] : [data.say('listedApart', { n: thousands(apart) })];
	return [listed, ...told, ...left].join(' · ');
}

function columnsOf(desk: Desk, counted: Listed['counted'], countedLabel = ''): Column[] {
	const { data, tracer } = desk;
	const { rows } = data;
	const byText = (column: readonly Place[]) => (a: number, b: number) => {
		const [left, right] = [data.text(column[a]), data.text(column[b])];
		return left < right ? -1 : left > right ? 1 : 0;
	};
	const columns: Column[] = [
		{
			head: data.say('time'),
			class: 'time',
			cell: (row) => two(data.when(row).slice(0, 10), data.when(row).slice(11)),
			compare: (a, b) => (data.time[a] as number) - (data.time[b] as number),
		},
		{
			head: data.say('payer'),
			class: 'who',
			cell: (row) => two(data.text(rows.payer[row]), data.text(rows.from[row])),
			compare: byText(rows.payer),
		},
		{
			head: data.say('payee'),
			class: 'who',
			cell: (row) => two(data.text(rows.payee[row]), data.text(rows.to[row])),
			compare: byText(rows.payee),
		},
		{
			head: data.say('amount'),
			class: 'number',
			cell: (row) => sum(desk, data.amount(row), rows.asset[row] as Place),
			compare: (a, b) => compared(data.amount(a), data.amount(b)),
		},
	];
	if (counted)
		columns.push({
			head: countedLabel,
			class: 'number',
			cell: (row) => sum(desk, BigInt(counted.get(row) ?? 0), rows.asset[row] as Place),
			compare: (a, b) => compared(BigInt(counted.get(a) ?? 0), BigInt(counted.get(b) ?? 0)),
		});
	if (here().params.get('traced'))
		columns.push({
			head: data.say('traced'),
			class: 'number',
			cell: (row) => sum(desk, tracer.traced(row, policyHere(desk)), rows.asset[row] as Place),
		});
	columns.push(
		{
			head: data.say('kind'),
			class: 'kind',
			cell: (row) => [
				el('span', { class: 'above' }, kindMark(desk, row)),
				el('span', { class: 'below' }, data.codeWord(CERTAINTY, row)),
			],
		},
		{ head: data.say('grade'), class: 'level', cell: (row) => gradeMark(desk, gradeOf(desk, row)) },
		{
			head: data.say('memo'),
			class: 'memo',
			cell: (row) => two(data.text(rows.memo[row]), data.codeWord(MEDIUM, row)),
		},
	);
	return columns;
}

/** Yuan on one line, coins with their long unit on the next. */
function sum({ data }: Desk, amount: bigint, asset: Place): Child {
	const [number, unit] = data.amountParts(amount, asset);
	if (data.told.assets[asset]?.id === 'CNY') return `${number} ${unit}`;
	return two(number, unit);
}

function compared(a: bigint, b: bigint): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
