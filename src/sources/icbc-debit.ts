import { type AccountId, accountOf, billAccount } from '../ledger/account.ts';
import { balanceIn, bookingRecord, currencyIn, joined, otherSide } from './bank-booking.ts';
import type { Fate } from './batches.ts';
import type { Hints, Source } from './contract.ts';
import { type OrderedTable, readOrdered } from './ordered-table.ts';
import type { Row } from './row.ts';
import { claimOn, findTables, type TableLayout } from './table-rows.ts';

type Field = 'date' | 'summary' | 'detail' | 'place' | 'in' | 'out' | 'currency' | 'balance' | 'otherName' | 'other';

const LAYOUT: TableLayout<Field> = {
	columns: {
		date: ['交易日期'],
		summary: ['摘要'],
		detail: ['交易详情'],
		place: ['交易场所'],
		in: ['记账金额(收入)'],
		out: ['记账金额(支出)'],
		currency: ['记账币种'],
		balance: ['余额'],
		otherName: ['对方户名'],
		other: ['对方账户', '对方账号'],
	},
	required: ['date', 'summary', 'in', 'out', 'currency', 'otherName'],
};

/**
 * 工商银行 personal statement (明细查询文件下载): money in and out in two columns, every cell padded with spaces and a TAB. The
 * card above the header is usually masked, and then no account: the register of evidence may name it, else `bill:…`.
 */
export const icbcDebit: Source = {
	id: 'icbc-debit',
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
		reader: (file, preamble) => {
			const own = cardIn(preamble) ?? owner ?? billAccount(file.hash);
			return { read: (row, sequence) => fateOf(row, sequence, own, offsetMinutes) };
		},
	};
}

/** `卡号: 6222…` above the header, where all its digits are printed. */
function cardIn(preamble: readonly (readonly string[])[]): AccountId | undefined {
	for (const cell of preamble.flat()) {
		const number = /^卡号[:：]([^\n]+)$/.exec(cell)?.[1]?.trim();
		if (number !== undefined) return accountOf('bank', number);
	}
	return undefined;
}

function fateOf(row: Row<Field>, sequence: number, own: AccountId, offsetMinutes: number): Fate {
	if (/合计|总计/.test(row.text('date'))) return { skip: 'footer' };
	const moment = row.moment('date', offsetMinutes);
	const { way, amount } = movementOf(row);
	const [summary, place] = [row.text('summary'), row.text('place')];
	const words = `${summary} ${row.text('detail')} ${place}`;
	const printed = { field: 'other', number: row.text('other'), name: row.text('otherName'), words } as const;
	const record = bookingRecord(row, {
		source: 'icbc-debit',
		bank: 'icbc',
		way,
		mine: { account: own },
		theirs: otherSide(row, own, way, printed),
		asset: currencyIn(row, 'currency'),
		amount,
		moment,
		sequence,
		keys: {},
		words,
		state: 'done',
		type: summary,
		memo: joined(summary, row.text('detail'), place),
		balance: balanceIn(row, 'balance'),
	});
	return { records: [record] };
}

/** One of the two columns is filled. @throws RowFault `direction` where both are, or none */
function movementOf(row: Row<Field>): { readonly way: 'in' | 'out'; readonly amount: bigint } {
	const [into, out] = [row.text('in') !== '', row.text('out') !== ''];
	if (into === out) throw row.fault('out', 'direction');
	return into ? { way: 'in', amount: row.amount('in', 2) } : { way: 'out', amount: row.amount('out', 2) };
}
