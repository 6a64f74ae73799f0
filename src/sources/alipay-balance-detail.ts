import { CNY } from '../ledger/asset.ts';
import type { Medium } from '../ledger/record.ts';
import { alipayKeys, alipayRecord, ofAnother, otherSide, ownSide, partyIn } from './alipay-record.ts';
import { type AlipayContext, type AlipayTable, alipayTableSource } from './alipay-table.ts';
import type { Fate } from './batches.ts';
import type { Row } from './row.ts';

const COLUMNS = {
	order: ['交易订单号/外部流水号', '交易订单号'],
	account: ['账户', '帐户'],
	other: ['对方帐户', '对方账户'],
	time: ['交易发生日期'],
	income: ['收入金额(+)（元）', '收入金额'],
	expense: ['支出金额(-)（元）', '支出金额'],
	balance: ['余额（元）', '余额'],
	type: ['业务类型'],
	bank: ['银行名称'],
	note: ['备注'],
} as const;
type Field = keyof typeof COLUMNS;

const TABLE: AlipayTable<Field> = {
	id: 'alipay-balance-detail',
	columns: COLUMNS,
	required: ['order', 'account', 'other', 'time', 'income', 'expense', 'balance'],
	time: 'time',
	fate,
};

/** 余额明细 of a judicial return: what went in and out of one account's balance, and the balance after each. */
export const alipayBalanceDetail = alipayTableSource(TABLE);

/** @throws RowFault `time`, `amount`, `amount-damaged`, `account`, `missing`, `direction` */
function fate(row: Row<Field>, { offsetMinutes, sequence }: AlipayContext): Fate {
	const own = ownSide(row, 'account');
	const { way, amount } = movedOf(row);
	const printed = partyIn(row, 'other');
	const party = printed.bank === '' ? { ...printed, bank: row.text('bank') } : printed;
	const type = row.text('type');
	const named = mediumOf(type, way);
	const medium = named === 'withdrawal' && ofAnother(party, own) ? 'bank' : named;
	const other = otherSide(party, medium, own.account, row.recordId(), way === 'in' ? 'from' : 'to');
	const record = alipayRecord(row, {
		source: TABLE.id,
		own: way === 'in' ? 'to' : 'from',
		...(way === 'in' ? { from: other, to: own } : { from: own, to: other }),
		amount,
		moment: row.moment('time', offsetMinutes),
		sequence,
		keys: alipayKeys({ order: row.text('order'), medium }),
		medium,
		// The table lists what was booked.
		state: 'done',
		type,
		memo: row.text('note'),
		...(row.text('balance') === '' ? {} : { balance: row.signedAmount('balance', CNY.decimals) }),
	});
	return { records: [record] };
}

/** One of two columns is filled, the other empty or zero; expenses are printed below zero, or plain. */
function movedOf(row: Row<Field>): { readonly way: 'in' | 'out'; readonly amount: bigint } {
	const income = row.text('income') === '' ? 0n : row.amount('income', CNY.decimals);
	const expense = row.text('expense') === '' ? 0n : row.signedAmount('expense', CNY.decimals);
	if (income !== 0n && expense !== 0n) throw row.fault('expense', 'direction');
	if (income === 0n && expense === 0n) throw row.fault('income', 'amount');
	return expense === 0n ? { way: 'in', amount: income } : { way: 'out', amount: expense < 0n ? -expense : expense };
}

/** 业务类型. A bank's name beside a payment says nothing of its kind. */
function mediumOf(type: string, way: 'in' | 'out'): Medium {
	if (type.includes('退款')) return 'refund';
	if (/手续费|服务费|收费/.test(type)) return 'fee';
	if (way === 'out' && type.includes('提现')) return 'withdrawal';
	if (way === 'in' && type.includes('充值')) return 'top-up';
	if (type.includes('红包')) return 'red-packet';
	if (type.includes('转账')) return 'chat-transfer';
	return /支付|付款|交易|消费|收款/.test(type) ? 'payment' : 'other';
}
