import { type AccountId, vagueness } from '../account.ts';
import type { LedgerRecord } from '../record.ts';

/** Whether two readings of one side can be the same account: equal, or one of them only a name or nothing. */
export function sidesAgree(a: AccountId, b: AccountId): boolean {
	return a === b || vagueness(a) > 0 || vagueness(b) > 0;
}

/** Whether two rows under one identifier can tell of the same movement. */
export function canBeOne(a: LedgerRecord, b: LedgerRecord): boolean {
	if (a.asset !== b.asset || a.evidence.kind !== b.evidence.kind) return false;
	if ((a.medium === 'refund') !== (b.medium === 'refund') || (a.medium === 'fee') !== (b.medium === 'fee'))
		return false;
	if (a.amount !== undefined && b.amount !== undefined && a.amount !== b.amount) return false;
	return sidesAgree(a.from.account, b.from.account) && sidesAgree(a.to.account, b.to.account);
}

/** How much a record leaves open: 0 names both sides and the amount. The lower, the more it can lead a merge. */
export function openness(record: LedgerRecord): number {
	return vagueness(record.from.account) * 4 + vagueness(record.to.account) * 4 + (record.amount === undefined ? 2 : 0);
}

/** Total order in which records lead: most telling first, then the payer's row, then the id. Files' order plays no part. */
export function byStrength(a: LedgerRecord, b: LedgerRecord): number {
	return openness(a) - openness(b) || ownRank(a) - ownRank(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function ownRank(record: LedgerRecord): number {
	return record.own === 'from' ? 0 : record.own === 'to' ? 1 : 2;
}
