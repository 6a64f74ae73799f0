import type { AttributionGrade } from '../ledger/attribution.ts';
import type { Role } from '../ledger/person.ts';
import type { Lead } from '../ledger/statement.ts';
import type { Transfer } from '../ledger/transfer.ts';

/** A wage: yuan a day for a role, in force between two instants. */
export interface WageRule {
	readonly role: Role;
	readonly fenPerDay: bigint;
	readonly from?: number;
	readonly until?: number;
}

/** A commission: fen for each lead. `min` = `max` where the rate in force is given; else the band it lies in. */
export interface CommissionRule {
	readonly minFen: bigint;
	readonly maxFen: bigint;
	readonly from?: number;
	readonly until?: number;
	/** Only for this group; undefined: all. */
	readonly group?: string;
}

export interface PayRules {
	readonly wages: readonly WageRule[];
	readonly commissions: readonly CommissionRule[];
	/** Parts of a day that were paid, in percent: 50 is half a day. */
	readonly partDaysPercent: readonly number[];
	/** Days that one payout may cover. */
	readonly daysMax: number;
	/** Leads a caller can bring in a day, if the case states it: readings beyond it (times days) are left out. */
	readonly leadsPerDayMax?: number;
	/** A payout may miss a reading by this many fen (rounding). */
	readonly roundingMaxFen: bigint;
}

/** What a transfer that touches a member was for. `cash-out`: yuan for coins. `seed`: overseas payment in. */
export type Kind =
	| 'seed'
	| 'cash-out'
	| 'wage'
	| 'commission'
	| 'wage-and-commission'
	| 'bonus'
	| 'funding'
	| 'return-by-payee'
	| 'refund'
	| 'loan'
	| 'repayment'
	| 'between-peers'
	| 'family'
	| 'operating-cost'
	| 'private'
	| 'own-move'
	| 'disputed'
	| 'open';

/** Kinds that are money for the work or for passing on: what `received` and `passed on` count. */
export const PAY_KINDS: ReadonlySet<Kind> = new Set(['wage', 'commission', 'wage-and-commission', 'bonus', 'funding']);

/** A party as payroll sees it: who it is in the gang on the day of the transfer, if anything. */
export interface Actor {
	/** Stable id of the party (findings id). */
	readonly party: string;
	readonly name: string;
	readonly category: 'person' | 'overseas' | 'service' | 'merchant' | 'operating' | 'family' | 'employer' | 'other';
	/** Grade of the attribution that ties the account to the party. */
	readonly attribution: AttributionGrade;
	/** Present where the party is a member on that day. */
	readonly member?: {
		readonly role: Role;
		readonly group?: string;
		/** 上级: a party id, or the name where no party could be told. */
		readonly superior?: string;
		/** The whole chain above, nearest first, the same way (`chainAbove`). Absent: only `superior` is known. */
		readonly superiors?: readonly string[];
		/** The point of the to-do list that a person confirmed, where no row of people.csv says it. */
		readonly adopted?: string;
	};
	/** Was a member at some other time, not on that day. */
	readonly memberOtherwise: boolean;
}

/** A transfer in yuan with the parties of its accounts; undefined where the account is nobody's yet. */
export interface ActedTransfer {
	readonly transfer: Transfer;
	readonly payer?: Actor;
	readonly payee?: Actor;
	/** A matched cash-out brought this yuan in. */
	readonly cashOut?: string;
	/** It is a seed by the case's rule. */
	readonly seed: boolean;
	/** A person's decision on its kind, or a dispute. */
	readonly decided?: { readonly kind?: Kind; readonly disputed: boolean; readonly why: string; readonly by: string };
}

/** Leads of one person on one local day, as a report or a list of joins gives them. */
export interface DayLeads {
	/** Party id. */
	readonly payee: string;
	/** `YYYY-MM-DD`. */
	readonly day: string;
	readonly count: number;
	/** `called` counts calls, not leads brought: it explains no commission. */
	readonly basis: Lead['basis'];
}

/** One way to read a payout: wage for some days, and leads at a rate. wage + commission + rounding = amount. */
export interface Reading {
	/** Days in percent: 100 is one day, 50 half a day. */
	readonly daysPercent: number;
	readonly wage: bigint;
	readonly leads: number;
	/** Fen a lead; 0 where leads is 0. */
	readonly rate: bigint;
	readonly commission: bigint;
	readonly rounding: bigint;
}

/** What a payment of which something stays open may be, by the cheapest explanations of the whole history. */
export interface FromHistory {
	/** The reading that all of them share: an inference from regularity, in no total. */
	readonly likely?: Reading;
	/** Readings of the payment, best first, not more than a few. Empty where its division is not in question. */
	readonly alternatives: readonly Alternative[];
}

export interface Alternative {
	/** Absent: no pay rule explains the payment. */
	readonly reading?: Reading;
	/** In what an explanation of the history with this reading is worse than the best, and how many times. */
	readonly worse?: { readonly name: string; readonly count: number };
}

/** Fen a lead from the day of one payout to that of another, of one payee by one payer. */
export interface RateSpan {
	readonly payee: string;
	readonly payer: string;
	/** '' where none is known. */
	readonly group: string;
	/** Days of the first and the last payout, `YYYY-MM-DD`. */
	readonly from: string;
	readonly until: string;
	/** One, or those that explain the history equally well. */
	readonly rates: readonly bigint[];
	/** The case gives the rate; else it is estimated. */
	readonly stated: boolean;
	/** Payouts of the span that may hold a commission. */
	readonly payouts: number;
}

/** `documented`: relation and exactly one reading of the amounts; `consistent`: fits, but something is missing; `open`. */
export type Certainty = 'documented' | 'consistent' | 'open';

export type Basis =
	| 'relation'
	| 'adopted'
	| 'memo'
	| 'report'
	| 'join'
	| 'decision'
	| 'amount'
	| 'attribution'
	| 'cash-out';

/** Why: a code of the report's catalogue and the facts it quotes. */
export interface Reason {
	readonly code: string;
	readonly facts: Readonly<Record<string, string | number>>;
}

/** The kind of one transfer that touches a member, with its reason. */
export interface Judged {
	readonly transfer: string;
	readonly payer?: string;
	readonly payee?: string;
	readonly kind: Kind;
	readonly certainty: Certainty;
	readonly basis: readonly Basis[];
	readonly reason: Reason;
	/** Every reading that fits, best first. Empty for kinds that are not explained by pay rules. */
	readonly readings: readonly Reading[];
	/** Sums to the amount for pay kinds (undefined parts are 0). Set only where all readings agree on the amounts. */
	readonly wage: bigint;
	readonly commission: bigint;
	readonly bonus: bigint;
	readonly rounding: bigint;
	/** Leads, where the rate in force is given or a report names them. */
	readonly leads?: number;
	readonly rate?: bigint;
	/** Where something stays open that the whole history speaks of. */
	readonly history?: FromHistory;
}
