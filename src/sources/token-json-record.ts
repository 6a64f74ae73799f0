/** One transfer out of a saved answer about TRON, whatever the interface calls its members. */
import { type AccountId, readAccount } from '../ledger/account.ts';
import { type Asset, UNKNOWN_TOKEN_DECIMALS } from '../ledger/asset.ts';
import { parseAmount } from '../ledger/money.ts';
import type { LedgerRecord, RecordState } from '../ledger/record.ts';
import type { Moment } from '../ledger/time.ts';
import type { JsonRow } from './token-json.ts';
import { hashOf } from './token-record.ts';

export type Paths = readonly string[];

/** Where an interface keeps what a transfer needs; the first of the paths that is there counts. */
export interface TransferPaths {
	readonly hash: Paths;
	/** Milliseconds since 1970, UTC. */
	readonly time: Paths;
	readonly block: Paths;
	readonly from: Paths;
	readonly to: Paths;
	/** A whole number of the smallest unit. */
	readonly amount: Paths;
	readonly decimals: Paths;
	readonly symbol: Paths;
}

export interface JsonTransfer {
	readonly source: string;
	/** The row's own members, and of what it is a part where one row has several transfers. */
	readonly row: JsonRow;
	readonly whole: JsonRow;
	readonly part: number;
	readonly asset: string;
	readonly state: RecordState;
	readonly assets: ReadonlyMap<string, Asset>;
}

/** @throws RowFault naming the member that cannot be read */
export function jsonTransfer(paths: TransferPaths, transfer: JsonTransfer): LedgerRecord {
	const { row, whole, part, asset } = transfer;
	const hash = hashOf('tron', whole.needed(...paths.hash));
	if (hash === undefined) throw whole.fault(paths.hash, 'value');
	return {
		id: whole.recordId(part),
		evidence: whole.evidence(part),
		source: transfer.source,
		institution: 'chain:tron',
		own: 'neither',
		from: { account: tronAccount(row, paths.from) },
		to: { account: tronAccount(row, paths.to) },
		asset,
		amount: amountIn(row, paths, transfer.assets.get(asset)),
		moment: momentIn(whole, paths.time),
		...blockIn(whole, paths.block),
		sequence: whole.sequence,
		keys: { order: hash },
		medium: asset.endsWith(':coin') ? 'coin' : 'token',
		state: transfer.state,
		type: row.text(...paths.symbol),
		memo: '',
		raw: whole.raw,
	};
}

/** @throws RowFault `missing`, `account`, `account-checksum` */
export function tronAccount(row: JsonRow, paths: Paths): AccountId {
	const reading = readAccount('tron', row.needed(...paths));
	if (reading.ok) return reading.account;
	throw row.fault(paths, reading.fault === 'checksum' ? 'account-checksum' : 'account');
}

/**
 * Of a known asset the number as it stands, and the decimals beside it must be the asset's. Of any other it is brought
 * to the decimals that such tokens are kept at, by those that the answer states.
 */
function amountIn(row: JsonRow, paths: TransferPaths, asset: Asset | undefined): bigint {
	const reading = parseAmount(row.needed(...paths.amount), 0);
	if (!reading.ok) throw row.fault(paths.amount, reading.fault === 'damaged' ? 'amount-damaged' : 'amount');
	if (reading.amount < 0n) throw row.fault(paths.amount, 'amount');
	const stated = row.text(...paths.decimals);
	if (asset) {
		if (stated !== '' && stated !== String(asset.decimals)) throw row.fault(paths.decimals, 'value');
		return reading.amount;
	}
	if (!/^\d{1,2}$/.test(stated) || Number(stated) > UNKNOWN_TOKEN_DECIMALS) throw row.fault(paths.decimals, 'value');
	return reading.amount * 10n ** BigInt(UNKNOWN_TOKEN_DECIMALS - Number(stated));
}

/** Milliseconds as the row prints them, NaN where it prints none. */
export function instantIn(row: JsonRow, { time }: TransferPaths): number {
	return /^\d{13}$/.test(row.text(...time)) ? Number(row.text(...time)) : Number.NaN;
}

function momentIn(row: JsonRow, paths: Paths): Moment {
	const text = row.needed(...paths);
	// Thirteen digits reach from 2001 to 2286: seconds, which would be read as January 1970, have ten.
	if (!/^\d{13}$/.test(text)) throw row.fault(paths, 'time');
	return { instant: Number(text), text, precision: 'millisecond' };
}

function blockIn(row: JsonRow, paths: Paths): Pick<LedgerRecord, 'block'> {
	const text = row.text(...paths);
	if (text === '') return {};
	if (!/^\d{1,15}$/.test(text)) throw row.fault(paths, 'value');
	return { block: { number: Number(text) } };
}
