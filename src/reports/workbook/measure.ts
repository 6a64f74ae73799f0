import { type Cell, plainAmount } from '../cell.ts';
import type { Table } from '../ledgers/ledger.ts';

/** What must be known of a table before its sheet can be written. */
export interface Measured {
	readonly rows: number;
	/** Of each column, in digits. */
	readonly widths: readonly number[];
	readonly totals: readonly GroupTotal[];
}

/** The sums of one group of rows: of all rows where the table adds up over all. */
export interface GroupTotal {
	/** Column -> what stands there in every row of the group. */
	readonly of: ReadonlyMap<number, string>;
	/** Column -> sum, where every amount of the group has the same decimals and is held exactly. */
	readonly sums: ReadonlyMap<number, Sum>;
}

export interface Sum {
	amount: bigint;
	decimals: number;
	/** Whether a spreadsheet holds each of its amounts as a number. */
	exact: boolean;
}

/** So many rows tell how wide a column must be. */
const SAMPLE_ROWS = 400;

/** Reads the beginning of the table, and once the columns that are added up. */
export function measure({ columns, rows, totals }: Table): Measured {
	const widths = columns.map(({ head }) => headWidth(head));
	const index = (key: string) => columns.findIndex((column) => column.key === key);
	const summed = (totals?.columns ?? []).map(index);
	const by = (totals?.by ?? []).map(index);
	const groups = new Map<string, { of: Map<number, string>; sums: Map<number, Sum> }>();
	sample(widths, rows());
	let count = 0;
	for (const cells of rows(new Set([...summed, ...by]))) {
		count += 1;
		if (summed.length === 0) continue;
		const texts = by.map((column) => textOf(cells[column]));
		const key = JSON.stringify(texts);
		let group = groups.get(key);
		if (!group) {
			group = { of: new Map(by.map((column, at) => [column, texts[at] as string])), sums: new Map() };
			groups.set(key, group);
		}
		for (const column of summed) add(group.sums, column, cells[column]);
	}
	const order = [...groups.keys()].sort();
	return { rows: count, widths, totals: order.map((key) => groups.get(key) as GroupTotal) };
}

function sample(widths: number[], rows: Iterable<readonly Cell[]>): void {
	let count = 0;
	for (const cells of rows) {
		widen(widths, cells);
		count += 1;
		if (count >= SAMPLE_ROWS) return;
	}
}

function add(sums: Map<number, Sum>, column: number, cell: Cell | undefined): void {
	if (cell?.is !== 'money' && cell?.is !== 'whole') return;
	const [amount, decimals] = cell.is === 'money' ? [cell.amount, cell.decimals] : [BigInt(cell.value), 0];
	const { exact } = plainAmount(amount, decimals);
	const sum = sums.get(column);
	if (!sum) sums.set(column, { amount, decimals, exact });
	else {
		sum.amount += amount;
		sum.exact &&= exact && sum.decimals === decimals;
	}
}

function textOf(cell: Cell | undefined): string {
	return cell?.is === 'text' ? cell.value : '';
}

const WIDTH_MIN = 6;
const WIDTH_MAX = 38;
/** Digits that a Chinese character takes, and another one. */
const WIDE = 1.9;
const NARROW = 1.1;

/** Width in digits, near enough to find the lines of a cell. Asked of every text of a long ledger: no table is looked up. */
function digitsOf(text: string): number {
	let wide = 0;
	for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x2e7f) wide += 1;
	return wide * WIDE + (text.length - wide) * NARROW;
}

/** Room before a text, so that it does not touch the number to its left. */
const INDENT = 1;

/** Heads may break into three lines. */
function headWidth(head: string): number {
	return Math.min(16, Math.max(WIDTH_MIN, Math.ceil(digitsOf(head) / 2) + 2));
}

function widen(widths: number[], cells: readonly Cell[]): void {
	for (let column = 0; column < cells.length; column++) {
		const width = widths[column] as number;
		if (width < WIDTH_MAX) widths[column] = Math.max(width, Math.min(WIDTH_MAX, cellWidth(cells[column] as Cell)));
	}
}

function cellWidth(cell: Cell): number {
	switch (cell.is) {
		case 'text':
			return Math.ceil(digitsOf(cell.value.slice(0, 80))) + INDENT + 1;
		case 'money':
			return amountWidth(cell.amount, cell.decimals);
		case 'time':
			return 20;
		case 'day':
			return 11;
		default:
			return WIDTH_MIN;
	}
}

/** With its thousands commas. */
export function amountWidth(amount: bigint, decimals: number): number {
	const digits = plainAmount(amount, decimals).plain.length;
	return digits + Math.floor(Math.max(0, digits - decimals - 1) / 3) + 2;
}

/** How many lines the cells of a row take at these widths. */
export function linesOf(cells: readonly Cell[], widths: readonly number[]): number {
	let lines = 1;
	for (let column = 0; column < cells.length; column++) {
		const cell = cells[column] as Cell;
		if (cell.is === 'text') lines = Math.max(lines, textLines(cell.value, widths[column] as number));
	}
	return lines;
}

/** Short texts, the most of all, need no measuring: no character is wider than an em. */
export function textLines(value: string, width: number): number {
	const room = width - INDENT - 1;
	if (value.length * WIDE <= room) return 1;
	return Math.ceil(digitsOf(value) / room);
}
