import { type AccountId, nickAccount, TENPAY_FEE, unknownAccount } from '../ledger/account.ts';
import { CNY } from '../ledger/asset.ts';
import { parseAmount } from '../ledger/money.ts';
import type { LedgerRecord, RecordKeys, Side } from '../ledger/record.ts';
import { isDamaged } from './cells.ts';
import type { Row } from './row.ts';
import { feeIn, noteIn, refundIn, type WechatKind, wechatKind, wechatState } from './wechat-words.ts';

export const WECHAT_COLUMNS = {
	time: ['交易时间'],
	type: ['交易类型'],
	other: ['交易对方'],
	goods: ['商品'],
	direction: ['收/支', '收/支/其他'],
	amount: ['金额(元)', '金额'],
	method: ['支付方式', '交易方式'],
	status: ['当前状态'],
	order: ['交易单号'],
	merchant: ['商户单号'],
	note: ['备注'],
} as const;
export type WechatField = keyof typeof WECHAT_COLUMNS;

/** Whose bill it is, and which source reads it. */
export interface WechatOwner {
	readonly source: string;
	readonly side: Side;
	readonly offsetMinutes: number;
}

/**
 * The movements of one row: what was paid, and the service fee where the note names one (part 1).
 *
 * @throws RowFault `time`, `amount`, `amount-damaged`, `direction`
 */
export function wechatRecords(row: Row<WechatField>, owner: WechatOwner, sequence: number): LedgerRecord[] {
	const moment = row.moment('time', owner.offsetMinutes);
	const whole = row.amount('amount', CNY.decimals);
	const type = row.text('type');
	const kind = wechatKind(type, row.text('direction'), row.text('other'), row.text('method'));
	if (kind.way === 'unknown') throw row.fault('direction', 'direction');
	const fee = feeOf(row, kind, whole);
	const status = row.text('status');
	const refunded = kind.medium === 'refund' ? undefined : refundOf(row, status, whole);
	const record: LedgerRecord = {
		id: row.recordId(),
		evidence: row.evidence(),
		source: owner.source,
		institution: 'tenpay',
		own: kind.way === 'in' ? 'to' : 'from',
		...sidesOf(row, kind, owner.side),
		asset: CNY.id,
		amount: whole - fee,
		...(kind.medium === 'group-packet' ? { packet: whole } : {}),
		...(refunded === undefined ? {} : { refunded }),
		moment,
		sequence,
		keys: keysOf(row),
		medium: kind.medium,
		// A certificate has no such column: it lists what took place.
		state: row.has('status') ? wechatState(status) : 'done',
		type,
		memo: memoOf(row),
		raw: row.raw,
	};
	if (fee === 0n) return [record];
	const to = { account: TENPAY_FEE };
	const part: LedgerRecord = {
		...record,
		id: row.recordId(1),
		evidence: row.evidence(1),
		to,
		amount: fee,
		medium: 'fee',
	};
	return [record, part];
}

function sidesOf(row: Row<WechatField>, kind: WechatKind, own: Side): { readonly from: Side; readonly to: Side } {
	if (kind.way === 'within') return { from: own, to: own };
	const end = kind.way === 'in' ? 'from' : 'to';
	const other = otherSide(row, kind, own.account, end);
	return kind.way === 'in' ? { from: other, to: own } : { from: own, to: other };
}

/** The other side by the only thing a bill says of it: a name, valid in this bill alone. A packet to a group names nobody. */
function otherSide(row: Row<WechatField>, kind: WechatKind, own: AccountId, end: 'from' | 'to'): Side {
	const printed = row.text('other');
	const name = kind.way === 'out' ? printed.replace(/^发给/, '') : printed;
	const bank = kind.medium === 'top-up' || kind.medium === 'withdrawal' ? bankIn(row) : '';
	const known = kind.medium === 'group-packet' || printed.includes('群红包') ? '' : bank || name;
	if (known === '') return { account: unknownAccount(row.recordId(), end) };
	return { account: nickAccount(own, known), name: known };
}

/** 转入零钱通-来自工商银行(9876), 零钱提现 to 招商银行(1234): the bank, by the name and last digits that are all a bill prints. */
function bankIn(row: Row<WechatField>): string {
	const type = row.text('type');
	const named = /[-－](?:来自|到)(.+)$/s.exec(type)?.[1];
	if (named !== undefined && named !== '银行卡') return named;
	return type.startsWith('零钱充值') ? row.text('method') : row.text('other') || row.text('method');
}

function feeOf(row: Row<WechatField>, kind: WechatKind, whole: bigint): bigint {
	const text = kind.medium === 'withdrawal' ? feeIn(row.text('note')) : undefined;
	const reading = text === undefined ? undefined : parseAmount(text, CNY.decimals);
	if (!reading?.ok) return 0n;
	if (reading.amount > whole) throw row.fault('note', 'amount');
	return reading.amount;
}

function refundOf(row: Row<WechatField>, status: string, whole: bigint): bigint | undefined {
	const text = refundIn(status);
	if (text === undefined) return undefined;
	if (text === 'all') return whole;
	const reading = parseAmount(text, CNY.decimals);
	if (!reading.ok) throw row.fault('status', 'amount');
	return reading.amount;
}

function keysOf(row: Row<WechatField>): RecordKeys {
	const { order, merchant } = row.optional('order', 'merchant');
	return {
		...(order === undefined || isDamaged(order) ? {} : { order }),
		...(merchant === undefined || isDamaged(merchant) ? {} : { merchant }),
	};
}

function memoOf(row: Row<WechatField>): string {
	const note = row.text('note');
	const notes = [noteIn(row.text('goods')), feeIn(note) === undefined ? note : ''].filter((text) => text !== '');
	return [...new Set(notes)].join('；');
}
