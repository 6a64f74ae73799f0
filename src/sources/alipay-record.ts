/** What records of all Alipay tables have in common. */
import { type AccountId, ALIPAY_FEE, nickAccount, unknownAccount } from '../ledger/account.ts';
import { CNY } from '../ledger/asset.ts';
import type { LedgerRecord, Medium, RecordKeys, Side } from '../ledger/record.ts';
import { type AlipayParty, alipayHandle, alipayParty } from './alipay-party.ts';
import { isDamaged } from './cells.ts';
import type { Row } from './row.ts';

type Told = Omit<LedgerRecord, 'id' | 'evidence' | 'institution' | 'asset' | 'raw'>;

/** A record of the row in Alipay's books; amounts are fen. */
export function alipayRecord<F extends string>(row: Row<F>, told: Told, part = 0): LedgerRecord {
	const place = { id: row.recordId(part), evidence: row.evidence(part) };
	return { ...place, ...told, institution: 'alipay', asset: CNY.id, raw: row.raw };
}

/** Numbers of a row; those that are empty or that a spreadsheet rounded are left out. */
interface Numbers {
	readonly order: string;
	readonly merchant?: string;
	/** 充值流水号, 清算流水号, 提现流水号. */
	readonly clearing?: string;
	readonly medium: Medium;
}

/**
 * The identifiers of a row. A refund's number is `<number of the payment>_<more>`: the first half is the parent of both.
 * A payout to a card has instead the parent that its tables share, the number of the payout: one prints it beside the
 * transaction's number, another in place of it.
 */
export function alipayKeys({ order, merchant = '', clearing = '', medium }: Numbers): RecordKeys {
	const payout = medium === 'withdrawal' || medium === 'bank' ? numberIn(clearing) : '';
	const number = numberIn(order);
	const parent = payout || (medium === 'refund' ? beforeUnderscore(number) : number);
	const keys = { order: number, parent, merchant: numberIn(merchant), clearing: numberIn(clearing) };
	return Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== ''));
}

function beforeUnderscore(number: string): string {
	const end = number.indexOf('_');
	return end < 0 ? number : number.slice(0, end);
}

function numberIn(text: string): string {
	return isDamaged(text) ? '' : text;
}

/** Who a cell names. @throws RowFault `account` where a spreadsheet rounded the number */
export function partyIn<F extends string>(row: Row<F>, field: F): AlipayParty {
	const party = alipayParty(row.text(field));
	if (party.damaged) throw row.fault(field, 'account');
	return party;
}

/** The account whose row it is. @throws RowFault `missing`, `account` */
export function ownSide<F extends string>(row: Row<F>, field: F): Side {
	const { account, name } = partyIn(row, field);
	if (!account?.startsWith('alipay:')) throw row.fault(field, row.text(field) === '' ? 'missing' : 'account');
	return sideOf(account, name);
}

/** The side for whose account the return was asked (对应的协查数据). */
export function ownOf(asked: string, from: Side, to: Side): LedgerRecord['own'] {
	const account = alipayHandle(asked);
	return account === from.account ? 'from' : account === to.account ? 'to' : 'neither';
}

/** The other side: its account, else Alipay itself for a fee, else the name by which the owner's row knows it. */
export function otherSide(
	party: AlipayParty,
	medium: Medium,
	own: AccountId,
	record: string,
	end: 'from' | 'to',
): Side {
	const { account } = party;
	if (account !== undefined) return sideOf(account, party.name);
	const name = party.name || party.bank;
	if (medium === 'fee') return sideOf(ALIPAY_FEE, name);
	if (name === '') return { account: unknownAccount(record, end) };
	return { account: nickAccount(own, name), name };
}

/** A card of somebody else is no own card, whatever the row calls the payment. Masked names tell nothing. */
export function ofAnother(party: AlipayParty, own: Side): boolean {
	const { name = '' } = own;
	if (party.name === '' || name === '' || `${party.name}${name}`.includes('*')) return false;
	return party.bank !== '' && party.name !== name;
}

export function sideOf(account: AccountId, name: string): Side {
	return name === '' ? { account } : { account, name };
}
