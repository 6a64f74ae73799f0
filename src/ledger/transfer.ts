import type { AccountId } from './account.ts';
import type { AssetId } from './asset.ts';
import type { RecordId } from './evidence.ts';
import type { Medium } from './record.ts';
import type { TimePrecision } from './time.ts';

/** How well a link is documented. `both-sides`: independent institutions agree, or on-chain; `one-ledger`; `inferred`; `stated`. */
export type Grade = 'both-sides' | 'one-ledger' | 'inferred' | 'stated';

/** From strongest to weakest: a path has the grade of its weakest link. */
export const GRADES: readonly Grade[] = ['both-sides', 'one-ledger', 'inferred', 'stated'];

export function weakest(grades: readonly Grade[]): Grade {
	return GRADES[Math.max(0, ...grades.map((g) => GRADES.indexOf(g)))] as Grade;
}

/** Why a merged movement is kept apart and not traced or counted. */
export type Exclusion =
	| 'failed'
	/** No row says that it took place, and one leaves it open: a chat transfer nobody saw accepted, a block not confirmed. */
	| 'unconfirmed'
	| 'closed'
	| 'zero'
	| 'look-alike-token'
	| 'unknown-amount'
	| 'packet-total'
	| 'fully-refunded'
	| 'refund-of-another'
	| 'withdrawn'
	| 'self';

/** By which rung of the key ladder the records were joined; `single`: one record alone. */
export type MergeRule = 'single' | 'order' | 'chain' | 'merchant' | 'clearing' | 'amount-time';

/** One movement of one asset between two accounts: the merge of one or more records. */
export interface Transfer {
	/** `t` + 24 hex digits, from its strongest key. */
	readonly id: string;
	/** Other ids under which this transfer was or may be printed (one for each record): they resolve to it. */
	readonly aliases: readonly string[];
	/** Sorted. Every record lies in exactly one transfer. */
	readonly records: readonly RecordId[];
	readonly from: AccountId;
	readonly to: AccountId;
	readonly fromName: string;
	readonly toName: string;
	readonly asset: AssetId;
	/** What was really paid: gross less refunds. Smallest units. */
	readonly amount: bigint;
	readonly gross: bigint;
	readonly refunded: bigint;
	readonly instant: number;
	readonly timeText: string;
	readonly precision: TimePrecision;
	readonly block?: { readonly number: number; readonly index?: number };
	/** Hash of the transaction on chain, where several transfers are of it; fees are of none. */
	readonly transaction?: string;
	readonly sequence: number;
	readonly medium: Medium;
	readonly type: string;
	readonly memo: string;
	readonly grade: Grade;
	readonly rule: MergeRule;
	/** False where the join rests on amount and time: it can be undone by a `split` decision. */
	readonly certain: boolean;
	/** Present: kept apart, with the reason; not traced, not counted. */
	readonly exclusion?: Exclusion;
	/** Card from which the payer's row says a chat payment was drawn: the money left the card, not the wallet. */
	readonly card?: AccountId;
	/** Instants and records on which it depends that share its time without evidence of order. */
	readonly tied: boolean;
}

/** Every id under which the transfer is known; one may stand there twice. */
export function namesOf({ id, aliases, records }: Pick<Transfer, 'id' | 'aliases' | 'records'>): string[] {
	return [id, ...aliases, ...records];
}
