import type { AssetId } from '../ledger/asset.ts';

/** Coins that left a party's wallet towards an exchange, a desk or a stranger: one side of a possible cash-out. */
export interface CoinLeg {
	readonly transfer: string;
	readonly party: string;
	readonly asset: AssetId;
	/** Smallest units. */
	readonly quantity: bigint;
	readonly decimals: number;
	readonly instant: number;
	/** Name of the service or account that took the coins. */
	readonly to: string;
}

/** Yuan that came in to a party from somebody who is no member: the other side. */
export interface YuanLeg {
	readonly transfer: string;
	readonly party: string;
	readonly fen: bigint;
	readonly instant: number;
	readonly from: string;
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

/** A cash-out: proposed, or accepted by rule or by a person. Always inferred unless an exchange order states it. */
export interface CashOut {
	/** `c` + 16 hex digits of coin and yuan transfer ids. */
	readonly id: string;
	readonly party: string;
	readonly coin: string;
	readonly yuan: string;
	readonly asset: AssetId;
	readonly quantity: bigint;
	readonly fen: bigint;
	/** Yuan a coin, decimal text, six decimals, rounded half up. */
	readonly rate: string;
	readonly grade: 'inferred' | 'one-ledger';
	readonly status: 'accepted' | 'confirmed' | 'proposed' | 'rejected';
	/** Instant of the coins less that of the yuan, ms; negative: the yuan came later. */
	readonly lagMs: number;
	/** Other pairs that use one of its legs and also fit: their ids, best first. */
	readonly rivals: readonly string[];
	/** Matches that chance alone would give in its window (expected number). */
	readonly chance: number;
	readonly why: string;
}

export interface CashOutResult {
	/** Every pair that fits; only `accepted` and `confirmed` convert lots. No transfer is in two of those. */
	readonly cashOuts: readonly CashOut[];
	readonly unmatchedCoins: readonly string[];
	readonly unmatchedYuan: readonly string[];
}
