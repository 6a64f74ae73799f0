/** Reads a table that has a header somewhere in its first rows: what nearly every source is. */
import { BatchBuilder, type Fate } from './batches.ts';
import type { Batch, EvidenceFile } from './contract.ts';
import { findHeader, HEADER_ROWS, type Header, type Wanted } from './header.ts';
import type { TableRow } from './rows.ts';
import { readTable, type TableOptions } from './tables.ts';

/** Judges rows below the header. */
export type Judge = (row: TableRow) => Fate;

/**
 * Gives every row of a table its fate. Rows above the header are `preamble`, or rejects where they can be read as data;
 * blank rows, repeated headers and rows with a fault are settled here; all others go to `judge`. Without a header every
 * row that is not blank is a reject.
 *
 * @param required fields without which the table cannot be read
 */
export function readHeaded<Field extends string>(
	file: EvidenceFile,
	options: TableOptions,
	wanted: Wanted<Field>,
	required: readonly Field[],
	judge: (row: TableRow, header: Header<Field>) => Fate,
): AsyncIterable<Batch> {
	return readBody(readTable(file, options), options.sheet ?? '', wanted, required, (header) => (row) => {
		return judge(row, header);
	});
}

/**
 * The same over a stream of rows, for sources that look at the first rows before they judge any.
 *
 * @param judgeOf makes the judge from the header and the first stretch of rows, preamble included
 */
export async function* readBody<Field extends string>(
	stretches: AsyncIterable<readonly TableRow[]>,
	sheet: string,
	wanted: Wanted<Field>,
	required: readonly Field[],
	judgeOf: (header: Header<Field>, start: readonly TableRow[]) => Judge,
): AsyncIterable<Batch> {
	const builder = new BatchBuilder(sheet);
	let settle: Judge | undefined;
	for await (const rows of withStart(stretches)) {
		settle ??= settler(rows, headerOf(rows, wanted, required), judgeOf);
		for (const row of rows) builder.row(row, settle(row));
		yield builder.take();
	}
}

/** The header of the first stretch, where it has all required fields. */
export function headerOf<Field extends string>(
	rows: readonly TableRow[],
	wanted: Wanted<Field>,
	required: readonly Field[],
): Header<Field> | undefined {
	const header = findHeader(
		rows.slice(0, HEADER_ROWS).map((row) => row.cells),
		wanted,
		Math.min(3, required.length),
	);
	return header && required.every((field) => header.columns[field] !== undefined) ? header : undefined;
}

/** Settles what is the same for every table, and leaves the rest to the table's own judge. */
function settler<Field extends string>(
	start: readonly TableRow[],
	header: Header<Field> | undefined,
	judgeOf: (header: Header<Field>, start: readonly TableRow[]) => Judge,
): Judge {
	if (!header) return (row) => (isBlank(row) ? { skip: 'blank' } : { reject: row.fault ?? 'columns', ...NO_CELL });
	const judge = judgeOf(header, start);
	const headerRow = start[header.index]?.row ?? 0;
	let narrowest = Number.POSITIVE_INFINITY;
	return (row) => {
		if (isBlank(row)) return { skip: 'blank' };
		// The header was damaged, and one repeated further down was found instead: what stands between is data.
		if (row.row < headerRow) return isData(judge(row)) ? { reject: 'columns', ...NO_CELL } : { skip: 'preamble' };
		if (row.row === headerRow) return { skip: 'header' };
		if (row.fault) return { reject: row.fault, ...NO_CELL };
		if (isHeaderAgain(row, header)) return { skip: 'repeated-header' };
		// No line end, and narrower than any row before: the file was cut off, and the last amount may lack digits.
		const width = Math.min(narrowest, header.names.length);
		if (row.open && row.cells.length < width) return { reject: 'truncated', ...NO_CELL };
		narrowest = Math.min(narrowest, row.cells.length);
		return judge(row);
	};
}

const NO_CELL = { column: '', value: '' } as const;

/** Makes sure that the first stretch holds all rows in which a header may stand. */
export async function* withStart(stretches: AsyncIterable<readonly TableRow[]>): AsyncIterable<readonly TableRow[]> {
	let start: TableRow[] | undefined = [];
	for await (const rows of stretches) {
		if (!start) {
			yield rows;
			continue;
		}
		start.push(...rows);
		if (start.length < HEADER_ROWS) continue;
		yield start;
		start = undefined;
	}
	if (start && start.length > 0) yield start;
}

/** Passes stretches on one late, so that `seen` knows the next one when a stretch is judged. */
export async function* lookAhead(
	stretches: AsyncIterable<readonly TableRow[]>,
	seen: (rows: readonly TableRow[]) => void,
): AsyncIterable<readonly TableRow[]> {
	let held: readonly TableRow[] | undefined;
	for await (const rows of stretches) {
		seen(rows);
		if (held) yield held;
		held = rows;
	}
	if (held) yield held;
}

/** The cell of a field, '' where the table has no such column or the row is short. */
export function cellOf<Field extends string>(row: TableRow, header: Header<Field>, field: Field): string {
	const column = header.columns[field];
	return column === undefined ? '' : (row.cells[column] ?? '');
}

/** Whether cells stand beyond the last column: a comma that was not quoted moved the others, and no cell can be trusted. */
export function overflows<Field extends string>(row: TableRow, header: Header<Field>): boolean {
	return row.cells.some((cell, column) => column >= header.names.length && cell !== '');
}

function isBlank(row: TableRow): boolean {
	for (const cell of row.cells) if (cell !== '') return false;
	return true;
}

function isData(fate: Fate): boolean {
	return !('skip' in fate || 'reject' in fate);
}

function isHeaderAgain<Field extends string>(row: TableRow, header: Header<Field>): boolean {
	return row.cells[0] === header.names[0] && header.names.every((name, column) => row.cells[column] === name);
}
