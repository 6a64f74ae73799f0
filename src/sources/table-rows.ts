/** Tables by layout: found in a sample, then read row by row with cells by name. Built on `readHeaded`. */
import { BatchBuilder, type Fate } from './batches.ts';
import type { Batch, Claim, EvidenceFile, Sample } from './contract.ts';
import { readHeaded } from './headed.ts';
import { columnNames, findHeader, type Header, hasAll, type Wanted } from './header.ts';
import { Row, type RowTable, tableBelow } from './row.ts';
import { RowFault } from './row-fault.ts';
import { readTable, type TableOptions } from './tables.ts';

/** What a table's header must say. */
export interface TableLayout<F extends string> {
	readonly columns: Wanted<F>;
	/** Columns without which it is not this table. */
	readonly required: readonly F[];
}

/** A table found in a file: the sheet ('' for text) and its header. */
export interface FoundTable<F extends string> {
	readonly sheet: string;
	readonly header: Header<F>;
}

/** Every sheet that has the layout's required columns in one of its first 40 rows. */
export function findTables<F extends string>(sample: Sample, layout: TableLayout<F>): FoundTable<F>[] {
	return sample.sheets.flatMap(({ name, rows }) => {
		const header = findHeader(rows, layout.columns, Math.min(3, layout.required.length));
		return header && hasAll(header, layout.required) ? [{ sheet: name, header }] : [];
	});
}

/** The claim on a file with this table. */
export function claimOn<F extends string>(found: FoundTable<F>, confidence: number): Claim {
	return {
		confidence,
		...(found.sheet === '' ? {} : { sheet: found.sheet }),
		headerRow: found.header.index + 1,
		columns: columnNames(found.header),
	};
}

/** How to read a sheet ('' for text) of the file that the sample was taken from. */
export function optionsFor(sample: Sample, sheet: string): TableOptions {
	return sheet === '' ? { delimiter: sample.delimiter ?? ',' } : { sheet };
}

/** Streams the table's rows through `parse`, which says the fate of each or throws a `RowFault`. */
export function readRows<F extends string>(
	file: EvidenceFile,
	options: TableOptions,
	layout: TableLayout<F>,
	parse: (row: Row<F>) => Fate,
): AsyncIterable<Batch> {
	let table: RowTable<F> | undefined;
	return readHeaded(file, options, layout.columns, layout.required, (row, header) => {
		table ??= tableBelow(file, options.sheet ?? '', header);
		return fateOfRow(new Row(table, row), parse);
	});
}

/** What `parse` says of the row; a `RowFault` makes it a reject. */
export function fateOfRow<F extends string>(row: Row<F>, parse: (row: Row<F>) => Fate): Fate {
	try {
		return parse(row);
	} catch (error) {
		if (!(error instanceof RowFault)) throw error;
		return { reject: error.reason, column: error.column, value: error.value };
	}
}

/** Rows of the sheets that were not `read`, passed over on purpose: an explanation, a chart's data. */
export async function* skipSheets(file: EvidenceFile, sample: Sample, read: ReadonlySet<string>): AsyncIterable<Batch> {
	for (const { name } of sample.sheets) {
		if (read.has(name)) continue;
		const builder = new BatchBuilder(name);
		for await (const stretch of readTable(file, { sheet: name })) {
			for (const row of stretch)
				builder.row(row, { skip: row.cells.every((cell) => cell === '') ? 'blank' : 'preamble' });
			yield builder.take();
		}
	}
}
