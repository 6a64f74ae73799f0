import type { Grade, MergeRule } from '../ledger/transfer.ts';

/** Where one record of a transfer stands: in a file, or on a chain. */
export interface LedgerEvidence {
	/** Path of the file; chain and receipt (附表20). */
	readonly path: string;
	/** Sheet; position in the transaction. */
	readonly sheet: string;
	/** As the file numbers it, from 1; '' on a chain. */
	readonly row: string;
	/** SHA-256 of the file; '' on a chain, whose answers' hashes stand in the receipt. */
	readonly hash: string;
}

/** One transfer, told for a reader: parties by name, accounts verbatim. */
export interface LedgerRow {
	/** Transfer id. */
	readonly id: string;
	readonly instant: number;
	readonly payer: string;
	/** Party id of the payer then; '' where nobody is known. */
	readonly payerId: string;
	readonly payerAccount: string;
	/** The card that a chat payment was drawn from: the money left it, not the payer's account. '' elsewhere. */
	readonly payerCard: string;
	readonly payee: string;
	readonly payeeId: string;
	readonly payeeAccount: string;
	/** Smallest units. */
	readonly amount: bigint;
	readonly asset: string;
	/** Code of the medium, or the source's own word. */
	readonly medium: string;
	/** Order number or transaction hash; '' where no row prints one. */
	readonly order: string;
	/** What the transfers of one transaction on a chain have in common; '' where it has but one, or is on no chain. */
	readonly transaction: string;
	/** Whether others share its instant without evidence of order. */
	readonly tied: boolean;
	readonly memo: string;
	/** Codes of payroll; '' where the transfer touches no member. */
	readonly kind: string;
	readonly certainty: string;
	/** Code of the reason why it is kept apart; '' where it is traced and counted. */
	readonly exclusion: string;
	readonly grade: Grade;
	readonly rule: MergeRule;
	/** Every record that was merged into it. */
	readonly evidence: readonly LedgerEvidence[];
}
