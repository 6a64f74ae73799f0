import { type AccountId, handleOf, nickAccount, readAccount, unknownAccount } from '../ledger/account.ts';
import { parseAmount } from '../ledger/money.ts';
import type { LedgerRecord, RecordKeys, Side } from '../ledger/record.ts';
import { bankMedium, bankState, bankWay, currencyOf, firmIn, isQueryFailure } from './bank-words.ts';
import type { Fate } from './batches.ts';
import { isDamaged } from './cells.ts';
import type { Row } from './row.ts';

export const BANK_COLUMNS = {
	card: ['交易卡号', '卡号'],
	account: ['交易账号', '交易帐号', '账号'],
	holder: ['账户开户名称', '交易户名', '交易方户名', '户名'],
	identity: ['开户人证件号码', '交易证件号码', '交易方证件号码'],
	time: ['交易时间', '交易日期', '入账时间', '记账日期', '账务日期'],
	amount: ['交易金额', '发生额'],
	balance: ['交易余额', '账户余额', '余额'],
	direction: ['收付标志', '借贷标志', '借贷方向', '收支类型', '收/支'],
	other: ['交易对手账卡号', '对手账号', '对方账号', '对方卡号'],
	otherName: ['对手户名', '对方户名', '对方姓名'],
	otherIdentity: ['对手身份证号'],
	otherBank: ['对手开户银行', '对方开户行'],
	summary: ['摘要说明', '摘要', '交易摘要'],
	currency: ['交易币种', '币种'],
	done: ['交易是否成功'],
	serial: ['交易流水号'],
	note: ['备注'],
	type: ['交易类型'],
	result: ['查询反馈结果原因'],
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
	const own = ownAccount(row);
	const moment = row.moment('time', context.offsetMinutes);
	const amount = row.amount('amount', 2);
	const balance = balanceOf(row);
	const way = wayOf(row, amount, balance, context);
	const asset = currencyOf(row.text('currency'));
	if (asset === undefined) throw row.fault('currency', 'value');
	const name = row.text('holder');
	const mine: Side = name === '' ? { account: own } : { account: own, name };
	const theirs = otherSide(row, own, way === 'in' ? 'from' : 'to');
	const record: LedgerRecord = {
		id: row.recordId(),
		evidence: row.evidence(),
		source: 'bank-flow',
		institution: `bank:${handleOf(own).slice(0, 6)}`,
		own: way === 'in' ? 'to' : 'from',
		from: way === 'in' ? theirs : mine,
		to: way === 'in' ? mine : theirs,
		asset,
		amount,
		moment,
		sequence: context.sequence,
		keys: keysOf(row),
		medium: bankMedium(`${row.text('summary')} ${row.text('type')}`),
		state: bankState(row.text('done')),
		type: row.text('type') || row.text('summary'),
		memo: [...new Set([row.text('summary'), row.text('note')])].filter((text) => text !== '').join('；'),
		...(balance === undefined ? {} : { balance }),
		raw: row.raw,
	};
	return { records: [record] };
}

/** The card, else the account behind it. */
function ownAccount(row: Row<BankField>): AccountId {
	const field = row.text('card') === '' ? 'account' : 'card';
	const reading = readAccount('bank', row.text(field));
	if (!reading.ok) throw row.fault(field, reading.fault === 'empty' ? 'missing' : 'account');
	return reading.account;
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

function balanceOf(row: Row<BankField>): bigint | undefined {
	const reading = parseAmount(row.text('balance'), 2);
	return reading.ok ? reading.amount : undefined;
}

/** A payment firm's pool where the row names one, else the card, else the name as this account's bank prints it. */
function otherSide(row: Row<BankField>, own: AccountId, end: 'from' | 'to'): Side {
	const name = row.text('otherName');
	const firm = firmIn(name, `${row.text('summary')} ${row.text('note')}`);
	if (firm !== undefined) return name === '' ? { account: firm } : { account: firm, name };
	const printed = row.text('other');
	const reading = readAccount('bank', printed);
	if (reading.ok) return name === '' ? { account: reading.account } : { account: reading.account, name };
	// A spreadsheet rounded the card number: whose it was is lost, and a name alone would hide that.
	if (isDamaged(printed)) throw row.fault('other', 'account');
	const known = name || printed;
	if (known === '') return { account: unknownAccount(row.recordId(), end) };
	return { account: nickAccount(own, known), name: known };
}

/** The serial names the row in this bank's books, and the payment where both banks print the clearing's number. */
function keysOf(row: Row<BankField>): RecordKeys {
	const serial = row.text('serial');
	return serial === '' || isDamaged(serial) ? {} : { order: serial, clearing: serial };
}
