import type { AssetId } from '../ledger/asset.ts';
import type { Grade } from '../ledger/transfer.ts';

/** `sold`: coins out, yuan in. `bought`: yuan out, coins in. */
export type Side = 'sold' | 'bought';

interface Leg {
	readonly transfer: string;
	readonly side: Side;
	readonly party: string;
	readonly instant: number;
	/** Name of who stands at the other end, or their account. */
	readonly other: string;
	/** The party's own account, and that of the other end. */
	readonly account?: string;
	readonly otherAccount?: string;
}

/** Coins that left a party's wallet towards an exchange, a desk or a stranger (sold), or came from one (bought). */
export interface CoinLeg extends Leg {
	readonly asset: AssetId;
	/** Smallest units. */
	readonly quantity: bigint;
	readonly decimals: number;
}

/** Yuan that came in to a party from somebody who is no member (sold), or went to somebody who is none (bought). */
export interface YuanLeg extends Leg {
	readonly fen: bigint;
	/** Other parties whose coins these yuan may stand for, each with the reason (a code). */
	readonly linked?: readonly PartyLink[];
}

/** Why the yuan of one party may stand for the coins of another. */
export interface PartyLink {
	readonly party: string;
	readonly why: 'superior' | 'subordinate' | 'family';
}

/** Yuan a whole coin, as decimal text, in force between two instants. */
export interface RateBand {
	readonly from?: number;
	readonly until?: number;
	readonly min: string;
	readonly max: string;
	readonly source: string;
}

export interface CashOutRules {
	readonly rates: readonly RateBand[];
	/** Yuan may come this long before the coins leave, and this long after. Milliseconds. */
	readonly beforeMs: number;
	readonly afterMs: number;
	/** Chance matches expected at most, for a match to be accepted without a person. */
	readonly chanceMax: number;
}

/** Another explanation that uses one of the legs. */
export interface Rival {
	readonly id: string;
	readonly score: number;
}

/** What would overturn a match: a code and its facts. */
export interface Overturn {
	readonly code: string;
	readonly facts: Readonly<Record<string, string | number>>;
}

/** A cash-out: proposed, or accepted by rule or by a person. Inferred unless exchange orders state it. */
export interface CashOut {
	/** `c` + 16 hex digits of the coin and the yuan transfer ids; those of a group are joined by `+`. */
	readonly id: string;
	readonly side: Side;
	/** `open`: the legs of either side could be exchanged for one another; only the group as a whole is matched. */
	readonly pairing: 'one' | 'open';
	readonly party: string;
	/** Whom the yuan came to (bought: from), where that is a party linked to the one whose coins they are. */
	readonly payee?: string;
	/** Transfer ids in order of time. */
	readonly coins: readonly string[];
	readonly yuan: readonly string[];
	readonly asset: AssetId;
	/** Of all its coins, smallest units. */
	readonly quantity: bigint;
	/** Of all its yuan. */
	readonly fen: bigint;
	/** Yuan a coin, decimal text, six decimals, rounded half up. */
	readonly rate: string;
	readonly grade: Grade;
	readonly status: 'accepted' | 'confirmed' | 'proposed' | 'rejected';
	/** Instant of the first coins less that of the first yuan, ms; negative: the yuan came later. */
	readonly lagMs: number;
	/** Confidence that this is what happened, 0 to 1. */
	readonly score: number;
	/** Other explanations that use one of its legs, best first. */
	readonly rivals: readonly Rival[];
	/** Matches that chance alone would give in its window (expected number). */
	readonly chance: number;
	readonly why: string;
	readonly overturned: readonly Overturn[];
}

export interface CashOutResult {
	/** Every explanation that was kept; only `accepted` and `confirmed` convert lots. No transfer is in two of those. */
	readonly cashOuts: readonly CashOut[];
	readonly unmatchedCoins: readonly string[];
	readonly unmatchedYuan: readonly string[];
}

/** Whether lots convert across it: accepted by rule, or confirmed by a person. */
export function isSettled({ status }: Pick<CashOut, 'status'>): boolean {
	return status === 'accepted' || status === 'confirmed';
}
