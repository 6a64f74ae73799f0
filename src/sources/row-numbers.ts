import { withStart } from './headed.ts';
import { Row, type RowTable } from './row.ts';
import { RowFault } from './row-fault.ts';
import { runsNewestFirst } from './row-order.ts';
import { lastRowOf, readTable, type TableOptions } from './tables.ts';

/** The place of a row in its file, from 0, oldest first: the order in which rows of one instant took place. */
export type RowNumbers = (row: { readonly number: number }) => number;

/**
 * Numbers the rows of a table by the direction that its first stretch of rows shows.
 *
 * @param headerRow 1-based: rows up to it have no say
 * @param instantOf of a row; a row whose time cannot be read (a `RowFault`) has none either
 */
export async function rowNumbers<F extends string>(
	table: RowTable<F>,
	options: TableOptions,
	headerRow: number,
	instantOf: (row: Row<F>) => number,
): Promise<RowNumbers> {
	for await (const start of withStart(readTable(table.file, options))) {
		const below = start.filter((row) => row.row > headerRow && !row.fault);
		if (!runsNewestFirst(below.map((row) => instantIn(new Row(table, row), instantOf)))) break;
		const last = await lastRowOf(table.file, options);
		return (row) => last - row.number;
	}
	return (row) => row.number - 1;
}

function instantIn<F extends string>(row: Row<F>, instantOf: (row: Row<F>) => number): number | undefined {
	try {
		return instantOf(row);
	} catch (error) {
		if (error instanceof RowFault) return undefined;
		throw error;
	}
}
