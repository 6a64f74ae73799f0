/** A line of an account at a bank as a record: what every bank's table has in common. */
import { type AccountId, handleOf, nickAccount, readAccount, unknownAccount } from '../ledger/account.ts';
import type { AssetId } from '../ledger/asset.ts';
import { parseAmount } from '../ledger/money.ts';
import type { LedgerRecord, RecordKeys, RecordState, Side } from '../ledger/record.ts';
import type { Moment } from '../ledger/time.ts';
import { bankMedium, currencyOf, firmIn } from './bank-words.ts';
import { isDamaged } from './cells.ts';
import type { Row } from './row.ts';

export interface Booking {
	readonly source: string;
	/** Whose books, where the own account is no card that says so. */
	readonly bank?: string;
	readonly way: 'in' | 'out';
	readonly mine: Side;
	readonly theirs: Side;
	readonly asset: AssetId;
	readonly amount: bigint;
	readonly moment: Moment;
	readonly sequence: number;
	readonly keys: RecordKeys;
	/** Words that tell fees and refunds from the rest. */
	readonly words: string;
	readonly state: RecordState;
	readonly type: string;
	readonly memo: string;
	readonly balance: bigint | undefined;
}

export function bookingRecord<F extends string>(row: Row<F>, booking: Booking): LedgerRecord {
	const { source, way, mine, theirs, asset, amount, moment, sequence, keys, words, state, type, memo } = booking;
	return {
		id: row.recordId(),
		evidence: row.evidence(),
		source,
		institution: institutionOf(mine.account, booking.bank),
		own: way === 'in' ? 'to' : 'from',
		from: way === 'in' ? theirs : mine,
		to: way === 'in' ? mine : theirs,
		asset,
		amount,
		moment,
		sequence,
		keys,
		medium: bankMedium(words),
		state,
		type,
		memo,
		...(booking.balance === undefined ? {} : { balance: booking.balance }),
		raw: row.raw,
	};
}

/** The bank by the first digits of its card, so that two returns on one account are one ledger. */
function institutionOf(account: AccountId, bank: string | undefined): string {
	if (account.startsWith('bank:')) return `bank:${handleOf(account).slice(0, 6)}`;
	return `bank:${bank ?? handleOf(account)}`;
}

/** The account of whichever field of two is filled, the first before the second. @throws RowFault `missing`, `account` */
export function ownAccount<F extends string>(row: Row<F>, card: F, account: F): AccountId {
	const field = row.text(card) === '' ? account : card;
	const reading = readAccount('bank', row.text(field));
	if (!reading.ok) throw row.fault(field, reading.fault === 'empty' ? 'missing' : 'account');
	return reading.account;
}

/** What a row prints of the other side. */
export interface Printed<F extends string> {
	readonly field: F;
	readonly number: string;
	readonly name: string;
	/** Summary and note: they name a payment firm where the name is blank. */
	readonly words: string;
}

/** A payment firm's pool where the row names one, else the account, else the name as this account's bank prints it. */
export function otherSide<F extends string>(
	row: Row<F>,
	own: AccountId,
	way: 'in' | 'out',
	{ field, number, name, words }: Printed<F>,
): Side {
	const firm = firmIn(name, words);
	if (firm !== undefined) return name === '' ? { account: firm } : { account: firm, name };
	const reading = readAccount('bank', number);
	if (reading.ok) return name === '' ? { account: reading.account } : { account: reading.account, name };
	// A spreadsheet rounded the card number: whose it was is lost, and a name alone would hide that.
	if (isDamaged(number)) throw row.fault(field, 'account');
	const known = name || (reading.fault === 'masked' ? '' : number);
	if (known === '') return { account: unknownAccount(row.recordId(), way === 'in' ? 'from' : 'to') };
	return { account: nickAccount(own, known), name: known };
}

/** The asset of a currency's cell. @throws RowFault `value` where it is no currency */
export function currencyIn<F extends string>(row: Row<F>, field: F): AssetId {
	const asset = currencyOf(row.text(field));
	if (asset === undefined) throw row.fault(field, 'value');
	return asset;
}

/** A printed balance in fen. One that cannot be read costs the row nothing: nothing but checks is built on it. */
export function balanceIn<F extends string>(row: Row<F>, field: F): bigint | undefined {
	const reading = parseAmount(row.text(field), 2);
	return reading.ok ? reading.amount : undefined;
}

/** Notes of a row as one, each once. */
export function joined(...notes: readonly string[]): string {
	return [...new Set(notes)].filter((text) => text !== '').join('；');
}
