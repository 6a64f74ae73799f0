/** One deposit to Binance or withdrawal from it: a movement between an account of the exchange and a chain address. */
import { type AccountId, accountOf, isChain, readAccount, unknownAccount } from '../ledger/account.ts';
import type { Asset } from '../ledger/asset.ts';
import type { LedgerRecord, RecordKeys, RecordState } from '../ledger/record.ts';
import type { Moment } from '../ledger/time.ts';
import { coinAmount, coinIn, decimalsOf, exchangeRecords, feeAccountOf, type Movement } from './coin-exchange.ts';
import { networkOfWord, tokenOn } from './coin-network.ts';
import type { Row } from './row.ts';
import { hashOf } from './token-record.ts';

export const BINANCE_COLUMNS = {
	time: ['Date(UTC)', 'Date(UTC+0)', 'Date'],
	coin: ['Coin'],
	network: ['Network'],
	amount: ['Amount'],
	fee: ['Fee', 'TransactionFee'],
	address: ['Address'],
	hash: ['TXID'],
	source: ['SourceAddress'],
	tag: ['PaymentID'],
	status: ['Status'],
} as const;
export type BinanceField = keyof typeof BINANCE_COLUMNS;

export interface BinanceContext {
	readonly source: string;
	readonly way: 'deposit' | 'withdrawal';
	readonly owner: AccountId;
	readonly assets: ReadonlyMap<string, Asset>;
	readonly moment: Moment;
	readonly sequence: number;
}

const STATES: ReadonlyMap<string, RecordState> = new Map([
	['completed', 'done'],
	['success', 'done'],
	['successful', 'done'],
	['failed', 'failed'],
	['failure', 'failed'],
	['rejected', 'failed'],
	['cancelled', 'closed'],
	['canceled', 'closed'],
	['processing', 'open'],
	['pending', 'open'],
	['awaiting approval', 'open'],
	['email sent', 'open'],
]);

/**
 * The movement, and the withdrawal's fee as another (part 1): the amount is what arrives, the fee is kept on top of it.
 * A deposit is what the exchange credits for coins at the address that it gave to the account: what brought them there
 * stands on the chain.
 *
 * @throws RowFault naming the cell that cannot be read
 */
export function binanceChainRecords(row: Row<BinanceField>, context: BinanceContext): LedgerRecord[] {
	const { way, ...shared } = context;
	const { owner, assets } = shared;
	const own = coinIn(row, 'coin', 'binance');
	const coin = own.slice('binance:'.length);
	const network = networkIn(row);
	const asset = (network === undefined ? undefined : tokenOn(network, coin, assets)) ?? own;
	const end = way === 'deposit' ? 'from' : 'to';
	const chain = network === undefined ? unknownAccount(row.recordId(), end) : addressIn(row, network);
	const amount = row.amount('amount', decimalsOf(asset, assets));
	const fee = row.text('fee') === '' ? 0n : coinAmount(row, 'fee', decimalsOf(asset, assets));
	if (fee < 0n) throw row.fault('fee', 'amount');
	const sides = way === 'deposit' ? { from: chain, to: owner } : { from: owner, to: chain };
	const medium = way === 'deposit' ? 'top-up' : 'withdrawal';
	const movements: Movement[] = [{ ...sides, asset, amount, medium }];
	if (fee > 0n) movements.push({ from: owner, to: feeAccountOf('binance'), asset, amount: fee, medium: 'fee' });
	return exchangeRecords(
		row,
		{
			...shared,
			exchange: 'binance',
			type: row.text('network'),
			memo: row.text('tag'),
			state: stateIn(row),
			keys: keysIn(row, way, network),
		},
		movements,
	);
}

function stateIn(row: Row<BinanceField>): RecordState {
	const state = STATES.get(row.text('status').toLowerCase());
	if (state === undefined) throw row.fault('status', 'value');
	return state;
}

/** Old exports may name no network: only `T…` tells its own. `0x…` stands for many networks, also for TRON's hex form. */
function networkIn(row: Row<BinanceField>): string | undefined {
	if (row.text('network') === '') {
		const address = row.text('address');
		return address.startsWith('T') && accountOf('tron', address) !== undefined ? 'tron' : undefined;
	}
	const network = networkOfWord(row.text('network'));
	if (network === undefined) throw row.fault('network', 'value');
	return network;
}

function addressIn(row: Row<BinanceField>, network: string): AccountId {
	const reading = readAccount(network, row.needed('address'));
	if (reading.ok) return reading.account;
	throw row.fault('address', reading.fault === 'checksum' ? 'account-checksum' : 'account');
}

/**
 * A withdrawal is known by its hash, in the chain's own spelling; transfers within the exchange print a number of its own
 * instead. A deposit is another booking than a withdrawal of the same hash, which pays another of the exchange's users.
 */
function keysIn(row: Row<BinanceField>, way: BinanceContext['way'], network: string | undefined): RecordKeys {
	const text = row.text('hash');
	if (text === '') return {};
	const hash = (network !== undefined && isChain(`${network}:`) ? hashOf(network, text) : undefined) ?? text;
	return { order: way === 'deposit' ? `deposit ${hash}` : hash };
}
