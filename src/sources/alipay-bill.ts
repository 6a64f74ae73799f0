import { alipayOwner } from './alipay-bill-owner.ts';
import { ALIPAY_BILL_COLUMNS, type AlipayBillField, alipayBillRecords } from './alipay-bill-record.ts';
import { type AlipaySheet, readAlipaySheet } from './alipay-sheet.ts';
import type { EvidenceFile, Sample, Source } from './contract.ts';
import { cellOf, headerOf, withStart } from './headed.ts';
import type { Header } from './header.ts';
import type { TableRow } from './rows.ts';
import { sampleOf } from './sample.ts';
import { claimOn, findTables, optionsFor, skipSheets } from './table-rows.ts';
import { readTable, type TableOptions } from './tables.ts';

const BILL: AlipaySheet<AlipayBillField> = {
	columns: ALIPAY_BILL_COLUMNS,
	required: ['created', 'other', 'goods', 'direction', 'amount', 'status', 'order'],
	time: 'created',
	footer: footerBelow,
};

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
		const options = optionsFor(sample, sheet);
		const { offsetMinutes } = hints;
		const side = await alipayOwner(file, options, await preambleOf(file, options), hints);
		yield* readAlipaySheet(file, options, BILL, offsetMinutes, (row, sequence) => {
			return { records: alipayBillRecords(row, { side, offsetMinutes }, sequence) };
		});
		yield* skipSheets(file, sample, new Set([sheet]));
	},
};

function tablesOf(sample: Sample) {
	return findTables(sample, BILL);
}

/** Rows above the header; none where there is no header. */
async function preambleOf(file: EvidenceFile, options: TableOptions): Promise<readonly TableRow[]> {
	for await (const start of withStart(readTable(file, options))) {
		return start.slice(0, headerOf(start, BILL.columns, BILL.required)?.index ?? 0);
	}
	return [];
}

/** Counts and notes, which stand below a line of dashes. A row that has the cells of a payment is one, wherever it stands. */
function footerBelow(header: Header<AlipayBillField>): (row: TableRow) => boolean {
	let ended = false;
	return (row) => {
		ended ||= /^-{10}/.test(row.cells[0] ?? '');
		return ended && cellOf(row, header, 'amount') === '' && cellOf(row, header, 'status') === '';
	};
}
