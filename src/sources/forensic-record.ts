import { type AccountId, handleOf, unknownAccount } from '../ledger/account.ts';
import { CNY } from '../ledger/asset.ts';
import type { LedgerRecord, RecordState, Side } from '../ledger/record.ts';
import type { ForensicHeading } from './forensic-heading.ts';
import type { Row } from './row.ts';

/** The parts of a payment's text. */
export type ForensicField = 'text' | 'time' | 'payer' | 'payee' | 'amount' | 'order' | 'kind';

const TIME = /\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d{2}:\d{2}/;
const AMOUNT = /[￥¥]\s?([\d,]{1,20}(?:\.\d{1,8})?)/g;

/** A payment's text cut into its parts; '' where one is not printed. Two different sums are none. */
export function forensicCells(text: string): Record<ForensicField, string> {
	const time = TIME.exec(text)?.[0] ?? '';
	const amounts = new Set(Array.from(text.matchAll(AMOUNT), (match) => match[1] ?? ''));
	const sides = /^(.{1,200}?)\s+向\s+(.{1,200}?)\s?(?:转账|发送|发|$)/.exec(text);
	return {
		text,
		time,
		payer: sides?.[1]?.replace(TIME, '').trim() ?? '',
		payee: sides?.[2]?.trim() ?? '',
		amount: [...amounts].join(' '),
		order: /交易单号[:：]\s?(\d{10,40})/.exec(text)?.[1] ?? '',
		kind: /微信(?:转账|红包)$/.exec(text)?.[0] ?? '',
	};
}

/**
 * A payment of the report. A red packet's amount is not shown there. It is taken from the phone's messages: a payment was
 * made only where the words say that it was taken.
 *
 * @throws RowFault `time`, `amount`, `direction`, `value`
 */
export function forensicRecord(
	row: Row<ForensicField>,
	heading: ForensicHeading,
	sequence: number,
	offsetMinutes: number,
): LedgerRecord {
	const packet = row.needed('kind') === '微信红包';
	const moment = row.moment('time', offsetMinutes);
	const printed = row.text('amount');
	// Words of the other kind within a note end a text too early: what is left cannot be trusted.
	if (packet && printed !== '') throw row.fault('amount', 'value');
	const amount = printed === '' ? undefined : row.amount('amount', CNY.decimals);
	const out = isOut(row, heading);
	const id = row.recordId();
	const own: Side = heading.own;
	const other = otherSide(heading, row.text(out ? 'payee' : 'payer'), unknownAccount(id, out ? 'to' : 'from'));
	const { order } = row.optional('order');
	return {
		id,
		evidence: row.evidence(),
		source: 'forensic-report',
		institution: 'tenpay',
		own: out ? 'from' : 'to',
		from: out ? own : other,
		to: out ? other : own,
		asset: CNY.id,
		amount,
		moment,
		sequence,
		keys: order === undefined ? {} : { order },
		medium: packet ? 'red-packet' : 'chat-transfer',
		state: stateIn(row.text('text')),
		type: row.text('kind'),
		memo: '',
		raw: row.raw,
	};
}

/** Which side paid, by the names that the heading ties to the two accounts. */
function isOut(row: Row<ForensicField>, { own, other }: ForensicHeading): boolean {
	const [payer, payee] = [row.text('payer'), row.text('payee')];
	const out = means(payer, own) || means(payee, other);
	const into = means(payee, own) || means(payer, other);
	if (payer === '' || out === into) throw row.fault('payer', 'direction');
	return out;
}

/** Whether a side is printed so: by name, by handle, or by both (`样乙(wxid_…)`). */
function means(printed: string, { account, name }: ForensicHeading['own' | 'other']): boolean {
	if (printed === '') return false;
	if (printed === name) return true;
	const handle = account === undefined || account.startsWith('nick:') ? '' : handleOf(account);
	return handle !== '' && [handle, `${name}(${handle})`, `${name}（${handle}）`].includes(printed);
}

function otherSide({ other }: ForensicHeading, printed: string, unknown: AccountId): Side {
	const name = printed || other.name;
	const account = other.account ?? unknown;
	return name === '' ? { account } : { account, name };
}

function stateIn(text: string): RecordState {
	if (/已?退[还回]|已退款|过期/.test(text)) return 'closed';
	return /已收[款钱]|已接收|已领取|已存入|支付成功|收款成功/.test(text) ? 'done' : 'open';
}
