/** What a person decided about a link, a merge, a transfer or an account. Append-only; the last line on a subject holds. */
export type DecisionAct = 'confirm' | 'reject' | 'withdraw' | 'split' | 'kind' | 'dispute';

/** One line of decisions.csv. It never raises a grade: only new rows do. */
export interface Decision {
	/** Id of a transfer, record, cash-out, attribution or an account. */
	readonly subject: string;
	readonly act: DecisionAct;
	/** The kind, for `kind`. */
	readonly value: string;
	readonly by: string;
	readonly why: string;
	readonly at: string;
	readonly review: string;
	/** 1-based line in decisions.csv. */
	readonly line: number;
}
