import { formatAmount } from '../ledger/money.ts';
import { formatTime } from '../ledger/time.ts';
import { visible } from './visible.ts';

/**
 * CSV that a spreadsheet opens without harm and a program reads without guessing: UTF-8 with a byte order mark (Excel
 * takes it for GBK otherwise), CRLF, row 1 the header, one line a row.
 *
 * One rule for text, reversible: a cell that begins with `'` had it put there; drop that one character to read it. It is
 * put before
 * - what a spreadsheet would run as a formula (= + - @, their full-width forms, also after blanks). Quoting does not help,
 *   and a TAB in front became an attack itself. Evidence is written by suspects;
 * - what it would turn into another value: leading zeros, numbers of 12 digits and more, decimals, dates, exponents;
 * - text that itself begins with `'`.
 *
 * `="0012"` would keep zeros too, but is a formula, and programs would read it as such text.
 */
export type Cell = string & { readonly cell: unique symbol };

export const BYTE_ORDER_MARK = '\ufeff';

const FORMULA = /^[\s\u3000]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u;
/** Together with a digit; two patterns, because one that says both takes time to the square of the length. */
const NUMBER_SIGNS = /^[\s\d.,:/%+\-eE()￥¥$年月日时分秒]+$/u;
const DIGIT = /\d/;
const PLAIN_INTEGER = /^(?:0|[1-9]\d{0,10})$/;
/** `SEPT2`, `1-Mar`: a spreadsheet in English makes dates of them, and `TRUE` a truth value. */
const WORD_LIKE =
	/^(?:\d{1,4}[- ]?)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- ]?\d{0,4}$|^(?:true|false)$/i;

/** Names, accounts and words come back in every row of a long ledger. Longer texts are mostly met once. */
const known = new Map<string, Cell>();
const KNOWN_LENGTH_MAX = 20;
const KNOWN_MAX = 50_000;

/** Text from evidence or people. Steering characters and line breaks are shown, not obeyed. */
export function text(value: string): Cell {
	if (value.length > KNOWN_LENGTH_MAX) return encoded(value);
	const before = known.get(value);
	if (before !== undefined) return before;
	if (known.size >= KNOWN_MAX) known.clear();
	const cell = encoded(value);
	known.set(value, cell);
	return cell;
}

function encoded(value: string): Cell {
	const shown = visible(value);
	return `"${(needsMark(shown) ? `'${shown}` : shown).replaceAll('"', '""')}"` as Cell;
}

/** A day of ours, `YYYY-MM-DD`: every spreadsheet reads it as that day. */
export function day(value: string): Cell {
	return value as Cell;
}

/** A whole number of ours. */
export function whole(value: number | undefined): Cell {
	return (value === undefined ? '' : String(value)) as Cell;
}

/** Smallest units as a decimal with all decimals of the asset; as text where a spreadsheet would round it (15 digits). */
export function money(amount: bigint | string | undefined, decimals: number): Cell {
	if (amount === undefined) return '' as Cell;
	const plain = formatAmount(BigInt(amount), decimals);
	return plain.replaceAll(/[-.]/g, '').length > 15 ? (`"'${plain}"` as Cell) : (plain as Cell);
}

/** Fen as yuan with two decimals. */
export function yuan(fen: bigint | string | undefined): Cell {
	return money(fen, 2);
}

/** A decimal of ours, such as a rate: digits and at most one point. */
export function decimal(value: string): Cell {
	return /^\d+(?:\.\d+)?$/.test(value) && value.length <= 16 ? (value as Cell) : text(value);
}

/** `2023-08-01 12:00:05` in the zone of the case. */
export function time(instant: number | undefined, offsetMinutes: number): Cell {
	return (instant === undefined ? '' : formatTime(instant, offsetMinutes)) as Cell;
}

export function line(cells: readonly Cell[]): string {
	return `${cells.join(',')}\r\n`;
}

function needsMark(value: string): boolean {
	if (FORMULA.test(value) || value.startsWith("'") || WORD_LIKE.test(value)) return true;
	return NUMBER_SIGNS.test(value) && DIGIT.test(value) && !PLAIN_INTEGER.test(value);
}
