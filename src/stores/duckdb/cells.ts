import { BIGINT, BOOLEAN, type DuckDBType, type DuckDBValue, HUGEINT, INTEGER, VARCHAR } from '@duckdb/node-api';
import { fitsColumn } from '../exact.ts';
import { readStoredText, storedText } from '../stored-text.ts';

/** How one column of a table is filled from the things its rows are made of. */
export interface Column<T> {
	readonly type: DuckDBType;
	readonly of: (thing: T) => DuckDBValue;
}

export function readText(cell: DuckDBValue | undefined): string {
	return readStoredText(cell as string);
}

/** The amount for its column: null where there is none, or where it is too long and stands in the body. */
function columnAmount(amount: bigint | undefined): bigint | null {
	return amount !== undefined && fitsColumn(amount) ? amount : null;
}

/** The amount from its column or, where that is null, from the body. */
export function readAmount(cell: DuckDBValue | undefined, long: string | null): bigint | undefined {
	if (typeof cell === 'bigint') return cell;
	return long === null ? undefined : BigInt(long);
}

/** Instants and counts are integers far below 2^53. */
export function readInteger(cell: DuckDBValue | undefined): number {
	return Number(cell);
}

export function textColumn<T>(of: (thing: T) => string): Column<T> {
	return { type: VARCHAR, of: (thing) => storedText(of(thing)) };
}

/** For JSON, which is well formed by itself. */
export function jsonColumn<T>(of: (thing: T) => string): Column<T> {
	return { type: VARCHAR, of };
}

export function amountColumn<T>(of: (thing: T) => bigint | undefined): Column<T> {
	return { type: HUGEINT, of: (thing) => columnAmount(of(thing)) };
}

export function instantColumn<T>(of: (thing: T) => number): Column<T> {
	return { type: BIGINT, of: (thing) => BigInt(of(thing)) };
}

export function integerColumn<T>(of: (thing: T) => number): Column<T> {
	return { type: INTEGER, of };
}

export function booleanColumn<T>(of: (thing: T) => boolean): Column<T> {
	return { type: BOOLEAN, of };
}
