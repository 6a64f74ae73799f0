import { formatTime } from '../ledger/time.ts';
import { type Cell, plainAmount } from './cell.ts';
import { visible } from './visible.ts';

/**
 * One row as a line of CSV that a spreadsheet opens without harm and a program reads without guessing: UTF-8 with a byte
 * order mark before the first (Excel takes it for GBK otherwise), CRLF, row 1 the header, one line a row.
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
export function line(cells: readonly Cell[]): string {
	return `${cells.map(written).join(',')}\r\n`;
}

export const BYTE_ORDER_MARK = '\ufeff';

/** What a spreadsheet would run: also in full width, and after blanks. */
export function isFormula(text: string): boolean {
	return FORMULA.test(text);
}

const FORMULA = /^[\s\u3000]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u;
/** Together with a digit; two patterns, because one that says both takes time to the square of the length. */
const NUMBER_SIGNS = /^[\s\d.,:/%+\-eE()￥¥$年月日时分秒]+$/u;
const DIGIT = /\d/;
const PLAIN_INTEGER = /^(?:0|[1-9]\d{0,10})$/;
/** `SEPT2`, `1-Mar`: a spreadsheet in English makes dates of them, and `TRUE` a truth value. */
const WORD_LIKE =
	/^(?:\d{1,4}[- ]?)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- ]?\d{0,4}$|^(?:true|false)$/i;

/** Times in the zone of the case; amounts as text where a spreadsheet would round them. */
function written(cell: Cell): string {
	switch (cell.is) {
		case 'empty':
			return '';
		case 'text':
			return quoted(cell.value);
		case 'whole':
			return String(cell.value);
		case 'money': {
			const { plain, exact } = plainAmount(cell.amount, cell.decimals);
			return exact ? plain : `"'${plain}"`;
		}
		case 'decimal':
		case 'day':
			return cell.value;
		case 'time':
			return formatTime(cell.instant, cell.offsetMinutes);
	}
}

/** Names, accounts and words come back in every row of a long ledger. Longer texts are mostly met once. */
const known = new Map<string, string>();
const KNOWN_LENGTH_MAX = 20;
const KNOWN_MAX = 50_000;

/** Steering characters and line breaks are shown, not obeyed. */
function quoted(value: string): string {
	if (value.length > KNOWN_LENGTH_MAX) return encoded(value);
	const before = known.get(value);
	if (before !== undefined) return before;
	if (known.size >= KNOWN_MAX) known.clear();
	const cell = encoded(value);
	known.set(value, cell);
	return cell;
}

function encoded(value: string): string {
	const shown = visible(value);
	return `"${(needsMark(shown) ? `'${shown}` : shown).replaceAll('"', '""')}"`;
}

function needsMark(value: string): boolean {
	if (isFormula(value) || value.startsWith("'") || WORD_LIKE.test(value)) return true;
	return NUMBER_SIGNS.test(value) && DIGIT.test(value) && !PLAIN_INTEGER.test(value);
}
