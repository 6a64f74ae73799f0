import { billAccount } from '../ledger/account.ts';
import { balanceIn, bookingRecord, currencyIn, joined, otherSide } from './bank-booking.ts';
import type { Fate } from './batches.ts';
import type { Hints, Source } from './contract.ts';
import { type OrderedTable, readOrdered } from './ordered-table.ts';
import type { Row } from './row.ts';
import { claimOn, findTables, type TableLayout } from './table-rows.ts';

type Field = 'date' | 'currency' | 'amount' | 'balance' | 'summary' | 'other' | 'note';

const LAYOUT: TableLayout<Field> = {
	columns: {
		date: ['记账日期'],
		currency: ['货币'],
		amount: ['交易金额'],
		balance: ['联机余额'],
		summary: ['交易摘要'],
		other: ['对手信息'],
		note: ['客户摘要'],
	},
	required: ['date', 'currency', 'amount', 'balance', 'summary', 'other'],
};

/**
 * 招商银行 personal statement: days without times, amounts with a sign, name and number of the other side in one cell. It
 * names no account: the register of evidence may, else the owner is `bill:…`.
 */
export const cmbDebit: Source = {
	id: 'cmb-debit',
	version: 1,
	identify(sample) {
		const [found] = findTables(sample, LAYOUT);
		return found && claimOn(found, 90);
	},
	read: (file, hints) => readOrdered(file, tableOf(hints)),
};

function tableOf({ owner, offsetMinutes }: Hints): OrderedTable<Field> {
	return {
		...LAYOUT,
		instantOf: (row) => row.moment('date', offsetMinutes).instant,
		reader: (file) => {
			const own = owner ?? billAccount(file.hash);
			return { read: (row, sequence) => fateOf(row, sequence, own, offsetMinutes) };
		},
	};
}

function fateOf(row: Row<Field>, sequence: number, own: string, offsetMinutes: number): Fate {
	if (isFooter(row)) return { skip: 'footer' };
	const moment = row.moment('date', offsetMinutes);
	const signed = row.signedAmount('amount', 2);
	const way = signed < 0n ? 'out' : 'in';
	const [summary, note] = [row.text('summary'), row.text('note')];
	const record = bookingRecord(row, {
		source: 'cmb-debit',
		bank: 'cmb',
		way,
		mine: { account: own },
		theirs: otherSide(row, own, way, { field: 'other', ...partsOf(row.text('other')), words: `${summary} ${note}` }),
		asset: currencyIn(row, 'currency'),
		amount: signed < 0n ? -signed : signed,
		moment,
		sequence,
		keys: {},
		words: summary,
		state: 'done',
		type: summary,
		memo: joined(summary, note),
		balance: balanceIn(row, 'balance'),
	});
	return { records: [record] };
}

/** Sums and remarks below the rows. */
function isFooter(row: Row<Field>): boolean {
	return /合计|总计|^[#*＊]|^共/.test(row.text('date')) && row.text('balance') === '';
}

/**
 * `样甲 6222…` or `某公司1234…`: the name, and the number where it has the length of a card or account. Shorter ones are
 * numbers of merchants, and stay part of the name.
 */
function partsOf(text: string): { readonly name: string; readonly number: string } {
	const number = /\d{12,30}$/.exec(text)?.[0] ?? '';
	return { name: text.slice(0, text.length - number.length).trim(), number };
}
