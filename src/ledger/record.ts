import type { AccountId } from './account.ts';
import type { AssetId } from './asset.ts';
import type { Evidence, RecordId } from './evidence.ts';
import type { Moment } from './time.ts';

/** By what means money moved, as far as the row says. */
export type Medium =
	| 'token'
	| 'coin'
	| 'red-packet'
	| 'group-packet'
	/** Given by merging, never by a row: a packet of which only the payee's rows tell, so that it may be a share of a group packet. */
	| 'received-packet'
	| 'chat-transfer'
	| 'payment'
	| 'bank'
	| 'withdrawal'
	| 'top-up'
	| 'refund'
	| 'fee'
	| 'other';

/** Whether the movement took place. `closed`: the order ended without payment. `open`: not said, or not yet settled. */
export type RecordState = 'done' | 'failed' | 'closed' | 'open';

/** What a row says of one side: the account where it is named, and the name beside it, verbatim. */
export interface Side {
	readonly account: AccountId;
	readonly name?: string;
}

/** Identifiers that the row prints, strongest first. Only non-empty ones are present. */
export interface RecordKeys {
	/** 交易单号, 支付订单号, transaction hash: names the payment within its institution. */
	readonly order?: string;
	/** 大单号: groups several orders. */
	readonly parent?: string;
	/** 商户单号, sendid: the merchant's or packet's own number; a refund keeps it. */
	readonly merchant?: string;
	/** 交易流水号, 网银联单号: the number of the clearing between two institutions. */
	readonly clearing?: string;
	/** Log index within the transaction, where the file prints one. */
	readonly log?: number;
}

/**
 * What one row (or one log on chain) says of one movement. Immutable: merging points at records and never changes
 * them. A row with an amount and a fee gives two, parts 0 and 1.
 */
export interface LedgerRecord {
	readonly id: RecordId;
	readonly evidence: Evidence;
	/** Id of the source that read it, such as `tenpay-trades`. */
	readonly source: string;
	/**
	 * Whose books the row comes from: `tenpay`, `alipay`, `bank:<name or card prefix>`, `chain:tron`, `mapped:<name>`.
	 * Two records are independent only where this differs: a payer's and a payee's bill of one firm are one ledger.
	 */
	readonly institution: string;
	/** Whose file it is: the side that the row was written for, or neither. */
	readonly own: 'from' | 'to' | 'neither';
	readonly from: Side;
	readonly to: Side;
	readonly asset: AssetId;
	/** What this row says moved to `to`, in smallest units, before refunds. Undefined: the row shows no amount (never 0). */
	readonly amount: bigint | undefined;
	/** The whole packet, where `amount` is one share of it. */
	readonly packet?: bigint;
	/** Given back later, as the row itself says (`已退款(￥12.00)`, `已全额退款`). */
	readonly refunded?: bigint;
	readonly moment: Moment;
	/** Order on chain. `index`, where known: of a live record `blockPlace`, of a file's row the index that it prints. */
	readonly block?: { readonly number: number; readonly index?: number };
	/** Row order within its file, from 0, oldest first where the file's direction could be told. Ties of time follow it. */
	readonly sequence: number;
	readonly keys: RecordKeys;
	readonly medium: Medium;
	readonly state: RecordState;
	/** The source's own word for the type, verbatim (`微信红包（单发）`). */
	readonly type: string;
	/** The payer's or payee's note, verbatim. */
	readonly memo: string;
	/** Balance of the own account after the row, where printed. */
	readonly balance?: bigint;
	/** Card on the own side through which a chat payment was made or paid out, where printed. */
	readonly card?: AccountId;
	/** The row as it stands: the line of a text file, a JSON list of cells of a sheet. */
	readonly raw: string;
}
