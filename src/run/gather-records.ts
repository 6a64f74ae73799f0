import type { LiveDisagreement } from '../findings/input.ts';
import type { RecordId } from '../ledger/evidence.ts';
import type { LedgerRecord } from '../ledger/record.ts';
import type { RecordFilter, Store } from '../stores/contract.ts';
import { leanRecords } from './lean.ts';

export interface GatheredRecords {
	readonly records: readonly LedgerRecord[];
	/** The last instant that any record names. */
	readonly cutOff: number | undefined;
	readonly disagreements: readonly LiveDisagreement[];
}

/**
 * The records of a case, lean, each once: payer's and payee's histories bring the same movement of a chain twice, under
 * one id. What a final answer says counts before a provisional one, then the record that knows its place in the block,
 * then that of the smaller receipt id: the order in which histories were asked for plays no part.
 */
export async function gatherRecords(
	store: Pick<Store, 'records'>,
	filter: RecordFilter,
	signal?: AbortSignal,
): Promise<GatheredRecords> {
	const records: LedgerRecord[] = [];
	const places = new Map<RecordId, number>();
	const copies = new Map<RecordId, LedgerRecord[]>();
	const lean = leanRecords();
	let cutOff: number | undefined;
	for await (const batch of store.records(filter)) {
		signal?.throwIfAborted();
		for (const stored of batch) {
			const record = lean(stored);
			if (cutOff === undefined || record.moment.instant > cutOff) cutOff = record.moment.instant;
			if (record.evidence.kind === 'file') {
				records.push(record);
				continue;
			}
			const at = places.get(record.id);
			if (at === undefined) {
				places.set(record.id, records.length);
				records.push(record);
			} else copies.set(record.id, [...(copies.get(record.id) ?? [records[at] as LedgerRecord]), record]);
		}
	}
	const disagreements: LiveDisagreement[] = [];
	for (const [id, several] of copies) {
		const [taken, ...others] = several.sort(byFirmness) as [LedgerRecord, ...LedgerRecord[]];
		records[places.get(id) as number] = taken;
		for (const other of others) if (!agree(taken, other)) disagreements.push(disagreementOf(taken, other));
	}
	return { records, cutOff, disagreements: disagreements.sort(byPlace) };
}

function byFirmness(a: LedgerRecord, b: LedgerRecord): number {
	return (
		Number(a.state === 'open') - Number(b.state === 'open') ||
		placed(b) - placed(a) ||
		(receiptOf(a) < receiptOf(b) ? -1 : 1)
	);
}

/** How much a record says of its place in the block: some interfaces are asked for it only where an account needs it. */
function placed({ block }: LedgerRecord): number {
	return block === undefined ? 0 : block.index === undefined ? 1 : 2;
}

function receiptOf({ evidence }: LedgerRecord): string {
	return evidence.kind === 'chain' ? evidence.receipt : '';
}

/** Whether two answers tell the same of one movement. What one leaves out, or calls not yet final, is no contradiction. */
function agree(a: LedgerRecord, b: LedgerRecord): boolean {
	return (
		a.from.account === b.from.account &&
		a.to.account === b.to.account &&
		a.asset === b.asset &&
		a.amount === b.amount &&
		a.medium === b.medium &&
		// A node may round what an indexer states to the millisecond.
		Math.abs(a.moment.instant - b.moment.instant) < 1000 &&
		(a.state === b.state || (b.state === 'open' && a.state === 'done')) &&
		either(a.block?.number, b.block?.number) &&
		either(a.block?.index, b.block?.index)
	);
}

function either(a: number | undefined, b: number | undefined): boolean {
	return a === undefined || b === undefined || a === b;
}

function disagreementOf(taken: LedgerRecord, other: LedgerRecord): LiveDisagreement {
	if (taken.evidence.kind !== 'chain') throw new Error(`the record ${taken.id} of a file stands twice`);
	const { chain, transaction, position, receipt } = taken.evidence;
	return { chain, transaction, position, receipts: [receipt, receiptOf(other)] };
}

function byPlace(a: LiveDisagreement, b: LiveDisagreement): number {
	return keyOf(a) < keyOf(b) ? -1 : 1;
}

function keyOf({ chain, transaction, position, receipts }: LiveDisagreement): string {
	return [chain, transaction, position, ...receipts].join('|');
}
