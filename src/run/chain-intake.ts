import type { VanishedTransfer } from '../ledger/receipt.ts';

/** What the chains gave to a case: the stretches that belong to it now, and what an earlier answer held and none holds any more. */
export interface ChainIntake {
	/** Ids of receipts, attempts that failed among them: the hashes under which the store keeps the stretches. */
	readonly hashes: ReadonlySet<string>;
	readonly vanished: readonly VanishedTransfer[];
}

/** A case that reads no chain. */
export const NO_CHAINS: ChainIntake = { hashes: new Set(), vanished: [] };
