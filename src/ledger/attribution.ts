import type { AccountId } from './account.ts';
import type { Grade } from './transfer.ts';

/** How an account is tied to a party. `registered`: real-name registration; `controls`: holds keys or device; `uses`; `proposed`. */
export type AttributionGrade = 'registered' | 'controls' | 'uses' | 'proposed';

/**
 * How well a claim ties an account to somebody, on the scale of links, so that a path can have the grade of its weakest. A
 * registration or a seized device is one ledger: one source says so. That somebody uses an account is concluded from what
 * they did with it. What is only proposed is somebody's word.
 */
export const AS_LINK: Readonly<Record<AttributionGrade, Grade>> = {
	registered: 'one-ledger',
	controls: 'one-ledger',
	uses: 'inferred',
	proposed: 'stated',
};

/** What an account or its party is, as far as tracing must know. */
export type PartyCategory =
	| 'person'
	| 'overseas'
	| 'service'
	| 'merchant'
	| 'operating'
	| 'family'
	| 'employer'
	| 'other';

/** The claim that a party holds an account. It can be withdrawn; a withdrawn one stays visible. */
export interface Attribution {
	/** `a` + 16 hex digits: hash of account, party, source and validity. */
	readonly id: string;
	readonly account: AccountId;
	/** The party's name as written in the case (a person's name, an exchange, "境外上家甲"). */
	readonly party: string;
	/** Number of the party's identity document, where known: tells apart people of one name. */
	readonly identity?: string;
	readonly category: PartyCategory;
	readonly grade: AttributionGrade;
	/** Who says so: document, file and row, address of a label list. Never empty. */
	readonly source: string;
	/** 0-100. */
	readonly confidence: number;
	/** Instants; undefined: open. */
	readonly from?: number;
	readonly until?: number;
	readonly withdrawn?: { readonly on: string; readonly why: string };
}
