import { alipayOwner } from './alipay-bill-owner.ts';
import { ALIPAY_BILL_COLUMNS, type AlipayBillField, alipayBillRecords } from './alipay-bill-record.ts';
import { hasMoved } from './alipay-columns.ts';
import type { Batch, EvidenceFile, Hints, Sample, Source } from './contract.ts';
import { cellOf, headerOf, type Judge, readBody, withStart } from './headed.ts';
import type { Header } from './header.ts';
import { Row, tableBelow } from './row.ts';
import { sequencer } from './row-order.ts';
import type { TableRow } from './rows.ts';
import { sampleOf } from './sample.ts';
import { claimOn, fateOfRow, findTables, optionsFor, skipSheets } from './table-rows.ts';
import { lastRowOf, readTable, type TableOptions } from './tables.ts';

const REQUIRED: readonly AlipayBillField[] = ['created', 'other', 'goods', 'direction', 'amount', 'status', 'order'];

/**
 * 支付宝账单: the bill that an Alipay user exports, in the layouts of the web site (16 columns), of the app of 2021 (11)
 * and of the app since 2022 (12).
 *
 * It names counterparties by name alone, and its owner by a login, which order numbers of a judicial return tie to the
 * user number.
 */
export const alipayBill: Source = {
	id: 'alipay-bill',
	version: 1,
	identify(sample) {
		const [found] = tablesOf(sample);
		return found && claimOn(found, 95);
	},
	async *read(file, hints) {
		const sample = await sampleOf(file);
		// A copy of the same bill on a second sheet would count every payment twice: only the first is read.
		const sheet = tablesOf(sample)[0]?.sheet ?? sample.sheets[0]?.name ?? '';
		yield* readSheet(file, optionsFor(sample, sheet), hints);
		yield* skipSheets(file, sample, new Set([sheet]));
	},
};

function tablesOf(sample: Sample) {
	return findTables(sample, { columns: ALIPAY_BILL_COLUMNS, required: REQUIRED });
}

async function* readSheet(file: EvidenceFile, options: TableOptions, hints: Hints): AsyncIterable<Batch> {
	const sheet = options.sheet ?? '';
	const lastRow = await lastRowOf(file, options);
	const { offsetMinutes } = hints;
	const side = await alipayOwner(file, options, await preambleOf(file, options), hints);
	const judgeOf = (header: Header<AlipayBillField>, start: readonly TableRow[]): Judge => {
		const sequenceOf = sequencer(start, header, 'created', offsetMinutes, lastRow);
		const table = tableBelow(file, sheet, header);
		let ended = false;
		return (row) => {
			ended ||= isRule(row);
			if (ended && isFooter(row, header)) return { skip: 'footer' };
			if (hasMoved(row, header, sheet)) return { reject: 'columns', column: '', value: '' };
			return fateOfRow(new Row(table, row), (cells) => {
				return { records: alipayBillRecords(cells, { side, offsetMinutes }, sequenceOf(row.row)) };
			});
		};
	};
	yield* readBody(readTable(file, options), sheet, ALIPAY_BILL_COLUMNS, REQUIRED, judgeOf);
}

/** Rows above the header; none where there is no header. */
async function preambleOf(file: EvidenceFile, options: TableOptions): Promise<readonly TableRow[]> {
	for await (const start of withStart(readTable(file, options))) {
		return start.slice(0, headerOf(start, ALIPAY_BILL_COLUMNS, REQUIRED)?.index ?? 0);
	}
	return [];
}

/** The line of dashes below the table. */
function isRule(row: TableRow): boolean {
	return /^-{10}/.test(row.cells[0] ?? '');
}

/** Below that line stand counts and notes. A row that has the cells of a payment is one, wherever it stands. */
function isFooter(row: TableRow, header: Header<AlipayBillField>): boolean {
	return cellOf(row, header, 'amount') === '' && cellOf(row, header, 'status') === '';
}
