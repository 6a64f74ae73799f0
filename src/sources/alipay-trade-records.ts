import { nickAccount, unknownAccount } from '../ledger/account.ts';
import { CNY } from '../ledger/asset.ts';
import type { Side } from '../ledger/record.ts';
import { alipayParty } from './alipay-party.ts';
import { alipayKeys, alipayRecord, ownOf, partyIn, sideOf } from './alipay-record.ts';
import { type AlipayContext, type AlipayTable, alipayTableSource } from './alipay-table.ts';
import { alipayKind, alipayState } from './alipay-words.ts';
import type { Fate } from './batches.ts';
import type { Row } from './row.ts';

const COLUMNS = {
	order: ['交易号'],
	merchant: ['外部交易号'],
	status: ['交易状态'],
	buyer: ['买家用户id'],
	buyerName: ['买家信息'],
	seller: ['卖家用户id'],
	sellerName: ['卖家信息'],
	amount: ['交易金额（元）'],
	received: ['收款时间'],
	created: ['创建时间'],
	type: ['交易类型'],
	goods: ['商品名称'],
	asked: ['对应的协查数据'],
} as const;
type Field = keyof typeof COLUMNS;

const TABLE: AlipayTable<Field> = {
	id: 'alipay-trade-records',
	columns: COLUMNS,
	required: ['order', 'status', 'buyer', 'seller', 'amount', 'created'],
	time: 'created',
	fate,
};

/** 交易记录 of a judicial return: what buyers paid to sellers. */
export const alipayTradeRecords = alipayTableSource(TABLE);

/** @throws RowFault `time`, `amount`, `amount-damaged`, `account`, `missing` */
function fate(row: Row<Field>, { offsetMinutes, sequence }: AlipayContext): Fate {
	const [from, to] = sidesOf(row);
	const [type, goods, status] = [row.text('type'), row.text('goods'), row.text('status')];
	const [order, merchant] = [row.text('order'), row.text('merchant')];
	const words = { type, goods, status, order, merchant, other: '', method: '', funds: '' };
	const { medium } = alipayKind({ ...words, direction: '支出' });
	const record = alipayRecord(row, {
		source: TABLE.id,
		own: ownOf(row.text('asked'), from, to),
		from,
		to,
		amount: row.amount('amount', CNY.decimals),
		// 收款时间 is when the seller had the money: of a trade that waited for the goods, days after the order.
		moment: row.moment(row.text('received') === '' ? 'created' : 'received', offsetMinutes),
		sequence,
		keys: alipayKeys({ order, merchant, medium }),
		medium,
		state: alipayState(status),
		type,
		memo: goods,
	});
	return { records: [record] };
}

/** Buyer and seller; one of them has to be known. */
function sidesOf(row: Row<Field>): [Side, Side] {
	const buyer = partyOf(row, 'buyer', 'buyerName');
	const seller = partyOf(row, 'seller', 'sellerName');
	if (buyer.account === undefined && seller.account === undefined) throw row.fault('buyer', 'missing');
	const side = (party: typeof buyer, scope: string | undefined, end: 'from' | 'to'): Side => {
		if (party.account !== undefined) return sideOf(party.account, party.name);
		if (party.name === '' || scope === undefined) return { account: unknownAccount(row.recordId(), end) };
		return { account: nickAccount(scope, party.name), name: party.name };
	};
	return [side(buyer, seller.account, 'from'), side(seller, buyer.account, 'to')];
}

/** By the number in one cell; what stands in the other may repeat it with the name. */
function partyOf(row: Row<Field>, number: 'buyer' | 'seller', information: 'buyerName' | 'sellerName') {
	const { account = alipayParty(row.text(information)).account, name } = partyIn(row, number);
	return { account, name: name || alipayParty(row.text(information)).name };
}
