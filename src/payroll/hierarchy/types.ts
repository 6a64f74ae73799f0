import type { PartyCategory } from '../../ledger/attribution.ts';
import type { Transfer } from '../../ledger/transfer.ts';
import type { Reason } from '../types.ts';

/** A party's findings id, or an account of nobody known: whoever pays and is paid as one. */
export type UnitId = string;

/** Roles that payments can show. `outsider`: dealings with members that look like pay and are something else. */
export type ProposedRole = 'core' | 'leader' | 'inspector' | 'caller' | 'outsider';

/** Who held an account, and what else than a person the party is by its attributions. Never a role in the gang. */
export interface KnownHolder {
	readonly party: string;
	readonly category: PartyCategory;
}

/** What payments are read from. Nothing of it says who had which role: else agreement with people.csv would mean nothing. */
export interface HierarchyEvidence {
	readonly transfers: readonly Transfer[];
	holder(account: string, instant: number): KnownHolder | undefined;
	/** Transfers that begin a trace: coins from overseas. */
	readonly seeds: ReadonlySet<string>;
	readonly offsetMinutes: number;
	/** Checks that a party made of others, by party: a reason of its own, which decides nothing. */
	readonly checksMade: ReadonlyMap<string, number>;
}

/** One payment in yuan between two units. */
export interface UnitPayment {
	readonly transfer: string;
	readonly fen: bigint;
	readonly instant: number;
	/** The local day it can be for: what is paid before noon is for the day before. */
	readonly day: number;
	/** Minutes after local midnight. */
	readonly minute: number;
	/** What its note speaks of: pay, something else, or nothing. */
	readonly note: 'pay' | 'other' | 'none';
	/** A bonus is pay, and no part of what a day usually earns. */
	readonly bonus: boolean;
}

export type RhythmKind = 'daily' | 'weekly' | 'monthly' | 'irregular';

/** How regularly one unit pays another. */
export interface Rhythm {
	readonly kind: RhythmKind;
	/** Days with a payment. */
	readonly days: number;
	/** Days from the first to the last, both counted. */
	readonly spanDays: number;
	/** Weeks of seven days from the first payment on, and how many of them have one. */
	readonly weeks: number;
	readonly weeksPaid: number;
	/** Days between one pay day and the next: the median, 0 where there is one day only. */
	readonly medianGap: number;
}

/** All that one unit paid another, notes that speak of something else than pay apart. */
export interface Tie {
	readonly payer: UnitId;
	readonly payee: UnitId;
	/** In order of time. */
	readonly payments: readonly UnitPayment[];
	/** Payments whose note speaks of something else: loans, meals, costs. */
	readonly apart: number;
	readonly sum: bigint;
	readonly rhythm: Rhythm;
	readonly amounts: {
		readonly least: bigint;
		/** Of the sums of pay days. */
		readonly medianDay: bigint;
		readonly most: bigint;
		/** The sum of a pay day that occurs most often, and how often. */
		readonly usualDay: bigint;
		readonly usualDays: number;
	};
	/** Of the payments, minutes after local midnight. */
	readonly medianMinute: number;
	/** Payments whose note speaks of pay. */
	readonly payNotes: number;
}

/** A proposal: what payments make of a unit for a time. It supports no total until a person adopts it. */
interface Proposed {
	/** `h` + 16 hex digits of what is proposed, not of its dates: more evidence keeps the id. */
	readonly id: string;
	readonly unit: UnitId;
	/** Instants of the first and last payment that it rests on. */
	readonly from: number;
	readonly until: number;
	/** 0-1. */
	readonly confidence: number;
	readonly reasons: readonly Reason[];
	readonly transfers: readonly string[];
}

export interface RoleProposal extends Proposed {
	readonly role: ProposedRole;
}

export interface SuperiorProposal extends Proposed {
	readonly superior: UnitId;
	/** Days that this superior paid, and days on which any possible superior did, in the stretch. */
	readonly days: number;
	readonly daysPaid: number;
	readonly sum: bigint;
}

/** Accounts of nobody known that are taken as one, because money is moved between them as between one's own. */
export interface JoinedAccounts {
	readonly unit: UnitId;
	readonly accounts: readonly string[];
	readonly topUps: number;
}

export interface Hierarchy {
	readonly ties: readonly Tie[];
	readonly roles: readonly RoleProposal[];
	readonly superiors: readonly SuperiorProposal[];
	readonly joined: readonly JoinedAccounts[];
}
