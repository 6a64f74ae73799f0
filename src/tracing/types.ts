/** What tracing must know of a transfer. The reader is whoever has them: a store, a chain, a test. */
export interface Flow {
	readonly id: string;
	readonly from: string;
	readonly to: string;
	readonly asset: string;
	/** Smallest units, > 0. */
	readonly amount: bigint;
	readonly instant: number;
	/** True where nothing says which of the flows at this instant came first (docs/concepts: tie group). */
	readonly tied: boolean;
	/** What the flows of one transaction on a chain have in common; undefined where it has but one, or is on no chain. */
	readonly transaction?: string;
}

/** How an outgoing transfer draws on the lots of an account. */
export type Policy = 'fifo' | 'lifo' | 'haircut' | 'poison';

export const POLICIES: readonly Policy[] = ['fifo', 'lifo', 'haircut', 'poison'];

/**
 * One exchange of one asset for another: what left and what came for it. A cash-out gives coins and gets yuan, coins bought
 * are the reverse, a swap gives one token and gets another. Lots convert across it.
 */
export interface Conversion {
	readonly id: string;
	/** Transfers that leave, all of one asset. */
	readonly gives: readonly string[];
	/** Transfers that arrive, all of one asset. */
	readonly gets: readonly string[];
}

/** Declared limits of a trace. The result prints them. */
export interface Limits {
	/** Transfers along a path at most; undefined: no limit. Counted by reach and paths, not by lots. */
	readonly depth?: number;
	readonly since?: number;
	readonly until?: number;
	/** Accounts with more transfers than this are not expanded by path search; undefined: none is cut. */
	readonly hub?: number;
	/** Transfers below this amount are not followed by path search, per asset. */
	readonly min?: ReadonlyMap<string, bigint>;
}

/** A limit that cut something: how many accounts (hub), paths (paths) or transfers (all others) it kept out. */
export interface Cut {
	readonly limit: keyof Limits | 'paths';
	readonly count: number;
}

/** What of a question does not depend on the flows: several are asked of one graph. */
export interface TraceTerms {
	/**
	 * Transfer id -> origin (seed group). Its amount becomes a lot of that origin in the receiving account, whatever
	 * the payer held; what it drew from the payer's lots is `reseeded`.
	 */
	readonly seeds: ReadonlyMap<string, string>;
	/** Accounts that end a branch. */
	readonly services: ReadonlySet<string>;
	readonly conversions: readonly Conversion[];
	/** Opening balances the evidence prints, account + '|' + asset -> amount: a lot of origin `opening`. */
	readonly openings: ReadonlyMap<string, bigint>;
}

/** Where value or a path begins or ends: accounts (all of a party's, say), or transfers. */
export interface Ends {
	readonly accounts?: readonly string[];
	readonly transfers?: readonly string[];
}

/** Origins beyond the seed groups. */
export const UNKNOWN_ORIGIN = '?unknown';
export const OPENING_ORIGIN = '?opening';
/** What of a transfer only goes round inside its transaction: it moves nobody's lots, and no sum counts it. */
export const ROUND_ORIGIN = '?round';

/** What of a transfer came from where. Only origins with a share above 0; sums to the amount (poison: each is the whole). */
export interface TransferShare {
	readonly id: string;
	readonly origin: string;
	readonly amount: bigint;
}

/** What an account holds at the end of what came from where (poison: each is the whole balance). */
export interface HeldShare {
	readonly account: string;
	readonly asset: string;
	readonly origin: string;
	readonly amount: bigint;
}

/** What a conversion carried over: of which origin, how much of what was given, which part of what came. In the order drawn. */
export interface ConvertedShare {
	readonly conversion: string;
	readonly origin: string;
	readonly given: bigint;
	readonly got: bigint;
}

/** Per origin and asset: seeded + convertedIn = held + delivered + convertedOut + reseeded. A difference is a bug and throws. */
export interface ConservationRow {
	readonly asset: string;
	readonly origin: string;
	/** Came in by seeds, by openings, or (`?unknown`) was spent or sent by a service without a known source. */
	readonly seeded: bigint;
	/** Received through conversions from another asset. */
	readonly convertedIn: bigint;
	/** Still in accounts that are no service. */
	readonly held: bigint;
	/** Ended in services without a conversion. */
	readonly delivered: bigint;
	/** Left through conversions. */
	readonly convertedOut: bigint;
	/** Was paid out again by a seed payer: the seed's amount counts anew under the seed's origin. */
	readonly reseeded: bigint;
}
