import type { Grade } from '../ledger/transfer.ts';
import type { LedgerRow } from './ledger-row.ts';

/** One step of a way, with what of the transfer carries the value in question (its own asset, smallest units). */
export interface WayStep {
	readonly row: LedgerRow;
	readonly amount: bigint;
	/** The cash-out or swap (its id) across which value came into this step; '' where it came through the payer's account. */
	readonly across: string;
	/** The weakest of what the step rests on. */
	readonly grade: Grade;
	/** Which that is: the rows of the transfer, the cash-out crossed, or who held an account. */
	readonly weakest: 'rows' | 'cash-out' | 'holder';
}

/** What a policy says came from an origin. */
export interface WayShare {
	readonly policy: string;
	/** Paying account of the seed group, `?opening`, `?unknown` or `?round`. */
	readonly origin: string;
	/** Under poison the whole payment, for each origin that marks it. */
	readonly amount: bigint;
}

/**
 * How one payment to a person may have come from overseas: one admissible way under the policy of the case. A convention
 * (推定规则): it does not say that money is identical (不表示货币同一).
 */
export interface PersonWay {
	/** Person id. */
	readonly person: string;
	/**
	 * The largest documented pay of the person that is traced to a seed; else the largest of what else was received for the
	 * work, else of all that came, that is traced; else the largest of these.
	 */
	readonly payment: LedgerRow;
	/** That of the case; FIFO where that is poison, which marks and follows nothing. */
	readonly policy: 'fifo' | 'lifo' | 'haircut';
	/** Paying account of the seed group; '' where nothing of the payment is traced: then there are no steps. */
	readonly origin: string;
	/** Of the payment, what came this way; under haircut at most. */
	readonly amount: bigint;
	readonly measure: 'exact' | 'at-most';
	/** From the seed down to the payment. */
	readonly steps: readonly WayStep[];
	/** What each policy traces of the payment to each origin. */
	readonly shares: readonly WayShare[];
	/**
	 * The other ways of the same payment under the policy, and what came by them in all, opening balances included. No
	 * number under haircut, where value is mixed and ways are not told apart, nor where there are too many to follow.
	 */
	readonly others: { readonly count?: number; readonly amount: bigint };
}
