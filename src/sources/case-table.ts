/** What the case's own tables share: hand-written, a header in Chinese, as a CSV or as a sheet of a workbook. */
import type { Fate } from './batches.ts';
import type { Hints, Source } from './contract.ts';
import type { Row } from './row.ts';
import { sampleOf } from './sample.ts';
import { claimOn, findTables, optionsFor, readRows, type TableLayout } from './table-rows.ts';

/** One kind of table. `read` says what a row states, or throws a `RowFault`. */
export interface CaseTable<F extends string> extends TableLayout<F> {
	readonly id: string;
	read(row: Row<F>, hints: Hints): Fate;
}

/** The source of a table that stands alone in a text file. Workbooks are read by `caseWorkbook`, one sheet or many. */
export function caseTableSource<F extends string>(table: CaseTable<F>): Source {
	return {
		id: table.id,
		version: 2,
		identify(sample) {
			if (sample.form !== 'text') return undefined;
			const [found] = findTables(sample, table);
			return found && claimOn(found, 80);
		},
		async *read(file, hints) {
			yield* readRows(file, optionsFor(await sampleOf(file), ''), table, (row) => table.read(row, hints));
		},
	};
}

/** From the start of one day (or an instant) to the end of another: what 起 and 止 say. @throws RowFault `time` */
export function validity<F extends string>(
	row: Row<F>,
	from: F,
	until: F,
	offsetMinutes: number,
): { readonly from?: number; readonly until?: number } {
	const first = row.text(from) === '' ? undefined : row.moment(from, offsetMinutes).instant;
	const last = row.text(until) === '' ? undefined : lastInstant(row, until, offsetMinutes);
	if (first !== undefined && last !== undefined && last < first) throw row.fault(until, 'time');
	return { ...(first === undefined ? {} : { from: first }), ...(last === undefined ? {} : { until: last }) };
}

/** The last millisecond of the day, minute or second that the cell names: all of it belongs to the stretch. */
function lastInstant<F extends string>(row: Row<F>, field: F, offsetMinutes: number): number {
	const { instant, precision } = row.moment(field, offsetMinutes);
	const length = { day: 86_400_000, minute: 60_000, second: 1000, millisecond: 1 }[precision];
	return instant + length - 1;
}
