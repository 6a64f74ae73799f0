/** Transfers as TronScan's interface answers them, old and new, saved as they came; and transactions with their transfers. */
import type { RecordState } from '../ledger/record.ts';
import type { Fate } from './batches.ts';
import type { Hints, Source } from './contract.ts';
import { type JsonRow, jsonKeys, readJsonRows } from './token-json.ts';
import { instantIn, jsonTransfer, type Paths, type TransferPaths, tronAccount } from './token-json-record.ts';

const id = 'tronscan';

const paths: TransferPaths = {
	hash: ['transactionHash', 'transaction_id', 'hash'],
	time: ['timestamp', 'block_ts', 'block_timestamp'],
	block: ['block'],
	from: ['transferFromAddress', 'from_address', 'from'],
	to: ['transferToAddress', 'to_address', 'to'],
	amount: ['amount_str', 'quant', 'amount'],
	decimals: ['decimals', 'tokenInfo.tokenDecimal'],
	symbol: ['symbol', 'tokenInfo.tokenAbbr', 'tokenName', 'token_name'],
};
const CONTRACT: Paths = ['contract_address', 'tokenInfo.tokenId'];
/** Where one transaction keeps its transfers; its own members state hash, time and success. */
const TRANSFERS = 'trc20TransferInfo';

export const tronscan: Source = {
	id,
	version: 1,
	identify(sample) {
		const keys = jsonKeys(sample);
		if (!keys || keys.has('token_info')) return undefined;
		const old = keys.has('transferFromAddress') && keys.has('transferToAddress');
		const hash = keys.has('hash') || keys.has('transaction_id') || keys.has('transactionHash');
		const amount = keys.has('quant') || keys.has('amount_str') || (keys.has('amount') && keys.has('contract_ret'));
		return old || (hash && amount && keys.has('contract_address')) ? { confidence: 90 } : undefined;
	},
	read: (file, hints) =>
		readJsonRows(file, { fate: (row) => fateOf(row, hints), instant: (row) => instantIn(row, paths) }),
};

function fateOf(row: JsonRow, { assets }: Hints): Fate {
	const transfers = row.list(TRANSFERS);
	const parts = (transfers ?? [row]).filter((part) => kindOf(part) === 'Transfer');
	if (parts.length === 0) return { skip: 'not-a-transfer' };
	const state = stateOf(row);
	return {
		records: parts.map((part, index) =>
			jsonTransfer(paths, { source: id, row: part, whole: row, part: index, asset: assetOf(part), state, assets }),
		),
	};
}

/** @throws RowFault `value` where the word is unknown: a burn or a mint would have one side only */
function kindOf(row: JsonRow): 'Transfer' | 'Approval' {
	const names = ['event_type', 'type'];
	const kind = row.text(...names);
	if (kind === '' || kind === 'Transfer') return 'Transfer';
	if (kind === 'Approval') return 'Approval';
	throw row.fault(names, 'value');
}

/** Whatever the answer says of it; a transfer that is not confirmed yet stays open. */
function stateOf(row: JsonRow): RecordState {
	for (const path of ['contractRet', 'contract_ret', 'finalResult', 'final_result']) {
		const word = row.text(path);
		if (word !== '' && word !== 'SUCCESS') return 'failed';
	}
	if (['true', '1'].includes(row.text('revert'))) return 'failed';
	return ['false', '0'].includes(row.text('confirmed')) ? 'open' : 'done';
}

/**
 * The contract. Old answers name the coin `_` or `TRX`, which no TRC-10 token may be called, and a TRC-10 token by its
 * number; any other name is anybody's.
 *
 * @throws RowFault `value`, `account`, `account-checksum`
 */
function assetOf(row: JsonRow): string {
	const named = row.text(...CONTRACT);
	const token = named === '' ? row.text('tokenName') : named;
	if (token === '_' || (named === '' && token.toUpperCase() === 'TRX')) return 'tron:coin';
	if (/^\d{7}$/.test(token)) return `tron:trc10-${token}`;
	if (named === '') throw row.fault(['tokenName'], 'value');
	return tronAccount(row, CONTRACT);
}
