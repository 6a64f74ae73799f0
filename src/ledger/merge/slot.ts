import type { LedgerRecord } from '../record.ts';
import type { MergeRule } from '../transfer.ts';

/** One movement in the making: the records said to tell of it. */
export interface Slot {
	/** Strongest first (see `strength`), at least one. */
	readonly records: LedgerRecord[];
	rule: MergeRule;
	/** False where any join of it rests on amount and time. */
	certain: boolean;
	/** What refund rows of their own gave back, beyond what the records themselves state. */
	refundRows: bigint;
	/** The movement that this refund row pays back. */
	refundOf?: Slot;
	/** The whole of a group packet whose shares are known from other rows. */
	packetTotal: boolean;
}

export function slotOf(record: LedgerRecord): Slot {
	return { records: [record], rule: 'single', certain: true, refundRows: 0n, packetTotal: false };
}

/** The record that names the movement best. */
export function leading(slot: Slot): LedgerRecord {
	return slot.records[0] as LedgerRecord;
}

/** The first record that comes from each file; a file can tell of one movement only once. */
export function tellsFrom(slot: Slot, place: string): boolean {
	return slot.records.some((record) => placeOf(record) === place);
}

/** The file (or the chain) a record comes from: rows of one place are distinct movements. */
export function placeOf(record: LedgerRecord): string {
	return record.evidence.kind === 'file' ? record.evidence.file : `chain:${record.evidence.chain}`;
}

/**
 * What moved; undefined where no record shows an amount. All records agree, but for a withdrawal of which one file
 * prints the whole with the fee: the fee is a movement of its own, so the least is what moved.
 */
export function amountOf(slot: Slot): bigint | undefined {
	const amounts = slot.records.flatMap((r) => (r.amount === undefined ? [] : [r.amount]));
	return amounts.reduce<bigint | undefined>(
		(least, amount) => (least === undefined || amount < least ? amount : least),
		undefined,
	);
}
