import { formatAmount } from '../ledger/money.ts';

/**
 * What stands in one cell of a schedule, before it is written as CSV (`csv.ts`) or into a workbook (`workbook/`): a value
 * and what it is, never how it looks.
 */
export type Cell =
	| { readonly is: 'empty' }
	| { readonly is: 'text'; readonly value: string }
	| { readonly is: 'whole'; readonly value: number }
	/** Smallest units; `figure` is the id of the figure that it is, or that it counts in. */
	| { readonly is: 'money'; readonly amount: bigint; readonly decimals: number; readonly figure?: string }
	/** Digits and at most one point. */
	| { readonly is: 'decimal'; readonly value: string }
	/** `YYYY-MM-DD`. */
	| { readonly is: 'day'; readonly value: string }
	| { readonly is: 'time'; readonly instant: number; readonly offsetMinutes: number };

const EMPTY: Cell = { is: 'empty' };

/** Text from evidence or people. */
export function text(value: string): Cell {
	return { is: 'text', value };
}

/** A day of ours, `YYYY-MM-DD`; '' leaves the cell empty. */
export function day(value: string): Cell {
	return value === '' ? EMPTY : { is: 'day', value };
}

/** A whole number of ours. */
export function whole(value: number | undefined): Cell {
	return value === undefined ? EMPTY : { is: 'whole', value };
}

/** Smallest units, shown with all decimals of the asset. */
export function money(amount: bigint | string | undefined, decimals: number): Cell {
	return amount === undefined ? EMPTY : { is: 'money', amount: BigInt(amount), decimals };
}

/** Fen as yuan with two decimals. */
export function yuan(fen: bigint | string | undefined): Cell {
	return money(fen, 2);
}

/** A figure of the findings in yuan; one that they do not have stays empty: not known is not zero. */
export function figure(told: { readonly id: string; readonly value: string } | undefined): Cell {
	return told === undefined ? EMPTY : { is: 'money', amount: BigInt(told.value), decimals: 2, figure: told.id };
}

/** A decimal of ours, such as a rate; whatever is none is text. */
export function decimal(value: string): Cell {
	return /^\d+(?:\.\d+)?$/.test(value) && value.length <= 16 ? { is: 'decimal', value } : text(value);
}

/** An instant, shown in the zone of the case. */
export function time(instant: number | undefined, offsetMinutes: number): Cell {
	return instant === undefined ? EMPTY : { is: 'time', instant, offsetMinutes };
}

/** Digits that a spreadsheet keeps exactly. */
const EXACT_DIGITS = 15;

/** An amount as a plain decimal, and whether a spreadsheet can hold it as a number without rounding it. */
export function plainAmount(amount: bigint, decimals: number): { readonly plain: string; readonly exact: boolean } {
	const plain = formatAmount(amount, decimals);
	if (plain.length <= EXACT_DIGITS) return { plain, exact: true };
	return { plain, exact: plain.replaceAll(/[-.]/g, '').length <= EXACT_DIGITS };
}
