import { type AccountId, vagueness } from '../account.ts';
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

/** Whether a record that cannot tell of the same movement as `record`, because both stand in one place, is among the slot's. */
export function tellsFrom(slot: Slot, record: LedgerRecord): boolean {
	return slot.records.some((other) => inOnePlace(other, record));
}

/**
 * Rows of one place are distinct movements. A place is a file; of a file that holds the rows of payer and payee both (a
 * judicial return for several accounts) it is the rows of one account, where both accounts are named.
 */
export function inOnePlace(a: LedgerRecord, b: LedgerRecord): boolean {
	if (!inOneFile(a, b)) return false;
	if (a.own === b.own) return true;
	const [x, y] = [bookOf(a), bookOf(b)];
	return x === undefined || y === undefined || x === y;
}

/**
 * The file a record comes from, or the chain through the interface that answered: a node writes the place of a log, an
 * explorer may write none, so that what two interfaces say of one movement has two places.
 */
export function fileOf({ evidence, source }: LedgerRecord): string {
	return evidence.kind === 'file' ? evidence.file : `chain:${evidence.chain}|${source}`;
}

/** Whether `fileOf` is the same of both: asked of each pair in a transaction, and no text is made for it. */
export function inOneFile(one: LedgerRecord, other: LedgerRecord): boolean {
	const [a, b] = [one.evidence, other.evidence];
	if (a.kind === 'file') return b.kind === 'file' && a.file === b.file;
	return b.kind === 'chain' && a.chain === b.chain && one.source === other.source;
}

/** The account whose row it is; undefined where that is nobody's, or known by less than an identifier. */
export function bookOf({ own, from, to }: LedgerRecord): AccountId | undefined {
	if (own === 'neither') return undefined;
	const { account } = own === 'from' ? from : to;
	return vagueness(account) === 0 ? account : undefined;
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
