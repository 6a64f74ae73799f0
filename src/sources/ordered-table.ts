/** Tables whose rows have times: found by their layout, put in time order, and read, every sheet that has it. */
import type { Fate } from './batches.ts';
import type { Batch, EvidenceFile, Sample } from './contract.ts';
import { lookAhead, overflows, readBody, withStart } from './headed.ts';
import { Row, tableBelow } from './row.ts';
import { type RowNumbers, rowNumbers } from './row-numbers.ts';
import type { TableRow } from './rows.ts';
import { sampleOf } from './sample.ts';
import { type FoundTable, fateOfRow, findTables, optionsFor, skipSheets, type TableLayout } from './table-rows.ts';
import { readTable } from './tables.ts';

/** A table with times. `F` are the names of its fields. */
export interface OrderedTable<F extends string> extends TableLayout<F> {
	/** @throws RowFault where the row's time cannot be read */
	instantOf(row: Row<F>): number;
	/** How to read the rows of one sheet, given what stands above its header. */
	reader(file: EvidenceFile, preamble: readonly (readonly string[])[], sample: Sample): RowReader<F>;
}

export interface RowReader<F extends string> {
	/** Shown the table's rows a stretch before they are read, for what several rows say together. */
	seen?(rows: readonly TableRow[]): void;
	/** The row's fate. `sequence`: its place in time order. @throws RowFault naming the cell that cannot be read */
	read(row: Row<F>, sequence: number): Fate;
}

/** Reads every sheet that has the layout; without any the first sheet's rows are rejects. */
export async function* readOrdered<F extends string>(file: EvidenceFile, table: OrderedTable<F>): AsyncIterable<Batch> {
	const sample = await sampleOf(file);
	const found = findTables(sample, table);
	const sheets = found.length > 0 ? found.map(({ sheet }) => sheet) : [sample.sheets[0]?.name ?? ''];
	for (const sheet of sheets) {
		const its = found.find((one) => one.sheet === sheet);
		yield* readSheet(file, sample, table, sheet, its);
	}
	yield* skipSheets(file, sample, new Set(sheets));
}

async function* readSheet<F extends string>(
	file: EvidenceFile,
	sample: Sample,
	table: OrderedTable<F>,
	sheet: string,
	found: FoundTable<F> | undefined,
): AsyncIterable<Batch> {
	const options = optionsFor(sample, sheet);
	const rows = sample.sheets.find(({ name }) => name === sheet)?.rows ?? [];
	const reader = table.reader(file, rows.slice(0, found?.header.index ?? 0), sample);
	let order: RowNumbers = (row) => row.number - 1;
	if (found) {
		const place = tableBelow(file, sheet, found.header);
		order = await rowNumbers(place, options, found.header.index + 1, (row) => table.instantOf(row));
	}
	const stretches = lookAhead(withStart(readTable(file, options)), (stretch) => reader.seen?.(stretch));
	yield* readBody(stretches, sheet, table.columns, table.required, (header) => {
		const place = tableBelow(file, sheet, header);
		return (row) => {
			// An unquoted comma moved the cells: none can be trusted.
			if (overflows(row, header)) return { reject: 'columns', column: '', value: '' };
			return fateOfRow(new Row(place, row), (cells) => reader.read(cells, order(cells)));
		};
	});
}
