import { nickAccount, unknownAccount } from '../ledger/account.ts';
import { CNY } from '../ledger/asset.ts';
import type { Medium, Side } from '../ledger/record.ts';
import { type AlipayParty, isBank } from './alipay-party.ts';
import { alipayKeys, alipayRecord, ofAnother, otherSide, ownOf, partyIn, sideOf } from './alipay-record.ts';
import { type AlipayContext, type AlipayTable, alipayTableSource } from './alipay-table.ts';
import type { Fate } from './batches.ts';
import type { Row } from './row.ts';

const COLUMNS = {
	order: ['交易号'],
	payer: ['付款方支付宝账号', '付款方支付宝号'],
	payee: ['收款方支付宝账号', '收款方支付宝号'],
	bank: ['收款机构信息'],
	time: ['到账时间'],
	amount: ['转账金额（元）'],
	type: ['转账产品名称'],
	payout: ['提现流水号'],
	asked: ['对应的协查数据'],
} as const;
type Field = keyof typeof COLUMNS;

const TABLE: AlipayTable<Field> = {
	id: 'alipay-transfer-detail',
	columns: COLUMNS,
	required: ['order', 'payer', 'payee', 'time', 'amount'],
	time: 'time',
	fate,
};

/** 转账明细 of a judicial return: transfers between accounts and payouts to cards, when they arrived. */
export const alipayTransferDetail = alipayTableSource(TABLE);

/** @throws RowFault `time`, `amount`, `amount-damaged`, `account`, `missing` */
function fate(row: Row<Field>, { offsetMinutes, sequence }: AlipayContext): Fate {
	const payer = partyIn(row, 'payer');
	const payee = payeeOf(row, payer);
	if (payer.account === undefined && payee.account === undefined) throw row.fault('payer', 'missing');
	const from = sideFrom(row, payer, payee);
	const type = row.text('type');
	const medium = mediumOf(type, payee, from);
	const to = otherSide(payee, medium, from.account, row.recordId(), 'to');
	const record = alipayRecord(row, {
		source: TABLE.id,
		own: ownOf(row.text('asked'), from, to),
		from,
		to,
		amount: row.amount('amount', CNY.decimals),
		moment: row.moment('time', offsetMinutes),
		sequence,
		keys: alipayKeys({ order: row.text('order'), clearing: row.text('payout'), medium }),
		medium,
		// The table lists what has arrived.
		state: 'done',
		type,
		memo: '',
	});
	return { records: [record] };
}

/** The payee's account; the card, where there is none or it is the payer's own: then 收款机构信息 says where the money went. */
function payeeOf(row: Row<Field>, payer: AlipayParty): AlipayParty {
	const payee = partyIn(row, 'payee');
	if (payee.account !== undefined && payee.account !== payer.account) return payee;
	const printed = partyIn(row, 'bank');
	const card = isBank(printed.name) ? { ...printed, name: '', bank: printed.name } : printed;
	const silent = card.account === undefined && card.bank === '';
	if (silent && (card.name === '' || payee.account !== undefined)) return payee;
	return { ...card, name: card.name || payee.name };
}

function sideFrom(row: Row<Field>, { account, name }: AlipayParty, payee: AlipayParty): Side {
	if (account !== undefined) return sideOf(account, name);
	if (name === '' || payee.account === undefined) return { account: unknownAccount(row.recordId(), 'from') };
	return { account: nickAccount(payee.account, name), name };
}

function mediumOf(type: string, payee: AlipayParty, from: Side): Medium {
	const toBank = payee.account === undefined ? payee.bank !== '' : payee.account.startsWith('bank:');
	if (!toBank) return 'chat-transfer';
	return type.includes('提现') && !ofAnother(payee, from) ? 'withdrawal' : 'bank';
}
