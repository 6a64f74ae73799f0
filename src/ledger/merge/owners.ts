import { type AccountId, networkOf, vagueness } from '../account.ts';
import type { LedgerRecord } from '../record.ts';
import { canBeOne } from './compatible.ts';
import { inOneFile } from './slot.ts';

/** What the order numbers say of a bill whose file names no account, or a login alone. */
export interface OwnerReading {
	/** The `bill:` account, or the login. */
	readonly bill: AccountId;
	/** The account behind it, where every order number that can tell agrees on one. */
	readonly account: AccountId | undefined;
	/** Accounts that order numbers point to, with how many; more than one is a contradiction. */
	readonly votes: ReadonlyMap<AccountId, number>;
}

/**
 * Finds whose bill a file is. A row of the bill and a row of another file under one order number tell of one movement,
 * so the bill's own side is the account that the other row names there. All such rows must agree.
 *
 * @param buckets records that share one order number
 */
export function readOwners(buckets: Iterable<readonly LedgerRecord[]>): Map<AccountId, OwnerReading> {
	const votes = new Map<AccountId, Map<AccountId, number>>();
	for (const bucket of buckets) {
		for (const record of bucket) {
			const bill = ownAccount(record);
			if (bill === undefined || vagueness(bill) !== 1) continue;
			const account = soleAccount(record, bucket);
			if (account === undefined) continue;
			const tally = votes.get(bill) ?? new Map<AccountId, number>();
			tally.set(account, (tally.get(account) ?? 0) + 1);
			votes.set(bill, tally);
		}
	}
	return new Map(
		[...votes].map(([bill, tally]) => [
			bill,
			{ bill, account: tally.size === 1 ? [...tally.keys()][0] : undefined, votes: tally },
		]),
	);
}

/** The one account that other files name on the record's own side, or undefined where several or none do. */
function soleAccount(record: LedgerRecord, bucket: readonly LedgerRecord[]): AccountId | undefined {
	const others = bucket.filter((other) => !inOneFile(other, record) && canBeOne(other, record));
	const named = new Set(
		others
			.map((other) => (record.own === 'from' ? other.from.account : other.to.account))
			.filter((a) => vagueness(a) === 0),
	);
	return named.size === 1 ? [...named][0] : undefined;
}

function ownAccount(record: LedgerRecord): AccountId | undefined {
	return record.own === 'from' ? record.from.account : record.own === 'to' ? record.to.account : undefined;
}

/** The record with bills replaced by the accounts behind them, also inside `nick:` accounts. */
export function withOwners(record: LedgerRecord, owners: ReadonlyMap<AccountId, OwnerReading>): LedgerRecord {
	if (owners.size === 0) return record;
	const from = resolve(record.from.account, owners);
	const to = resolve(record.to.account, owners);
	if (from === record.from.account && to === record.to.account) return record;
	return { ...record, from: { ...record.from, account: from }, to: { ...record.to, account: to } };
}

function resolve(account: AccountId, owners: ReadonlyMap<AccountId, OwnerReading>): AccountId {
	const direct = owners.get(account)?.account;
	if (direct !== undefined) return direct;
	if (networkOf(account) !== 'nick') return account;
	const scope = account.slice('nick:'.length, account.indexOf('/'));
	const owner = owners.get(scope)?.account;
	return owner === undefined ? account : `nick:${owner}${account.slice(account.indexOf('/'))}`;
}
