/** What explorers' token exports have in common: one row is one transfer of one token, told apart by its contract. */
import { type AccountId, readAccount } from '../ledger/account.ts';
import { type Asset, UNKNOWN_TOKEN_DECIMALS } from '../ledger/asset.ts';
import type { LedgerRecord, RecordState } from '../ledger/record.ts';
import type { Moment } from '../ledger/time.ts';
import type { Row } from './row.ts';

export type TokenField = 'hash' | 'block' | 'from' | 'to' | 'amount' | 'token' | 'symbol';

/** What a source has settled about a token row beyond its common cells. */
export interface TokenRow {
	readonly source: string;
	readonly network: string;
	/** False: the network is taken for granted, and the block may be another's. */
	readonly known: boolean;
	readonly moment: Moment;
	readonly state: RecordState;
	readonly sequence: number;
	readonly assets: ReadonlyMap<string, Asset>;
}

/**
 * The record of a token row. The asset is the contract; the symbol beside it is kept as the type, and nobody vouches for
 * it. The transaction's hash is the order number: two rows of one transaction share it, since these exports print no log
 * index.
 *
 * @throws RowFault naming the cell that cannot be read
 */
export function tokenRecord(row: Row<TokenField>, token: TokenRow): LedgerRecord {
	const { network } = token;
	const asset = chainAccount(row, 'token', network);
	const block = blockIn(row);
	const decimals = token.assets.get(asset)?.decimals ?? UNKNOWN_TOKEN_DECIMALS;
	return {
		id: row.recordId(),
		evidence: row.evidence(),
		source: token.source,
		institution: `chain:${network}`,
		own: 'neither',
		from: { account: chainAccount(row, 'from', network) },
		to: { account: chainAccount(row, 'to', network) },
		asset,
		amount: row.amount('amount', decimals),
		moment: token.moment,
		// A block of another network would put this one's out of order.
		...(token.known ? block : {}),
		sequence: token.sequence,
		keys: { order: transactionHash(row, network) },
		medium: 'token',
		state: token.state,
		type: row.text('symbol'),
		memo: '',
		raw: row.raw,
	};
}

/** @throws RowFault `missing`, `account`, `account-checksum` */
export function chainAccount<F extends string>(row: Row<F>, field: F, network: string): AccountId {
	const reading = readAccount(network, row.needed(field));
	if (reading.ok) return reading.account;
	throw row.fault(field, reading.fault === 'checksum' ? 'account-checksum' : 'account');
}

/**
 * One spelling, as the chains' own tools print it: TRON without `0x`, EVM with it. A shortened hash names no transaction.
 *
 * @throws RowFault `missing`, `value`
 */
export function transactionHash(row: Row<'hash'>, network: string): string {
	const hash = hashOf(network, row.needed('hash'));
	if (hash === undefined) throw row.fault('hash', 'value');
	return hash;
}

/** The hash in its one spelling; undefined where the text is none. */
export function hashOf(network: string, text: string): string | undefined {
	const hash = text.toLowerCase();
	if (!/^(?:0x)?[0-9a-f]{64}$/.test(hash)) return undefined;
	const digits = hash.slice(-64);
	return network === 'tron' ? digits : `0x${digits}`;
}

/** The block, where the row prints one. @throws RowFault `value` */
export function blockIn(row: Row<'block'>): Pick<LedgerRecord, 'block'> {
	const block = row.text('block');
	if (block === '') return {};
	if (!/^\d{1,15}$/.test(block)) throw row.fault('block', 'value');
	return { block: { number: Number(block) } };
}
