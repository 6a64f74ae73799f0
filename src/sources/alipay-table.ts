import { hasMoved } from './alipay-columns.ts';
import type { Fate } from './batches.ts';
import type { Batch, EvidenceFile, Hints, Sample, Source } from './contract.ts';
import { type Judge, readBody } from './headed.ts';
import type { Header } from './header.ts';
import { Row, tableBelow } from './row.ts';
import { sequencer } from './row-order.ts';
import type { TableRow } from './rows.ts';
import { sampleOf } from './sample.ts';
import { claimOn, fateOfRow, findTables, optionsFor, skipSheets, type TableLayout } from './table-rows.ts';
import { lastRowOf, readTable, type TableOptions } from './tables.ts';

/** What a row's reader must know beyond the row. */
export interface AlipayContext {
	readonly offsetMinutes: number;
	readonly sequence: number;
}

/** One table of Alipay's judicial return (支付宝调证). */
export interface AlipayTable<F extends string> extends TableLayout<F> {
	readonly id: string;
	/** The column that tells whether the file runs from oldest to newest. */
	readonly time: F;
	/** @throws RowFault where the row cannot be read */
	fate(row: Row<F>, context: AlipayContext): Fate;
}

/** The source of such a table, as CSV or workbook; a workbook has a sheet for each account that was asked for. */
export function alipayTableSource<F extends string>(table: AlipayTable<F>): Source {
	const tablesOf = (sample: Sample) => findTables(sample, table);
	return {
		id: table.id,
		version: 1,
		identify(sample) {
			const [found] = tablesOf(sample);
			return found && claimOn(found, 95);
		},
		async *read(file, hints) {
			const sample = await sampleOf(file);
			const found = tablesOf(sample);
			const sheets = found.length > 0 ? found.map(({ sheet }) => sheet) : [sample.sheets[0]?.name ?? ''];
			for (const sheet of sheets) yield* readSheet(file, optionsFor(sample, sheet), hints, table);
			yield* skipSheets(file, sample, new Set(sheets));
		},
	};
}

async function* readSheet<F extends string>(
	file: EvidenceFile,
	options: TableOptions,
	{ offsetMinutes }: Hints,
	layout: AlipayTable<F>,
): AsyncIterable<Batch> {
	const sheet = options.sheet ?? '';
	const lastRow = await lastRowOf(file, options);
	const judgeOf = (header: Header<F>, start: readonly TableRow[]): Judge => {
		const sequenceOf = sequencer(start, header, layout.time, offsetMinutes, lastRow);
		const table = tableBelow(file, sheet, header);
		return (row) => {
			if (hasMoved(row, header, sheet)) return { reject: 'columns', column: '', value: '' };
			const context = { offsetMinutes, sequence: sequenceOf(row.row) };
			return fateOfRow(new Row(table, row), (cells) => layout.fate(cells, context));
		};
	};
	yield* readBody(readTable(file, options), sheet, layout.columns, layout.required, judgeOf);
}
