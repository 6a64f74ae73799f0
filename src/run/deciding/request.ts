import type { DecisionAct } from '../../ledger/decision.ts';

/** What a person wants to record. */
export interface DecisionRequest {
	/** Id of a transfer, row, cash-out, claim or point of the list, or an account. */
	readonly what: string;
	readonly act: DecisionAct;
	/** The kind, for `kind`; '' else. */
	readonly kind: string;
	/** Whose the account is, where a proposal that is confirmed leaves it open or has it wrong; '' else. */
	readonly person: string;
	readonly by: string;
	readonly why: string;
	readonly at: string;
	readonly review: string;
}
