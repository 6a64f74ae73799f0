import { CNY } from '../ledger/asset.ts';
import type { Side } from '../ledger/record.ts';
import { type AlipayParty, alipayParty } from './alipay-party.ts';
import { alipayKeys, alipayRecord, ofAnother, otherSide, ownSide, partyIn } from './alipay-record.ts';
import { type AlipayContext, type AlipayTable, alipayTableSource } from './alipay-table.ts';
import { type AlipayKind, alipayKind, alipayState } from './alipay-words.ts';
import type { Fate } from './batches.ts';
import type { Row } from './row.ts';

const COLUMNS = {
	order: ['交易号'],
	merchant: ['商户订单号'],
	created: ['交易创建时间'],
	paid: ['付款时间'],
	type: ['类型'],
	user: ['用户信息'],
	other: ['交易对方信息'],
	goods: ['消费名称'],
	amount: ['金额（元）'],
	direction: ['收/支'],
	status: ['交易状态'],
	method: ['支付方式'],
	clearing: ['充值流水号', '清算流水号'],
	note: ['备注'],
} as const;
type Field = keyof typeof COLUMNS;

const TABLE: AlipayTable<Field> = {
	id: 'alipay-account-detail',
	columns: COLUMNS,
	required: ['order', 'created', 'user', 'other', 'amount', 'direction', 'status'],
	time: 'created',
	fate,
};

/** 账户明细 of a judicial return: every movement of one account, with user numbers and names of both sides. */
export const alipayAccountDetail = alipayTableSource(TABLE);

/** @throws RowFault `time`, `amount`, `amount-damaged`, `account`, `missing`, `direction` */
function fate(row: Row<Field>, { offsetMinutes, sequence }: AlipayContext): Fate {
	const own = ownSide(row, 'user');
	const party = partyIn(row, 'other');
	const kind = kindOf(row, party, own);
	const { medium, way } = kind;
	const [order, merchant, clearing] = [row.text('order'), row.text('merchant'), row.text('clearing')];
	const through = alipayParty(row.text('method')).account;
	const record = alipayRecord(row, {
		source: TABLE.id,
		own: way === 'in' ? 'to' : 'from',
		...sidesOf(row, kind, own, party),
		amount: row.amount('amount', CNY.decimals),
		moment: row.moment(row.text('paid') === '' ? 'created' : 'paid', offsetMinutes),
		sequence,
		keys: alipayKeys({ order, merchant, clearing, medium }),
		medium,
		state: alipayState(row.text('status')),
		type: row.text('type'),
		memo: memoOf(row),
		...(through?.startsWith('bank:') ? { card: through } : {}),
	});
	return { records: [record] };
}

function kindOf(row: Row<Field>, party: AlipayParty, own: Side): AlipayKind {
	const [type, goods, direction, method] = [
		row.text('type'),
		row.text('goods'),
		row.text('direction'),
		row.text('method'),
	];
	const [status, order, merchant] = [row.text('status'), row.text('order'), row.text('merchant')];
	const kind = alipayKind({ type, goods, other: '', direction, method, status, funds: '', order, merchant });
	if (kind.way === 'unknown') throw row.fault('direction', 'direction');
	if (!party.account?.startsWith('bank:') || kind.medium === 'refund') return kind;
	const medium = kind.medium === 'withdrawal' && !ofAnother(party, own) ? 'withdrawal' : 'bank';
	return kind.way === 'out' ? { ...kind, medium } : kind;
}

function sidesOf(row: Row<Field>, { medium, way }: AlipayKind, own: Side, party: AlipayParty) {
	if (way === 'within') return { from: own, to: own };
	const end = way === 'in' ? 'from' : 'to';
	const other = otherSide(party, medium, own.account, row.recordId(), end);
	return way === 'in' ? { from: other, to: own } : { from: own, to: other };
}

/** What was bought or noted; `=…=` is a number protected from a spreadsheet. */
function memoOf(row: Row<Field>): string {
	const goods = row.text('goods').replace(/^=(.*)=$/, '$1');
	return [...new Set([goods, row.text('note')])].filter((text) => text !== '').join('；');
}
