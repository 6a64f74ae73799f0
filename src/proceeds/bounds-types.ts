import type { CoinLeg, RateBand } from '../cashouts/types.ts';
import type { AccountId } from '../ledger/account.ts';
import type { Coverage } from '../ledger/coverage.ts';
import type { Role } from '../ledger/person.ts';
import type { Span } from '../ledger/span.ts';
import type { ActedTransfer, DayLeads, Judged, PayRules, Reason } from '../payroll/types.ts';

/** What the case states about what is not in the evidence. Each is a claim with a source; nothing is assumed. */
export interface StatedCaps {
	/** The days of the case; money outside them counts in no upper bound. */
	readonly period?: Span;
	/** Ids of members all of whose accounts are attributed. */
	readonly accountsKnown: ReadonlySet<string>;
	/** Beside what the pay rules allow, at most this much in all: bonuses, and pay sent by mistake. Fen a person. */
	readonly bonusesMax?: bigint;
	/** What a member can have put in of their own money, opening balances and salary among it. Fen a person. */
	readonly ownMoneyMax?: bigint;
	/** What a person of a role can have received, fen for each day of the spell. */
	readonly receivedMax: readonly { readonly role: Role; readonly fenPerDay: bigint }[];
	/** From outside, nothing came for the work but coins. */
	readonly coinsOnly: boolean;
}

/** A member with spells and the accounts that are tied to them. */
export interface BoundPerson {
	readonly party: string;
	readonly spells: readonly {
		readonly role: Role;
		readonly group?: string;
		readonly from?: number;
		readonly until?: number;
	}[];
	/** Ids of the superiors that spells name. */
	readonly superiors: readonly string[];
	/** Yuan accounts; with the time of the claim. */
	readonly accounts: readonly { readonly account: AccountId; readonly from?: number; readonly until?: number }[];
	/** Wallets on a chain. */
	readonly wallets: readonly AccountId[];
}

export interface BoundQuestion {
	readonly judged: readonly Judged[];
	readonly acted: ReadonlyMap<string, ActedTransfer>;
	/** Payments that no row says to have taken place, or of which no row shows the amount: in no figure. */
	readonly apart: readonly ActedTransfer[];
	readonly people: readonly BoundPerson[];
	readonly coverage: Coverage;
	/** Accounts that several parties are said to hold. */
	readonly contested: ReadonlySet<AccountId>;
	/** Yuan transfers whose cash-out an exchange order states. */
	readonly firmCashOuts: ReadonlySet<string>;
	/** Coins that members sent to no member. */
	readonly coins: readonly CoinLeg[];
	/** How many coin transfers of a member were sold, as far as is known, for no yuan on an account. */
	readonly unmatched: ReadonlyMap<string, number>;
	/** Members whose coins became yuan of another member, or the other way round. */
	readonly crossed: ReadonlySet<string>;
	/** Coins for which the rate bands hold. */
	readonly priced: (asset: string) => boolean;
	readonly rates: readonly RateBand[];
	/** Yuan may come this much before or after the coins go, ms. */
	readonly lag: { readonly beforeMs: number; readonly afterMs: number };
	readonly leads: readonly DayLeads[];
	readonly pay: PayRules;
	readonly offsetMinutes: number;
	readonly caps: StatedCaps;
}

/** At least, at most, why not more, and what evidence is missing between the two. Fen. */
export interface Bounds {
	/** Undefined (only of kept): nothing bounds it from below. */
	readonly least?: bigint;
	/** What rows show at most, if nothing were hidden. Not of kept. */
	readonly shown?: bigint;
	/** Undefined: nothing bounds it. */
	readonly most?: bigint;
	/** On what `most` rests. */
	readonly cap: Reason;
	readonly missing: readonly Reason[];
}

export interface PersonBounds {
	readonly party: string;
	readonly received: Bounds;
	readonly passedOn: Bounds;
	readonly kept: Bounds;
}

/** Why a row is not certain to belong to a figure. Each is a sentence of the reports, `lack-…`. */
export const DOUBTS = [
	'consistent',
	'open',
	'disputed',
	'unconfirmed',
	'unknown-amount',
	'uncertain-merge',
	'inferred-cash-out',
	'commission-by-amount',
	'relation-alone',
	'may-repay',
	'rounded',
	'contested-account',
	'account-proposed',
	'payer-unknown',
	'payee-unknown',
	'unknown-accounts',
] as const;

export type Doubt = (typeof DOUBTS)[number];

/** A row between the bounds: a transfer that may or may not belong to the figure, and why. */
export interface BoundRow {
	readonly party: string;
	readonly figure: 'received' | 'passed-on';
	readonly transfer: string;
	/** Fen. */
	readonly amount: bigint;
	readonly why: Doubt;
}
