import { type AlipaySheet, readAlipaySheet } from './alipay-sheet.ts';
import type { Fate } from './batches.ts';
import type { Sample, Source } from './contract.ts';
import type { Row } from './row.ts';
import { sampleOf } from './sample.ts';
import { claimOn, findTables, optionsFor, skipSheets } from './table-rows.ts';

/** What a row's reader must know beyond the row. */
export interface AlipayContext {
	readonly offsetMinutes: number;
	readonly sequence: number;
}

/** One table of Alipay's judicial return (支付宝调证). */
export interface AlipayTable<F extends string> extends AlipaySheet<F> {
	readonly id: string;
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
			const { offsetMinutes } = hints;
			for (const sheet of sheets) {
				yield* readAlipaySheet(file, optionsFor(sample, sheet), table, offsetMinutes, (row, sequence) =>
					table.fate(row, { offsetMinutes, sequence }),
				);
			}
			yield* skipSheets(file, sample, new Set(sheets));
		},
	};
}
