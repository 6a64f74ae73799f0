import type { AccountId } from './account.ts';
import type { AssetId } from './asset.ts';
import type { Moment } from './time.ts';

/** What a caller or leader reported, or a join record shows: `count` persons brought into a lead group on a day. */
export interface Lead {
	readonly id: string;
	/** Party name or account that brought them in. */
	readonly caller: string;
	readonly day: string;
	readonly count: number;
	readonly basis: 'joined' | 'reported' | 'called';
	readonly evidence: string;
	readonly raw: string;
}

/** One call of a dialler export. Read from the next issue of the sources on; the store keeps its room. */
export interface Call {
	readonly id: string;
	readonly caller: string;
	readonly callee: string;
	readonly moment: Moment;
	readonly seconds: number;
	readonly evidence: string;
	readonly raw: string;
}

/** A balance that the evidence prints for an account after one of its rows. */
export interface Balance {
	readonly account: AccountId;
	readonly asset: AssetId;
	readonly amount: bigint;
	readonly moment: Moment;
	readonly record: string;
}

/** A purchase or sale of coins at an exchange: the documented bridge between coins and yuan. */
export interface ExchangeOrder {
	readonly id: string;
	readonly account: AccountId;
	readonly asset: AssetId;
	readonly quantity: bigint;
	readonly yuan: bigint;
	readonly moment: Moment;
	readonly state: 'done' | 'cancelled';
	readonly evidence: string;
	readonly raw: string;
}

/** What was asked of a chain and how completely it answered. */
export interface Receipt {
	readonly id: string;
	readonly account: AccountId;
	readonly chain: string;
	readonly query: string;
	readonly complete: boolean;
	readonly reason: string;
}

/** A chat group and what it was for. */
export interface Group {
	readonly group: string;
	readonly name: string;
	readonly purpose: 'work' | 'lead' | 'unknown';
	readonly source: string;
}

/** A row of evidence.csv: how a file came into the case. */
export interface RegisterEntry {
	readonly file: string;
	readonly item?: string;
	/** Person or account whose file it is. */
	readonly holder?: string;
	readonly obtained?: string;
	readonly notice?: string;
	readonly provider?: string;
	readonly extractor?: string;
	readonly witness?: string;
	readonly time?: string;
	readonly hash?: string;
}
