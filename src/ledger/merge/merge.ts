import { type AccountId, networkOf, vagueness } from '../account.ts';
import type { Asset } from '../asset.ts';
import type { Decision } from '../decision.ts';
import type { LedgerRecord } from '../record.ts';
import type { MergeRule, Transfer } from '../transfer.ts';
import { compose, idsOf } from './compose.ts';
import { joinMirrors } from './mirrors.ts';
import { joinByOtherNumbers } from './numbers.ts';
import { inOrder } from './order.ts';
import { type OwnerReading, readOwners, withOwners } from './owners.ts';
import { pairRecords } from './pairing.ts';
import { tieRefunds } from './refunds.ts';
import { leading, type Slot, slotOf } from './slot.ts';
import { sharedTransactions } from './transactions.ts';
import { joinWithdrawals } from './withdrawals.ts';

export interface MergeQuestion {
	readonly records: readonly LedgerRecord[];
	/** Assets of the case by id: a token that is none of them is kept apart. */
	readonly assets: ReadonlyMap<string, Asset>;
	/**
	 * Name a transfer, an alias of it, or a record: after `split` what rests on amount and time comes apart; after
	 * `confirm` what no row says to have taken place counts.
	 */
	readonly decisions: readonly Decision[];
}

export interface MergeResult {
	/** In the total order of tracing, excluded ones among them. Every record lies in exactly one. */
	readonly transfers: readonly Transfer[];
	/** Whose bill each file is that names no account, as order numbers show. */
	readonly owners: readonly OwnerReading[];
	/** Nicknames that always stood for one and the same account: a proposal, never applied. */
	readonly nicknames: readonly NicknameProposal[];
	/** Which sources tell of transfers together, by which key, and how many; sorted. */
	readonly tellings: readonly Telling[];
}

/** Transfers that rows of just these sources tell of. */
export interface Telling {
	/** Ids of sources, sorted. */
	readonly sources: readonly string[];
	readonly rule: MergeRule;
	readonly transfers: number;
}

export interface NicknameProposal {
	readonly nick: AccountId;
	readonly account: AccountId;
	/** Transfers in which both stand for one side. */
	readonly transfers: number;
}

/**
 * Merges records into transfers: many pieces of evidence of one movement become one transfer.
 *
 * Derived from the set of records alone: neither the order in which files came nor a file that came twice changes
 * anything. The ladder of keys: chain position or order number; the parent's or merchant's number; clearing number;
 * amount and time between the same accounts (never certain, and only across institutions).
 */
export function mergeRecords({ records, assets, decisions }: MergeQuestion): MergeResult {
	const buckets = byOrderNumber(records);
	const owners = readOwners(buckets.values());
	const apart = splitRecords(records, decisions);
	const slots: Slot[] = [];
	for (const [key, bucket] of buckets)
		slots.push(
			...mergeBucket(
				key,
				bucket.map((r) => withOwners(r, owners)),
				apart,
			),
		);
	for (const record of records) if (bucketKey(record) === undefined) slots.push(slotOf(withOwners(record, owners)));
	const joined = joinByOtherNumbers(slots, apart);
	markPacketTotals(joined);
	tieRefunds(joined);
	const settled = joinMirrors(joinWithdrawals(joined, apart), apart);
	const taken = new Map<string, number>();
	settled.sort(bySlotOrder);
	const confirmed = new Set(decisions.filter((d) => d.act === 'confirm').map((d) => d.subject));
	const transfers = sharedTransactions(
		inOrder(settled.map((slot) => compose(slot, idsOf(slot, taken), { assets, confirmed }))),
	);
	return {
		transfers,
		owners: [...owners.values()],
		nicknames: nicknamesOf(settled),
		tellings: tellingsOf(settled),
	};
}

function byOrderNumber(records: readonly LedgerRecord[]): Map<string, LedgerRecord[]> {
	const buckets = new Map<string, LedgerRecord[]>();
	for (const record of records) {
		const key = bucketKey(record);
		if (key === undefined) continue;
		const bucket = buckets.get(key);
		if (bucket) bucket.push(record);
		else buckets.set(key, [record]);
	}
	return buckets;
}

