import type { AccountId } from './account.ts';
import type { AssetId } from './asset.ts';
import type { LedgerRecord } from './record.ts';

/** A stretch of one file where the printed balances do not follow from the amounts. */
export interface BalanceGap {
	readonly account: AccountId;
	/** Hash of the file. */
	readonly file: string;
	readonly asset: AssetId;
	/** How many rows do not add up, and the first of them (1-based, as the file numbers it). */
	readonly rows: number;
	readonly first: number;
	/** By how much, over all those rows, whichever way each differs: smallest units. */
	readonly differs: bigint;
}

export interface BalanceReading {
	/** `account|asset` -> what the account held before its first row. */
	readonly openings: ReadonlyMap<string, bigint>;
	readonly gaps: readonly BalanceGap[];
}

/**
 * Reads what the printed balances say: what an account held before its first row, and where they do not add up.
 *
 * A payment drawn from a card leaves the wallet's balance alone, and the shares of one group packet leave it by the whole
 * packet once: both are allowed for.
 */
export function readBalances(records: readonly LedgerRecord[]): BalanceReading {
	const histories = new Map<string, LedgerRecord[]>();
	for (const record of records) {
		if (record.balance === undefined || record.own === 'neither' || record.evidence.kind !== 'file') continue;
		const key = `${ownAccount(record)}|${record.asset}|${record.evidence.file}`;
		const history = histories.get(key);
		if (history) history.push(record);
		else histories.set(key, [record]);
	}
	const openings = new Map<string, { instant: number; amount: bigint }>();
	const gaps: BalanceGap[] = [];
	for (const history of histories.values()) {
		history.sort((a, b) => a.moment.instant - b.moment.instant || a.sequence - b.sequence || (a.id < b.id ? -1 : 1));
		const first = history[0] as LedgerRecord;
		noteOpening(openings, first);
		const gap = gapOf(history);
		if (gap) gaps.push(gap);
	}
	gaps.sort((a, b) => (a.account + a.file < b.account + b.file ? -1 : 1));
	const known = [...openings].filter(([, o]) => o.amount > 0n).sort(([a], [b]) => (a < b ? -1 : 1));
	return { openings: new Map(known.map(([key, o]) => [key, o.amount])), gaps };
}

function noteOpening(openings: Map<string, { instant: number; amount: bigint }>, first: LedgerRecord): void {
	const key = `${ownAccount(first)}|${first.asset}`;
	const known = openings.get(key);
	if (known && known.instant <= first.moment.instant) return;
	openings.set(key, { instant: first.moment.instant, amount: (first.balance ?? 0n) - effectOf(first) });
}

function gapOf(history: readonly LedgerRecord[]): BalanceGap | undefined {
	let rows = 0;
	let firstRow = 0;
	let differs = 0n;
	for (let i = 1; i < history.length; i++) {
		const [before, row] = [history[i - 1] as LedgerRecord, history[i] as LedgerRecord];
		const same = row.packet !== undefined && row.keys.order !== undefined && row.keys.order === before.keys.order;
		const expected = (before.balance as bigint) + (same ? 0n : effectOf(row));
		const off = (row.balance as bigint) - expected;
		if (off === 0n) continue;
		rows++;
		differs += off < 0n ? -off : off;
		if (firstRow === 0 && row.evidence.kind === 'file') firstRow = row.evidence.row;
	}
	const head = history[0] as LedgerRecord;
	if (rows === 0 || head.evidence.kind !== 'file') return undefined;
	const { file } = head.evidence;
	return { account: ownAccount(head), file, asset: head.asset, rows, first: firstRow, differs };
}

/** By how much the row changed the balance of the own account. */
function effectOf(record: LedgerRecord): bigint {
	if (record.state === 'failed' || record.state === 'closed') return 0n;
	// A payment drawn from a card never touched the wallet; a withdrawal to that card did.
	if (record.own === 'from' && record.card !== undefined && record.medium !== 'withdrawal') return 0n;
	const moved = record.own === 'from' ? (record.packet ?? record.amount ?? 0n) : (record.amount ?? 0n);
	return record.own === 'from' ? -moved : moved;
}

function ownAccount(record: LedgerRecord): AccountId {
	return record.own === 'from' ? record.from.account : record.to.account;
}
