import type { Lead } from '../../ledger/statement.ts';

/** Leads as one row of a file states them, with the party that brought them in: a report, or a single join. */
export interface LeadStatement {
	readonly id: string;
	/** Party id. */
	readonly payee: string;
	/** `YYYY-MM-DD`. */
	readonly day: string;
	readonly count: number;
	readonly basis: Lead['basis'];
	/** Who reported: the caller, somebody else (a leader's sheet), or nobody that the file names. */
	readonly by: 'caller' | 'other' | 'unsaid';
	/** `<file hash>:<sheet>:<row>`. */
	readonly evidence: string;
}

/** What stands behind the leads of one commission. No statement stands behind two. */
export interface Backing {
	readonly transfer: string;
	readonly payee: string;
	/**
	 * The days the commission is for, with the leads of each, ascending: those of what backs it; else one, the pay day, before
	 * noon the day before.
	 */
	readonly days: readonly { readonly day: string; readonly leads: number }[];
	/** Absent where neither rate nor report nor history tells. */
	readonly leads?: number;
	/** Only the whole history counts them: no report, note or rate that the case gives. */
	readonly inferred: boolean;
	/** The payout is documented; else it is only consistent with a commission. */
	readonly documented: boolean;
	/** `exact`: a report names these leads; `differs`: the day's report names others; `none`: no report. */
	readonly reports: 'exact' | 'differs' | 'none';
	readonly reported: number;
	readonly joined: number;
	readonly statements: readonly LeadStatement[];
}
