/** What one row of a history says moved, by the members that Etherscan's and Blockscout's APIs name alike. */
import type { AccountId } from '../../../ledger/account.ts';
import { type Asset, type AssetId, UNKNOWN_TOKEN_DECIMALS } from '../../../ledger/asset.ts';
import { FEE_PLACE, UNKNOWN_PLACE, VALUE_PLACE } from '../../../ledger/block-place.ts';
import type { Medium, RecordState } from '../../../ledger/record.ts';
import type { UnplacedPositions } from '../position.ts';
import type { EtherscanRow } from './answer.ts';
import type { HistoryTerms } from './question.ts';
import { accountIn, damaged, hashIn, indexOf, textOf, wholeOf } from './rows.ts';

/** What rows are decoded with. The same rows give the same records, live and from kept answers. */
export interface DecodingTerms extends HistoryTerms {
	readonly assets: ReadonlyMap<AssetId, Asset>;
	/** First and last block that was asked. */
	readonly from: number;
	readonly until: number;
	/** What moved may still be taken back. */
	readonly provisional: boolean;
}

/** What is kept from row to row. */
export interface Work {
	readonly terms: DecodingTerms;
	readonly positions: UnplacedPositions;
	/** Of the tokens that were met. */
	readonly decimals: Record<AssetId, number>;
}

/** One movement of a row. */
export interface Movement {
	readonly position: string;
	readonly from: AccountId;
	readonly to: AccountId;
	readonly asset: AssetId;
	readonly amount: bigint | undefined;
	readonly medium: Medium;
	readonly state: RecordState;
	readonly type: string;
	/** Place in the transaction, as `blockPlace` counts it. */
	readonly place?: number;
	readonly log?: number;
}

/** A transfer of a token. @throws DamagedAnswer */
export function tokenMovements(row: EtherscanRow, work: Work): Movement[] {
	const { network, tokens, assets } = work.terms;
	// Blockscout lists collectibles here too, which are no amounts of anything.
	if (textOf(row, 'tokenID') !== '') return [];
	const asset = accountIn(row, 'contractAddress', network);
	const decimals = decimalsIn(row, assets.get(asset));
	if (decimals !== undefined) {
		if ((work.decimals[asset] ?? decimals) !== decimals) throw damaged(row, 'tokenDecimal');
		work.decimals[asset] = decimals;
	}
	const stated = wholeOf(row, 'value');
	const sides = { from: accountIn(row, 'from', network), to: accountIn(row, 'to', network) };
	const place = placeOf(row, () => work.positions.next({ transaction: hashIn(row), asset, amount: stated, ...sides }));
	// Counted in any case, so that the number among equal rows does not depend on which tokens are wanted.
	if (tokens.length > 0 && !tokens.includes(asset)) return [];
	const scale = assets.has(asset) ? 0 : UNKNOWN_TOKEN_DECIMALS - (decimals ?? Number.NaN);
	const amount = Number.isNaN(scale) ? undefined : stated * 10n ** BigInt(scale);
	return [{ ...place, ...sides, asset, amount, medium: 'token', state: 'done', type: textOf(row, 'tokenSymbol') }];
}

/**
 * The decimals that the row states, which must be the asset's own. Undefined where an unknown token states none that
 * can be read, or more than such tokens are kept at: it shows no amounts then.
 */
function decimalsIn(row: EtherscanRow, asset: Asset | undefined): number | undefined {
	const text = textOf(row, 'tokenDecimal');
	if (asset && text !== '' && text !== String(asset.decimals)) throw damaged(row, 'tokenDecimal');
	return /^\d{1,2}$/.test(text) && Number(text) <= UNKNOWN_TOKEN_DECIMALS ? Number(text) : undefined;
}

/** Etherscan prints no log index, Blockscout and Routescan do: it counts through the block. */
function placeOf(row: EtherscanRow, unplaced: () => string): Pick<Movement, 'position' | 'place' | 'log'> {
	if (textOf(row, 'logIndex') === '') return { position: unplaced(), place: UNKNOWN_PLACE };
	const log = indexOf(row, 'logIndex');
	return { position: `log ${log}`, place: 2 + log, log };
}

/** The value of a transaction, and the fee that its sender paid whether or not it came through. @throws DamagedAnswer */
export function transactionMovements(row: EtherscanRow, { terms: { network } }: Work): Movement[] {
	const from = accountIn(row, 'from', network);
	const failed = failedIn(row);
	const amount = wholeOf(row, 'value');
	const common = { from, asset: `${network}:coin`, type: methodOf(row) };
	const to = receiverIn(row, network);
	if (to === undefined && amount > 0n && !failed) throw damaged(row, 'to');
	const moved: Movement[] = [];
	if (to !== undefined) {
		const state = failed ? 'failed' : 'done';
		moved.push({ ...common, position: 'value', place: VALUE_PLACE, to, amount, medium: 'coin', state });
	}
	// Chains built as Optimism charge for their place on Ethereum beside the gas.
	const outside = textOf(row, 'L1FeesPaid') === '' ? 0n : wholeOf(row, 'L1FeesPaid');
	const fee = wholeOf(row, 'gasUsed') * wholeOf(row, 'gasPrice') + outside;
	const sink = `${network}:@fee`;
	if (fee > 0n) {
		moved.push({ ...common, position: 'fee', place: FEE_PLACE, to: sink, amount: fee, medium: 'fee', state: 'done' });
	}
	return moved;
}

/** Calls that run foreign code in the caller's name carry a value along that does not move. */
const MOVES_NOTHING: ReadonlySet<string> = new Set(['delegatecall', 'callcode', 'staticcall']);

/**
 * `traceId` (Etherscan) and `index` (Blockscout) are counted in ways that nobody states, and neither is a place in the
 * trace as nodes print it: the position is what moved, and its number among equal moves of the transaction.
 *
 * @throws DamagedAnswer
 */
export function internalMovements(row: EtherscanRow, { terms: { network }, positions }: Work): Movement[] {
	const kind = textOf(row, 'type').toLowerCase();
	const amount = wholeOf(row, 'value');
	// Blockscout counts the transaction itself as 0, and lists it here where it made a contract: its value is a coin's.
	if (kind.startsWith('create') && textOf(row, 'index') === '0') return [];
	if (MOVES_NOTHING.has(kind) || MOVES_NOTHING.has(textOf(row, 'callType').toLowerCase()) || amount === 0n) return [];
	const failed = failedIn(row);
	const from = accountIn(row, 'from', network);
	const to = receiverIn(row, network);
	if (to === undefined && failed) return [];
	if (to === undefined) throw damaged(row, 'to');
	const asset = `${network}:coin`;
	const position = positions.next({ transaction: hashIn(row), asset, from, to, amount });
	const state = failed ? 'failed' : 'done';
	return [{ position, from, to, asset, amount, medium: 'coin', state, type: kind }];
}

/** A contract that was made has no receiver: what was sent went to it. */
function receiverIn(row: EtherscanRow, network: string): AccountId | undefined {
	const name = ['to', 'contractAddress'].find((side) => textOf(row, side) !== '');
	return name === undefined ? undefined : accountIn(row, name, network);
}

/** Either member may say it; before the fork of 2017 a receipt had no status. */
function failedIn(row: EtherscanRow): boolean {
	const [error, receipt] = [textOf(row, 'isError'), textOf(row, 'txreceipt_status')];
	if (error !== '0' && error !== '1') throw damaged(row, 'isError');
	return error === '1' || receipt === '0';
}

function methodOf(row: EtherscanRow): string {
	const name = textOf(row, 'functionName');
	return name === '' ? textOf(row, 'methodId') : name;
}
