/** One sheet of Alipay's: its rows in time order, and none of them believed once a comma has moved its cells. */
import type { Fate } from './batches.ts';
import type { Batch, EvidenceFile } from './contract.ts';
import { type Judge, overflows, readBody } from './headed.ts';
import type { Header } from './header.ts';
import { Row, tableBelow } from './row.ts';
import { sequencer } from './row-order.ts';
import type { TableRow } from './rows.ts';
import { fateOfRow, type TableLayout } from './table-rows.ts';
import { lastRowOf, readTable, type TableOptions } from './tables.ts';

export interface AlipaySheet<F extends string> extends TableLayout<F> {
	/** The column that tells whether the file runs from oldest to newest. */
	readonly time: F;
	/** Says of rows in their order whether the table has ended before them; default never. */
	footer?(header: Header<F>): (row: TableRow) => boolean;
}

/**
 * @param parse the row's fate, from its cells and its place in time order; a `RowFault` makes it a reject
 */
export async function* readAlipaySheet<F extends string>(
	file: EvidenceFile,
	options: TableOptions,
	layout: AlipaySheet<F>,
	offsetMinutes: number,
	parse: (row: Row<F>, sequence: number) => Fate,
): AsyncIterable<Batch> {
	const sheet = options.sheet ?? '';
	const lastRow = await lastRowOf(file, options);
	const judgeOf = (header: Header<F>, start: readonly TableRow[]): Judge => {
		const sequenceOf = sequencer(start, header, layout.time, offsetMinutes, lastRow);
		const table = tableBelow(file, sheet, header);
		const isFooter = layout.footer?.(header);
		return (row) => {
			if (isFooter?.(row)) return { skip: 'footer' };
			if (hasMoved(row, header, sheet)) return { reject: 'columns', column: '', value: '' };
			return fateOfRow(new Row(table, row), (cells) => parse(cells, sequenceOf(row.row)));
		};
	};
	yield* readBody(readTable(file, options), sheet, layout.columns, layout.required, judgeOf);
}

/**
 * Whether a comma that was not quoted moved the cells of a row, so that none can be trusted: `1,200.00` would be paid as
 * one yuan. The cell that is too many is often an empty one; sheets have no such commas, and pad their rows.
 */
function hasMoved<F extends string>(row: TableRow, header: Header<F>, sheet: string): boolean {
	return overflows(row, header) || (sheet === '' && row.cells.length > header.names.length);
}
