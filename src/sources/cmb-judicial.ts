import type { Side } from '../ledger/record.ts';
import { balanceIn, bookingRecord, currencyIn, joined, otherSide, ownAccount } from './bank-booking.ts';
import { bankMoment } from './bank-time.ts';
import { bankState, bankWay } from './bank-words.ts';
import type { Fate } from './batches.ts';
import { isDamaged } from './cells.ts';
import type { Source } from './contract.ts';
import { type OrderedTable, readOrdered } from './ordered-table.ts';
import type { Row } from './row.ts';
import { claimOn, findTables, type TableLayout } from './table-rows.ts';

type Field =
	| 'date'
	| 'time'
	| 'holder'
	| 'card'
	| 'way'
	| 'amount'
	| 'balance'
	| 'other'
	| 'otherName'
	| 'summary'
	| 'account'
	| 'currency'
	| 'serial'
	| 'done';

const LAYOUT: TableLayout<Field> = {
	columns: {
		date: ['交易日期'],
		time: ['交易时间'],
		holder: ['客户名称'],
		card: ['交易卡号'],
		way: ['交易方向'],
		amount: ['交易金额'],
		balance: ['联机余额'],
		other: ['对方帐号', '对方账号'],
		otherName: ['对方客户名称'],
		summary: ['交易摘要'],
		account: ['账号', '帐号'],
		currency: ['币种', '交易币种'],
		serial: ['交易流水号', '流水号'],
		done: ['交易是否成功'],
	},
	required: ['date', 'holder', 'way', 'amount', 'balance', 'other'],
};

/** 招商银行's own table for the police: day and time of day in two columns, `D` out and `C` in as the holder sees it. */
export const cmbJudicial: Source = {
	id: 'cmb-judicial',
	version: 1,
	identify(sample) {
		const [found] = findTables(sample, LAYOUT);
		return found && claimOn(found, 90);
	},
	read: (file, { offsetMinutes }) => readOrdered(file, tableOf(offsetMinutes)),
};

function tableOf(offsetMinutes: number): OrderedTable<Field> {
	return {
		...LAYOUT,
		instantOf: (row) => bankMoment(row, 'date', 'time', offsetMinutes).instant,
		reader: () => ({ read: (row, sequence) => fateOf(row, sequence, offsetMinutes) }),
	};
}

function fateOf(row: Row<Field>, sequence: number, offsetMinutes: number): Fate {
	const own = ownAccount(row, 'card', 'account');
	const moment = bankMoment(row, 'date', 'time', offsetMinutes);
	const way = bankWay(row.text('way'));
	if (way === undefined) throw row.fault('way', 'direction');
	const [holder, summary, serial] = [row.text('holder'), row.text('summary'), row.text('serial')];
	const mine: Side = holder === '' ? { account: own } : { account: own, name: holder };
	const printed = { field: 'other', number: row.text('other'), name: row.text('otherName'), words: summary } as const;
	const record = bookingRecord(row, {
		source: 'cmb-judicial',
		way,
		mine,
		theirs: otherSide(row, own, way, printed),
		asset: currencyIn(row, 'currency'),
		amount: row.amount('amount', 2),
		moment,
		sequence,
		keys: serial === '' || isDamaged(serial) ? {} : { order: serial, clearing: serial },
		words: summary,
		state: bankState(row.text('done')),
		type: summary,
		memo: joined(summary),
		balance: balanceIn(row, 'balance'),
	});
	return { records: [record] };
}
