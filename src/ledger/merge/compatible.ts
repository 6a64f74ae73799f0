import { type AccountId, vagueness } from '../account.ts';
import type { LedgerRecord } from '../record.ts';
import { sameAct } from './acts.ts';

/** Whether two readings of one side can be the same account: equal, or one of them only a name or nothing. */
export function sidesAgree(a: AccountId, b: AccountId): boolean {
	return a === b || vagueness(a) > 0 || vagueness(b) > 0;
}

/** Fees that stand in the same row as an amount, by the amount's record: part 1 beside part 0. */
export type RowFees = ReadonlyMap<string, bigint>;

const NO_FEES: RowFees = new Map();

/**
 * Whether two rows under one identifier can tell of the same movement. Of a withdrawal one file may print the whole and
 * another the amount and the fee apart.
 */
export function canBeOne(a: LedgerRecord, b: LedgerRecord, fees: RowFees = NO_FEES): boolean {
	if (a.asset !== b.asset || !sameAct(a, b)) return false;
	if ((a.medium === 'refund') !== (b.medium === 'refund') || (a.medium === 'fee') !== (b.medium === 'fee'))
		return false;
	if (a.amount !== undefined && b.amount !== undefined && a.amount !== b.amount) {
		const whole = (r: LedgerRecord) => (r.amount ?? 0n) + (fees.get(r.id) ?? 0n);
		if (a.amount !== whole(b) && b.amount !== whole(a)) return false;
	}
	return sidesAgree(a.from.account, b.from.account) && sidesAgree(a.to.account, b.to.account);
}

/** How much a record leaves open: 0 names both sides and the amount. The lower, the more it can lead a merge. */
export function openness(record: LedgerRecord): number {
	return vagueness(record.from.account) * 4 + vagueness(record.to.account) * 4 + (record.amount === undefined ? 2 : 0);
}

/** Total order in which records lead: most telling first, then live ones, then the payer's row, then the id. Files' order plays no part. */
export function byStrength(a: LedgerRecord, b: LedgerRecord): number {
	return (
		openness(a) - openness(b) ||
		exportRank(a) - exportRank(b) ||
		ownRank(a) - ownRank(b) ||
		(a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
	);
}

/** What a chain's own nodes answered leads before any export of it. */
export function exportRank({ evidence }: LedgerRecord): number {
	return evidence.kind === 'chain' ? 0 : 1;
}

function ownRank(record: LedgerRecord): number {
	return record.own === 'from' ? 0 : record.own === 'to' ? 1 : 2;
}

/** The fee in each record's own row. */
export function rowFees(records: readonly LedgerRecord[]): RowFees {
	const fees = records.filter((r) => r.medium === 'fee' && r.amount !== undefined);
	if (fees.length === 0) return NO_FEES;
	const byRow = new Map(fees.map((fee) => [rowOf(fee), fee.amount as bigint]));
	const main = records.filter((r) => r.medium !== 'fee' && byRow.has(rowOf(r)));
	return new Map(main.map((r) => [r.id, byRow.get(rowOf(r)) as bigint]));
}

function rowOf({ evidence, id }: LedgerRecord): string {
	return evidence.kind === 'file' ? `${evidence.file}|${evidence.sheet}|${evidence.row}` : id;
}
