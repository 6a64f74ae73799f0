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

/**
 * Rows of the sheets that were not `read`, passed over on purpose: an explanation, a chart's data. Those of a sheet with
 * nearly the header of one that was read are rejects: a cell of it was damaged, and what stands below is data.
 */
export async function* skipSheets(file: EvidenceFile, sample: Sample, read: ReadonlySet<string>): AsyncIterable<Batch> {
	const known = sample.sheets.filter(({ name }) => read.has(name)).flatMap(({ rows }) => rows.map(textsIn));
	for (const { name, rows } of sample.sheets) {
		if (read.has(name)) continue;
		const builder = new BatchBuilder(name);
		const damaged = isDamaged(rows, known);
		const fate: Fate = damaged ? { reject: 'columns', column: '', value: '' } : { skip: 'preamble' };
		for await (const stretch of readTable(file, { sheet: name })) {
			for (const row of stretch) builder.row(row, row.cells.every((cell) => cell === '') ? { skip: 'blank' } : fate);
			yield builder.take();
		}
	}
}

function textsIn(row: readonly string[]): ReadonlySet<string> {
	return new Set(row.filter((cell) => cell !== ''));
}

/** Whether a row has most of the texts of one that was read, and none has all: a whole copy is left out knowingly. */
function isDamaged(rows: readonly (readonly string[])[], known: readonly ReadonlySet<string>[]): boolean {
	let nearly = false;
	for (const texts of known) {
		if (texts.size < NEARLY_TEXTS_MIN) continue;
		for (const row of rows) {
			const shared = new Set(row.filter((cell) => texts.has(cell))).size;
			if (shared === texts.size) return false;
			nearly ||= shared >= texts.size * NEARLY_SHARE;
		}
	}
	return nearly;
}

const NEARLY_TEXTS_MIN = 5;
const NEARLY_SHARE = 0.75;
