/** When and how much: time and amount in a table that nobody has described. */
import { parseAmount } from '../ledger/money.ts';
import { parseTime } from '../ledger/time.ts';
import type { GenericField } from './generic-aliases.ts';
import type { GenericTable } from './generic-columns.ts';
import { type Directions, directionsIn } from './generic-words.ts';
import type { MappedField } from './mapping.ts';

export interface TimeColumns {
	readonly columns: string | readonly string[];
	/** Of the first rows, those that can be read. */
	readonly share: number;
}

/** The time's column, or those of day and time of day. Undefined where most rows' times cannot be read. */
export function timeOf(table: GenericTable, offsetMinutes: number): TimeColumns | undefined {
	const [time, date] = [table.name('time'), table.name('date')];
	const [times, dates] = [table.cells('time'), table.cells('date')];
	const joined = times.map((text, row) => `${dates[row] ?? ''} ${text}`);
	const ways = [
		{ columns: time, cells: times },
		{ columns: time === undefined || date === undefined ? undefined : [date, time], cells: joined },
		{ columns: date, cells: dates },
	];
	for (const { columns, cells } of ways) {
		const share = shareOf(cells, (text) => parseTime(text, offsetMinutes) !== undefined);
		if (columns !== undefined && share > MOST) return { columns, share };
	}
	return undefined;
}

export interface AmountColumns extends Partial<Directions> {
	readonly columns: Partial<Record<MappedField, string>>;
	readonly decimals?: number;
	readonly share: number;
}

/**
 * The amount's column, or those of money in and out, with what tells the direction. Undefined where most rows' amounts
 * cannot be read, where nothing tells the direction, or where a sign and a word both do.
 *
 * @param directed payer and payee have a column each: no direction is needed
 */
export function amountOf(table: GenericTable, directed: boolean): AmountColumns | undefined {
	const [came, went] = [table.name('inAmount'), table.name('outAmount')];
	if (!directed && came !== undefined && went !== undefined) return inAndOut(table, came, went);
	const field = (['amount', 'inAmount', 'outAmount'] as const).find((one) => table.name(one) !== undefined);
	const amount = field && table.name(field);
	if (field === undefined || amount === undefined) return undefined;
	const share = shareOf(table.cells(field), isAmount(table, field));
	const found = { ...unitOf(table, field), share };
	const signed = table.hasNegative(field);
	if (share <= MOST) return undefined;
	if (directed) return signed ? undefined : { columns: { amount }, ...found };
	if (field !== 'amount') return undefined;
	const direction = table.name('direction');
	if (direction === undefined) return signed ? { columns: { amount }, ...found } : undefined;
	const words = directionsIn(table.values('direction'));
	return signed || words === undefined ? undefined : { columns: { amount, direction }, ...words, ...found };
}

function inAndOut(table: GenericTable, inAmount: string, outAmount: string): AmountColumns | undefined {
	const fields = ['inAmount', 'outAmount'] as const;
	const unit = unitOf(table, 'inAmount');
	// A sign in a column of its own direction may be a reversal, or stand for the direction once more.
	if (fields.some((field) => table.hasNegative(field)) || unit.decimals !== unitOf(table, 'outAmount').decimals)
		return undefined;
	const [came, went] = [table.cells('inAmount'), table.cells('outAmount')];
	const [isIn, isOut] = [isAmount(table, 'inAmount'), isAmount(table, 'outAmount')];
	const share = shareOf(came, (text, row) => {
		const other = went[row] ?? '';
		return isNothing(text) ? isOut(other) && !isNothing(other) : isIn(text) && isNothing(other);
	});
	return share > MOST ? { columns: { inAmount, outAmount }, ...unit, share } : undefined;
}

/** Decimals where the header names a unit other than yuan. */
export function unitOf(table: GenericTable, field: GenericField): { readonly decimals?: number } {
	const decimals = table.decimals(field);
	return decimals === undefined || decimals === YUAN ? {} : { decimals };
}

/** Whether a cell of the column is an amount in its unit. */
export function isAmount(table: GenericTable, field: GenericField): (text: string) => boolean {
	const decimals = table.decimals(field) ?? YUAN;
	return (text) => parseAmount(text, decimals).ok;
}

const YUAN = 2;
const MOST = 0.5;

function isNothing(text: string): boolean {
	const reading = parseAmount(text, YUAN);
	return text === '' || (reading.ok && reading.amount === 0n);
}

function shareOf(cells: readonly string[], is: (text: string, row: number) => boolean): number {
	return cells.length === 0 ? 0 : cells.filter((text, row) => is(text, row)).length / cells.length;
}
