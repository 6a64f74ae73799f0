import { placeKnown } from '../block-place.ts';
import type { LedgerRecord } from '../record.ts';
import type { Unordered } from './order.ts';
import { chainTransaction } from './transactions.ts';

/** Where in its block a transfer stands, as far as anything tells. */
export interface BlockPlace {
	/** Live records count transactions and logs in one numbering, files count logs alone: the two say nothing of each other. */
	readonly live: boolean;
	/** The first place of its transaction; -1 where none is known. */
	readonly transaction: number;
	/** Its own; -1 where only its transaction's is known. */
	readonly own: number;
}

/**
 * The place of any record in its block. What prints no place stands with its transaction, where another record of that tells
 * one: an export of coins has none, that of the tokens of the same swap has.
 */
export function blockPlaces(items: readonly Unordered[]): (lead: LedgerRecord) => BlockPlace | undefined {
	const first = new Map<string, Omit<BlockPlace, 'own'>>();
	for (const { lead } of items) {
		const transaction = chainTransaction(lead);
		if (transaction === undefined || lead.block?.index === undefined) continue;
		const known = first.get(transaction);
		const here = { live: isLive(lead), transaction: lead.block.index };
		if (!known || precedes(here, known)) first.set(transaction, here);
	}
	return (lead) => {
		if (!lead.block) return undefined;
		const { index } = lead.block;
		const live = isLive(lead);
		const transaction = chainTransaction(lead);
		const known = transaction === undefined ? undefined : first.get(transaction);
		const own = index === undefined || (live && !placeKnown(index)) ? -1 : index;
		if (!known) return index === undefined ? undefined : { live, transaction: index, own };
		return { ...known, own: live === known.live ? own : -1 };
	};
}

function precedes(a: Omit<BlockPlace, 'own'>, b: Omit<BlockPlace, 'own'>): boolean {
	return a.live === b.live ? a.transaction < b.transaction : a.live;
}

/** What has no place comes first, then live records, then rows: a fixed order, evidence of nothing where not `comparable`. */
export function byPlace(a: BlockPlace | undefined, b: BlockPlace | undefined): number {
	if (!a || !b) return Number(a !== undefined) - Number(b !== undefined);
	return Number(b.live) - Number(a.live) || a.transaction - b.transaction || a.own - b.own;
}

/** Whether the order of two places is that of the chain. */
export function comparable(a: BlockPlace | undefined, b: BlockPlace | undefined): boolean {
	if (!a || !b || a.live !== b.live) return false;
	return a.transaction !== b.transaction || (a.own >= 0 && b.own >= 0);
}

function isLive({ evidence }: LedgerRecord): boolean {
	return evidence.kind === 'chain';
}
