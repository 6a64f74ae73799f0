import type { Table } from '../ledgers/ledger.ts';
import { type Measured, measure } from './measure.ts';
import { columnName, quotedSheet, type SheetNames } from './place.ts';

/** A table as it lies on its sheets. Rows of a sheet: title, note, totals, heads, then the rows of the table. */
export interface Laid {
	readonly id: string;
	readonly table: Table;
	readonly measured: Measured;
	/** A table longer than a sheet goes on on the next. */
	readonly sheets: readonly LaidSheet[];
	/** Where the totals stand: above the heads, in view at all times, unless they would fill the screen. */
	readonly totalsRow: number;
	/** Whether there is a row more for the sum of what a filter leaves. */
	readonly filtered: boolean;
}

export interface LaidSheet {
	readonly name: string;
	/** Row of the heads, from 1. */
	readonly headRow: number;
	/** Index of its first row within the table, and how many it has. */
	readonly first: number;
	readonly rows: number;
}

/** What a sheet can hold is 1,048,576 rows. */
export const SHEET_ROWS_MAX = 1_000_000;

/** So many totals fit above the heads. */
const TOTALS_ABOVE_MAX = 6;

const TOP_ROWS = 2;

export function layOut(id: string, table: Table, names: SheetNames, rowsMax: number): Laid {
	const measured = measure(table);
	const parts = Math.max(1, Math.ceil(measured.rows / rowsMax));
	const filtered = table.totals !== undefined && table.totals.by === undefined && parts === 1 && measured.rows > 0;
	const lines = measured.totals.length + (filtered ? 1 : 0);
	const above = lines <= TOTALS_ABOVE_MAX ? lines : 0;
	const sheets = Array.from({ length: parts }, (_, part) => ({
		name: names.take(table.title.replaceAll('_', ' ')),
		headRow: TOP_ROWS + (part === 0 ? above : 0) + 1,
		first: part * rowsMax,
		rows: Math.min(rowsMax, measured.rows - part * rowsMax),
	}));
	const { headRow, rows } = sheets.at(-1) as LaidSheet;
	return { id, table, measured, sheets, filtered, totalsRow: above > 0 ? TOP_ROWS + 1 : headRow + rows + 2 };
}

/** The sheet on which the totals stand. */
export function totalsSheet({ sheets, totalsRow }: Laid): LaidSheet {
	const [first] = sheets as [LaidSheet, ...LaidSheet[]];
	return totalsRow < first.headRow ? first : (sheets.at(-1) as LaidSheet);
}

/** Ranges of a column over some rows of the table, one for each sheet: `'附表3 逐笔明细'!G7:G100`. */
export function rangesOf({ sheets }: Laid, column: number, first: number, last: number): string[] {
	const name = columnName(column);
	return sheets.flatMap((sheet) => {
		const [from, until] = [Math.max(first, sheet.first), Math.min(last, sheet.first + sheet.rows - 1)];
		if (from > until) return [];
		const row = (index: number) => sheet.headRow + 1 + index - sheet.first;
		return [`${quotedSheet(sheet.name)}!${name}${row(from)}:${name}${row(until)}`];
	});
}
