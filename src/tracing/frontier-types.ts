import type { Followed } from './follow.ts';
import type { Ends, Flow, Policy, TraceTerms } from './types.ts';

/** What stands between the tracing and whoever reads histories: a chain, a store, a test. */
export interface Opener {
	/**
	 * Opens the whole histories of accounts, in the order given; asked for none, says what is known already. An account
	 * whose history was opened before is never asked for again.
	 */
	open(accounts: readonly string[]): Promise<Opening>;
	/** What else holds for these flows; services as in a case that has all of them. */
	terms(flows: readonly Flow[]): Pick<TraceTerms, 'services' | 'conversions'>;
}

/** What an `Opener` knows after it was asked. */
export interface Opening {
	/**
	 * All flows known now, in the total order of a full case: those of every history opened so far, and the transfers that
	 * the question starts from. The result is exact where transactions, and tie groups, come whole.
	 */
	readonly flows: readonly Flow[];
	/** Of the accounts just asked for, those whose history is not there. */
	readonly refused: ReadonlyMap<string, Refusal>;
	/** Of the accounts just asked for, those whose history is there but not whole. */
	readonly incomplete: ReadonlySet<string>;
}

/** Why a history is not there: `spent`, `time` and `interrupted` leave no other history to be asked for either. */
export type Refusal = 'spent' | 'time' | 'interrupted' | 'too-long' | 'refused';

export const LAST_REFUSALS: ReadonlySet<Refusal> = new Set(['spent', 'time', 'interrupted']);

export interface FrontierQuestion {
	readonly from: Ends;
	readonly policy: Policy;
	readonly limits: FrontierLimits;
}

export interface FrontierLimits {
	/** Histories opened at most, those of the start among them. */
	readonly accounts?: number;
	/** Transfers from the start at most: accounts that far away are not opened. */
	readonly depth?: number;
	/** Instant after which nothing is listed, and nobody opened whom value reaches only then. */
	readonly until?: number;
	/** Per asset: accounts that less than this of every asset reached are not opened. */
	readonly min?: ReadonlyMap<string, bigint>;
}

/** Value that came to an account whose history is not opened, of one asset. */
export interface Unopened {
	readonly account: string;
	readonly asset: string;
	/** Smallest units. Under poison, all that bears the mark. */
	readonly amount: bigint;
	/** When the first of it came. */
	readonly since: number;
	/** Fewest transfers by which it came. */
	readonly hops: number;
	readonly why: Refusal | 'accounts' | 'depth' | 'min';
}

export interface FollowedOut {
	/** In order. */
	readonly followed: readonly Followed[];
	/** Those of `followed` whose value passed through an account whose history is incomplete. */
	readonly resting: ReadonlySet<string>;
	/** Those of `followed` of which the part may hang on the order of transfers whose order nobody knows. */
	readonly tied: ReadonlySet<string>;
	/** Accounts whose histories were opened, in that order. */
	readonly opened: readonly string[];
	/** Those of `opened` whose history is not whole. */
	readonly incomplete: readonly string[];
	/** By asset; the largest amount of each first. */
	readonly unopened: readonly Unopened[];
	/** Before this instant nothing is missing; undefined where nothing was left out. */
	readonly missingFrom: number | undefined;
}
