import { ALIPAY_FEE, nickAccount, unknownAccount } from '../ledger/account.ts';
import { CNY } from '../ledger/asset.ts';
import type { LedgerRecord, Side } from '../ledger/record.ts';
import { alipayHandle, isBank } from './alipay-party.ts';
import { alipayKeys, alipayRecord, sideOf } from './alipay-record.ts';
import { type AlipayKind, alipayKind, alipayState, isNeutral } from './alipay-words.ts';
import type { Row } from './row.ts';

/** Columns of the bill's three layouts together. */
export const ALIPAY_BILL_COLUMNS = {
	created: ['交易时间', '交易创建时间'],
	paid: ['付款时间'],
	type: ['交易分类', '类型', '业务类型'],
	other: ['交易对方'],
	otherAccount: ['对方账号'],
	goods: ['商品说明', '商品名称'],
	direction: ['收/支'],
	amount: ['金额（元）', '金额'],
	method: ['收/付款方式'],
	status: ['交易状态'],
	order: ['交易订单号', '交易号'],
	merchant: ['商家订单号'],
	fee: ['服务费（元）'],
	refunded: ['成功退款（元）'],
	note: ['备注'],
	funds: ['资金状态'],
} as const;
export type AlipayBillField = keyof typeof ALIPAY_BILL_COLUMNS;

/** Whose bill it is. */
export interface AlipayOwner {
	readonly side: Side;
	readonly offsetMinutes: number;
}

/**
 * The movements of one row: what was paid, and the service fee where the bill has a column for it (part 1).
 *
 * @throws RowFault `time`, `amount`, `amount-damaged`, `direction`
 */
export function alipayBillRecords(row: Row<AlipayBillField>, owner: AlipayOwner, sequence: number): LedgerRecord[] {
	const moment = row.moment(row.text('paid') === '' ? 'created' : 'paid', owner.offsetMinutes);
	const whole = row.amount('amount', CNY.decimals);
	const state = alipayState(row.text('status'));
	const kind = kindOf(row, state);
	const refunded = kind.medium === 'refund' ? 0n : optionalAmount(row, 'refunded');
	const told = {
		source: 'alipay-bill',
		own: kind.way === 'in' ? 'to' : 'from',
		moment,
		sequence,
		state,
		type: row.text('type'),
		memo: [...new Set([row.text('goods'), row.text('note')])].filter((text) => text !== '').join('；'),
	} as const;
	const order = row.text('order');
	const record = alipayRecord(row, {
		...told,
		...sidesOf(row, kind, owner.side),
		amount: whole,
		...(kind.medium === 'group-packet' ? { packet: whole } : {}),
		...(refunded === 0n ? {} : { refunded }),
		keys: alipayKeys({ order, merchant: row.text('merchant'), medium: kind.medium }),
		medium: kind.medium,
	});
	const fee = optionalAmount(row, 'fee');
	if (fee === 0n) return [record];
	const { parent: _parent, ...keys } = alipayKeys({ order, medium: 'fee' });
	const [from, to] = [owner.side, { account: ALIPAY_FEE }];
	return [record, alipayRecord(row, { ...told, own: 'from', from, to, amount: fee, keys, medium: 'fee' }, 1)];
}

function kindOf(row: Row<AlipayBillField>, state: LedgerRecord['state']): AlipayKind {
	const [type, goods, other, direction] = [
		row.text('type'),
		row.text('goods'),
		row.text('other'),
		row.text('direction'),
	];
	const [method, status, funds] = [row.text('method'), row.text('status'), row.text('funds')];
	const [order, merchant] = [row.text('order'), row.text('merchant')];
	const kind = alipayKind({ type, goods, other, direction, method, status, funds, order, merchant });
	if (kind.way !== 'unknown') return kind;
	// An order that was closed before anybody paid: the owner's own, and nothing moved.
	if (state === 'closed' && isNeutral(direction)) return { ...kind, way: 'out' };
	throw row.fault('direction', 'direction');
}

function sidesOf(row: Row<AlipayBillField>, kind: AlipayKind, own: Side): { readonly from: Side; readonly to: Side } {
	if (kind.way === 'within') return { from: own, to: own };
	return kind.way === 'in'
		? { from: otherSide(row, kind, own, 'from'), to: own }
		: { from: own, to: otherSide(row, kind, own, 'to') };
}

/** The other side: a login where it is not masked, else the name. A packet to a group names nobody. */
function otherSide(row: Row<AlipayBillField>, { medium }: AlipayKind, own: Side, end: 'from' | 'to'): Side {
	const printed = row.text('other');
	const bank = medium === 'withdrawal' || medium === 'top-up' ? [row.text('method'), printed].find(isBank) : undefined;
	if (bank !== undefined) return { account: nickAccount(own.account, bank), name: bank };
	const login = row.text('otherAccount');
	const account = alipayHandle(login);
	if (account !== undefined && account !== own.account) return sideOf(account, printed);
	if (printed === '' || medium === 'group-packet') return { account: unknownAccount(row.recordId(), end) };
	// `*三` is the name of many: what is left of the login tells them apart.
	const known = printed.includes('*') && login !== '' ? `${printed} ${login}` : printed;
	return { account: nickAccount(own.account, known), name: printed };
}

function optionalAmount(row: Row<AlipayBillField>, field: 'fee' | 'refunded'): bigint {
	return row.text(field) === '' ? 0n : row.amount(field, CNY.decimals);
}
