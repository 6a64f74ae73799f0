/**
 * What the exports of exchanges have in common. Inside an exchange there are no tokens, only what it owes in coins that
 * it names: such a coin is an asset of its own, `binance:USDT`, which is no token of any chain. It counts where the case
 * states it under assets; else it is kept and shown, never traced.
 */
import { type AccountId, billAccount, networkOf } from '../ledger/account.ts';
import { type Asset, type AssetId, UNKNOWN_TOKEN_DECIMALS } from '../ledger/asset.ts';
import { type AmountReading, parseAmount } from '../ledger/money.ts';
import type { LedgerRecord, Medium, RecordKeys, RecordState } from '../ledger/record.ts';
import type { Moment } from '../ledger/time.ts';
import type { EvidenceFile, Hints } from './contract.ts';
import type { Row } from './row.ts';

export type Exchange = 'binance' | 'okx' | 'htx';

/** Where trades are settled: the exchange's pool, nobody's own account. */
export function marketOf(exchange: Exchange): AccountId {
	return `${exchange}:@market`;
}

export function feeAccountOf(exchange: Exchange): AccountId {
	return `${exchange}:@fee`;
}

/** The exchange's account that the register names for the file; else the file's own nameless one. */
export function ownerOf(exchange: Exchange, file: EvidenceFile, { owner }: Hints): AccountId {
	// The register may name a holder whom it knows by a chat account: no coin was ever in that.
	return owner !== undefined && networkOf(owner) === exchange ? owner : billAccount(file.hash);
}

/** The coin as the exchange itself owes it. @throws RowFault `missing`, `value` */
export function coinIn<F extends string>(row: Row<F>, field: F, exchange: Exchange): AssetId {
	const coin = row.needed(field).toUpperCase();
	if (!isCoin(coin)) throw row.fault(field, 'value');
	return `${exchange}:${coin}`;
}

/** Whether the text can be a coin's ticker, in capitals. */
export function isCoin(text: string): boolean {
	return /^[A-Z0-9$][A-Z0-9$._-]{0,24}$/.test(text);
}

export function decimalsOf(asset: AssetId, assets: ReadonlyMap<AssetId, Asset>): number {
	return assets.get(asset)?.decimals ?? UNKNOWN_TOKEN_DECIMALS;
}

/** A decimal with its sign. Exchanges print nothing as `0E-8`. */
export function parseCoinAmount(text: string, decimals: number): AmountReading {
	return parseAmount(text.replace(/^[+-]?0(?:\.0*)?E-?\d{1,2}$/, '0'), decimals);
}

/** The same of a cell. @throws RowFault `amount`, `amount-damaged` */
export function coinAmount<F extends string>(row: Row<F>, field: F, decimals: number): bigint {
	const reading = parseCoinAmount(row.text(field), decimals);
	if (reading.ok) return reading.amount;
	throw row.fault(field, reading.fault === 'damaged' ? 'amount-damaged' : 'amount');
}

/** A fee, which exports print below zero or above it, as what it takes; 0 where none is printed. @throws RowFault */
export function coinFee<F extends string>(row: Row<F>, field: F, decimals: number): bigint {
	return row.text(field) === '' ? 0n : unsigned(coinAmount(row, field, decimals));
}

export function unsigned(amount: bigint): bigint {
	return amount < 0n ? -amount : amount;
}

/** What is the same for all movements of one row. */
export interface ExchangeRow {
	readonly source: string;
	readonly exchange: Exchange;
	readonly owner: AccountId;
	readonly assets: ReadonlyMap<AssetId, Asset>;
	readonly moment: Moment;
	readonly sequence: number;
	readonly type: string;
	readonly memo: string;
	readonly state: RecordState;
	readonly keys: RecordKeys;
}

export interface Movement {
	readonly from: AccountId;
	readonly to: AccountId;
	readonly asset: AssetId;
	/** Smallest units, never negative. */
	readonly amount: bigint;
	readonly medium: Medium;
}

/** The movements of one row of an exchange's export, parts 0, 1, ... */
export function exchangeRecords(row: Row<string>, shared: ExchangeRow, movements: readonly Movement[]): LedgerRecord[] {
	const { exchange, owner, assets, ...common } = shared;
	return movements.map(({ from, to, asset, amount, medium }, part) => ({
		...common,
		id: row.recordId(part),
		evidence: row.evidence(part),
		institution: `exchange:${exchange}`,
		own: from === owner ? 'from' : 'to',
		from: { account: from },
		to: { account: to },
		asset,
		amount,
		// An amount in a coin that nobody has stated is a token's like any other that is kept apart.
		medium: assets.has(asset) ? medium : 'token',
		raw: row.raw,
	}));
}

/** A change of one coin of the owner's: what comes in comes from `other`, what goes out goes there. */
export function changeOf(owner: AccountId, other: AccountId, asset: AssetId, change: bigint, medium: Medium): Movement {
	return change < 0n
		? { from: owner, to: other, asset, amount: -change, medium }
		: { from: other, to: owner, asset, amount: change, medium };
}
