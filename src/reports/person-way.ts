import type { LedgerRow } from './ledger-row.ts';

/** One step of a way, with what of the transfer carries the value in question (its own asset, smallest units). */
export interface WayStep {
	readonly row: LedgerRow;
	readonly amount: bigint;
	/** How value came into this step: from the step before through an account, or across a cash-out or swap (its id). */
	readonly across: string;
}

/**
 * How one payment to a person may have come from overseas: one admissible way under the policy of the case. A convention
 * (推定规则): it does not say that money is identical (不表示货币同一).
 */
export interface PersonWay {
	/** Person id. */
	readonly person: string;
	/** The payment: the largest documented pay of the person that is traced to a seed, else the largest received. */
	readonly payment: LedgerRow;
	readonly policy: 'fifo' | 'lifo' | 'haircut' | 'poison';
	/** Paying account of the seed group; '' where nothing of the payment is traced: then there are no steps. */
	readonly origin: string;
	/** Of the payment, what came this way; under haircut at most. */
	readonly amount: bigint;
	readonly measure: 'exact' | 'at-most';
	/** From the seed down to the payment. */
	readonly steps: readonly WayStep[];
	/** What each policy traces of the payment to each origin. */
	readonly shares: readonly { readonly policy: string; readonly origin: string; readonly amount: bigint }[];
	/** The other ways of the same payment under the policy, and what came by them in all. */
	readonly others: { readonly count: number; readonly amount: bigint };
}
