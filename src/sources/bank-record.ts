import type { LedgerRecord, RecordKeys, Side } from '../ledger/record.ts';
import { balanceIn, bookingRecord, currencyIn, joined, otherSide, ownAccount } from './bank-booking.ts';
import { bankMoment } from './bank-time.ts';
import { bankState, bankWay, isQueryFailure } from './bank-words.ts';
import type { Fate } from './batches.ts';
import { isDamaged } from './cells.ts';
import type { Row } from './row.ts';

export const BANK_COLUMNS = {
	card: ['交易卡号', '卡号'],
	account: ['交易账号', '交易帐号', '账号', '帐号'],
	holder: ['账户开户名称', '交易户名', '交易方户名', '户名'],
	identity: ['开户人证件号码', '交易证件号码', '交易方证件号码', '证件号码'],
	time: ['交易时间', '交易日期', '入账时间', '记账时间', '记账日期', '账务日期'],
	date: ['交易日期', '记账日期', '账务日期', '入账日期'],
	amount: ['交易金额', '发生额', '交易发生额'],
	balance: ['交易余额', '账户余额', '余额'],
	direction: ['收付标志', '借贷标志', '借贷方向', '收支类型', '收付类型', '收/支'],
	other: [
		'交易对手账卡号',
		'交易对手账号',
		'交易对手卡号',
		'交易对方账卡号',
		'对手账卡号',
		'对手账号',
		'对手卡号',
		'对方账号',
		'对方帐号',
		'对方卡号',
	],
	otherName: ['对手户名', '交易对手户名', '对方户名', '对方姓名', '对手姓名', '交易对方'],
	otherIdentity: ['对手身份证号', '对手证件号码'],
	otherBank: ['对手开户银行', '对手开户行', '对方开户行', '对方开户银行'],
	summary: ['摘要说明', '摘要', '交易摘要'],
	currency: ['交易币种', '币种'],
	done: ['交易是否成功', '是否成功', '交易结果'],
	serial: ['交易流水号', '流水号'],
	note: ['备注'],
	type: ['交易类型'],
	result: ['查询反馈结果原因', '查询反馈结果'],
	cash: ['现金标志'],
	branch: ['交易网点名称'],
	voucher: ['传票号'],
	teller: ['交易柜员号'],
	log: ['日志号'],
} as const;
export type BankField = keyof typeof BANK_COLUMNS;

export interface BankContext {
	readonly offsetMinutes: number;
	readonly sequence: number;
	/** The balance before the row, for a blank 收付标志. */
	solve(account: string, amount: bigint, after: bigint): 'in' | 'out' | undefined;
}

/**
 * One row of a bank flow.
 *
 * @throws RowFault `time`, `amount`, `amount-damaged`, `account`, `direction`, `value` (an unknown currency)
 */
export function bankFate(row: Row<BankField>, context: BankContext): Fate {
	if (isQueryFailure(row.text('result'))) return { skip: 'query-failed' };
	const own = ownAccount(row, 'card', 'account');
	const moment = bankMoment(row, 'date', 'time', context.offsetMinutes);
	const amount = row.amount('amount', 2);
	const balance = balanceIn(row, 'balance');
	const way = wayOf(row, amount, balance, context);
	const [holder, summary, note] = [row.text('holder'), row.text('summary'), row.text('note')];
	const mine: Side = holder === '' ? { account: own } : { account: own, name: holder };
	const theirs = otherSide(row, own, way, {
		field: 'other',
		number: row.text('other'),
		name: row.text('otherName'),
		words: `${summary} ${note}`,
	});
	const record: LedgerRecord = bookingRecord(row, {
		source: 'bank-flow',
		way,
		mine,
		theirs,
		asset: currencyIn(row, 'currency'),
		amount,
		moment,
		sequence: context.sequence,
		keys: keysOf(row),
		words: `${summary} ${row.text('type')}`,
		state: bankState(row.text('done')),
		type: row.text('type') || summary,
		memo: joined(summary, note),
		balance,
	});
	return { records: [record] };
}

function wayOf(row: Row<BankField>, amount: bigint, balance: bigint | undefined, context: BankContext): 'in' | 'out' {
	const printed = row.text('direction');
	const way = bankWay(printed);
	if (way) return way;
	const account = row.text('card') || row.text('account');
	const solved = printed === '' && balance !== undefined ? context.solve(account, amount, balance) : undefined;
	if (!solved) throw row.fault('direction', 'direction');
	return solved;
}

/** The serial names the row in this bank's books, and the payment where both banks print the clearing's number. */
function keysOf(row: Row<BankField>): RecordKeys {
	const serial = row.text('serial');
	return serial === '' || isDamaged(serial) ? {} : { order: serial, clearing: serial };
}