/** Records under one such key may tell of one movement by certain right; undefined: the row prints no identifier. */
function bucketKey(record: LedgerRecord): string | undefined {
	const { evidence } = record;
	// As the rows of exports about the same transaction have it.
	if (evidence.kind === 'chain') return `chain:${evidence.chain}|${evidence.transaction}`;
	return record.keys.order === undefined ? undefined : `${record.institution}|${record.keys.order}`;
}

function mergeBucket(key: string, bucket: readonly LedgerRecord[], apart: ReadonlySet<string>): Slot[] {
	if (bucket.length === 1) return bucket.map(slotOf);
	const chain = key.startsWith('chain:');
	const together = bucket.filter((r) => !apart.has(r.id));
	const alone = bucket.filter((r) => apart.has(r.id)).map(slotOf);
	// A chain export without log index prints equal rows for equal movements: each row counts.
	return [...(together.length > 0 ? pairRecords(together, chain ? 'chain' : 'order', !chain) : []), ...alone];
}

/** A sender's own bill shows a group packet as one row; where the shares are known, the whole is not a payment of its own. */
function markPacketTotals(slots: readonly Slot[]): void {
	const shared = new Set<string>();
	for (const slot of slots) {
		const lead = leading(slot);
		if (lead.packet !== undefined && vagueness(lead.to.account) < 3) shared.add(packetKey(lead));
	}
	for (const slot of slots) {
		const lead = leading(slot);
		if (lead.medium !== 'group-packet' || vagueness(lead.to.account) < 3) continue;
		slot.packetTotal = shared.has(packetKey(lead));
	}
}

function packetKey(record: LedgerRecord): string {
	return `${record.institution}|${record.keys.order ?? record.id}|${record.packet ?? record.amount}`;
}

/** Records of merges that a person split. The subject may be any id under which the transfer was printed. */
function splitRecords(records: readonly LedgerRecord[], decisions: readonly Decision[]): Set<string> {
	const subjects = new Set(decisions.filter((d) => d.act === 'split').map((d) => d.subject));
	if (subjects.size === 0) return new Set();
	const named = (record: LedgerRecord) => {
		if (subjects.has(record.id)) return true;
		const { id, aliases } = idsOf(slotOf(record), new Map());
		return [id, ...aliases].some((name) => subjects.has(name));
	};
	return new Set(records.filter(named).map((r) => r.id));
}

function bySlotOrder(a: Slot, b: Slot): number {
	const [x, y] = [leading(a), leading(b)];
	return x.moment.instant - y.moment.instant || (x.id < y.id ? -1 : x.id > y.id ? 1 : 0);
}

function nicknamesOf(slots: readonly Slot[]): NicknameProposal[] {
	const seen = new Map<AccountId, Map<AccountId, number>>();
	for (const slot of slots) {
		for (const side of ['from', 'to'] as const) {
			const accounts = slot.records.map((r) => r[side].account);
			const firm = accounts.find((a) => vagueness(a) === 0);
			if (firm === undefined) continue;
			for (const nick of new Set(accounts.filter((a) => networkOf(a) === 'nick'))) {
				const tally = seen.get(nick) ?? new Map<AccountId, number>();
				tally.set(firm, (tally.get(firm) ?? 0) + 1);
				seen.set(nick, tally);
			}
		}
	}
	return [...seen]
		.filter(([, tally]) => tally.size === 1)
		.map(([nick, tally]) => ({
			nick,
			account: [...tally.keys()][0] as AccountId,
			transfers: [...tally.values()][0] as number,
		}))
		.sort((a, b) => (a.nick < b.nick ? -1 : 1));
}

function tellingsOf(slots: readonly Slot[]): Telling[] {
	const tally = new Map<string, { -readonly [K in keyof Telling]: Telling[K] }>();
	for (const { records, rule } of slots) {
		const sources = [...new Set(records.map((r) => r.source))].sort();
		const key = `${sources.join('\n')}\n${rule}`;
		const known = tally.get(key);
		if (known) known.transfers += 1;
		else tally.set(key, { sources, rule, transfers: 1 });
	}
	return [...tally].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, telling]) => telling);
}
