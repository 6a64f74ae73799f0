/** Exports of chains and exchanges: one table a file, its rows numbered oldest first. */
import type { Moment } from '../ledger/time.ts';
import type { Fate } from './batches.ts';
import type { Batch, EvidenceFile, Sample } from './contract.ts';
import { overflows, readHeaded } from './headed.ts';
import { Row, tableBelow } from './row.ts';
import { rowNumbers } from './row-numbers.ts';
import { sampleOf } from './sample.ts';
import { type FoundTable, fateOfRow, findTables, optionsFor, skipSheets, type TableLayout } from './table-rows.ts';

export interface ExportLayout<F extends string> extends TableLayout<F> {
	/** Columns whose value may lose characters unseen where the file was cut off within it: a block number, a coin. */
	readonly fragile?: readonly F[];
}

/** How the rows of one table are read. */
export interface RowReader<F extends string> {
	/** @throws RowFault where the row has no time */
	moment(row: Row<F>): Moment;
	/**
	 * @param sequence the row's place in its file, from 0, oldest first
	 * @throws RowFault naming the cell that cannot be read
	 */
	fate(row: Row<F>, moment: Moment, sequence: number): Fate;
}

/**
 * Streams the first table of the layout in the file; other sheets are passed over.
 *
 * @param readerOf makes the reader from the header that was found and the sample it was found in
 */
export async function* readExportTable<F extends string>(
	file: EvidenceFile,
	layout: ExportLayout<F>,
	readerOf: (found: FoundTable<F>, sample: Sample) => RowReader<F> | Promise<RowReader<F>>,
): AsyncIterable<Batch> {
	const sample = await sampleOf(file);
	const [found] = findTables(sample, layout);
	const sheet = found?.sheet ?? sample.sheets[0]?.name ?? '';
	const options = optionsFor(sample, sheet);
	const reader = found && (await readerOf(found, sample));
	const table = found && tableBelow(file, sheet, found.header);
	const names = found?.header.names.length ?? 0;
	const usual = found && sheet === '' ? usualWidth(found, sample) : Number.POSITIVE_INFINITY;
	const fragile = layout.fragile?.some((field) => found?.header.columns[field] === names - 1) ?? false;
	const moment = (row: Row<F>) => reader?.moment(row).instant ?? 0;
	const order = table && (await rowNumbers(table, options, (found?.header.index ?? 0) + 1, moment));
	yield* readHeaded(file, options, layout.columns, layout.required, (row, header): Fate => {
		// With a comma that was not quoted `1,200.50` would be one coin: no cell can be trusted.
		const moved = overflows(row, header) || row.cells.length > usual;
		if (!reader || !table || !order || moved) return { reject: 'columns', column: '', value: '' };
		if (row.open && fragile && row.cells.length <= names) {
			return { reject: 'truncated', column: table.names.at(-1) ?? '', value: row.cells.at(-1) ?? '' };
		}
		return fateOfRow(new Row(table, row), (cells) => reader.fate(cells, reader.moment(cells), order(cells)));
	});
	yield* skipSheets(file, sample, new Set([sheet]));
}

/** Cells of most rows of a text: those of the header, or one more where rows end in a comma. */
function usualWidth<F extends string>({ sheet, header }: FoundTable<F>, sample: Sample): number {
	const rows = sample.sheets.find(({ name }) => name === sheet)?.rows.slice(header.index + 1) ?? [];
	const filled = rows.filter((cells) => cells.some((cell) => cell !== ''));
	const widths = filled.map((cells) => cells.length).sort((a, b) => a - b);
	return Math.max(header.names.length, widths[widths.length >> 1] ?? 0);
}
