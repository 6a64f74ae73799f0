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
	/** They went to (came from) the party's own account at an exchange: sold by nothing but an order of that account. */
	readonly own?: boolean;
}

/** Yuan that came in to a party from somebody who is no member (sold), or went to somebody who is none (bought). */
export interface YuanLeg extends Leg {
	readonly fen: bigint;
	/** Other parties whose coins these yuan may stand for, each with the reason (a code). */
	readonly linked?: readonly PartyLink[];
	/** What the yuan's own row says: an order's number in it ties the two. */
	readonly memo?: string;
}

/** Whose coins the yuan of another may stand for, and what the yuan's party is to that one. */
export interface PartyLink {
	readonly party: string;
	readonly why: 'superior' | 'subordinate';
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
	/** What the yuan may lack as a fee: hundredths of a percent of what the coins are worth, and fen beside that. */
	readonly fee: { readonly basisPoints: bigint; readonly fen: bigint };
	/** Legs on one side of a match at most; both sides together one more. Groups of one counterparty may be larger. */
	readonly partsMax: number;
	/** Legs on one side of a match lie within this time. Milliseconds. */
	readonly groupMs: number;
	/** Confidence below which a leg counts as unmatched. */
	readonly confidenceMin: number;
}

/** An order of a party's account at an exchange, as far as matching goes by it. */
export interface PartyOrder {
	/** Number at the exchange. */
	readonly order: string;
	readonly side: Side;
	readonly party: string;
	readonly account: string;
	readonly asset: AssetId;
	readonly quantity: bigint;
	/** Coins kept by the exchange beside the quantity. */
	readonly fee: bigint;
	readonly fen: bigint;
	readonly instant: number;
	readonly payAccount?: string;
	readonly state: 'done' | 'cancelled' | 'open';
}

/** The band that a match was held against, and what it comes from: the case, orders, or the case's own certain matches. */
export interface UsedBand {
	readonly min: string;
	readonly max: string;
	readonly source: string;
	readonly basis: 'case' | 'orders' | 'own';
}

/** Another explanation that uses one of the legs. */
export interface Rival {
	readonly id: string;
	readonly score: number;
}

/** A code and its facts: what would overturn a match, or which limit the search met. */
export interface Note {
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
	readonly why: CashOutWhy;
	readonly overturned: readonly Note[];
	/** None where an order names the rate. */
	readonly band?: UsedBand;
	/** Fen by which its yuan lie below the band: taken as a fee. */
	readonly short?: bigint;
	/** Numbers of the orders that state it. */
	readonly orders?: readonly string[];
	/** Coins of its legs that no order sold, smallest units: not matched, and never guessed. */
	readonly remainder?: bigint;
}

/** `component`: its surroundings were too large to weigh exactly. */
export type CashOutWhy =
	| 'unique'
	| 'order'
	| 'confirmed'
	| 'rejected'
	| 'leg-taken'
	| 'rivals'
	| 'chance'
	| 'weak'
	| 'unsure'
	| 'linked'
	| 'component'
	| 'partly';

export interface CashOutResult {
	/** Every explanation that was kept; only `accepted` and `confirmed` convert lots. No transfer is in two of those. */
	readonly cashOuts: readonly CashOut[];
	/** Of what was sold; legs that are only proposed among them. */
	readonly unmatchedCoins: readonly string[];
	readonly unmatchedYuan: readonly string[];
	/** Limits that the search met, each with how often. */
	readonly limits: readonly Note[];
}

/** Whether lots convert across it: accepted by rule, or confirmed by a person. */
export function isSettled({ status }: Pick<CashOut, 'status'>): boolean {
	return status === 'accepted' || status === 'confirmed';
}
