/** TRC-20 transfers of one account as TronGrid answers them (`/v1/accounts/…/transactions/trc20`), saved as they came. */
import type { Fate } from './batches.ts';
import type { Hints, Source } from './contract.ts';
import { type JsonRow, jsonKeys, readJsonRows } from './token-json.ts';
import { instantIn, jsonTransfer, type TransferPaths, tronAccount } from './token-json-record.ts';

const id = 'trongrid';

const paths: TransferPaths = {
	hash: ['transaction_id'],
	time: ['block_timestamp'],
	block: [],
	from: ['from'],
	to: ['to'],
	amount: ['value'],
	decimals: ['token_info.decimals'],
	symbol: ['token_info.symbol'],
};

export const trongrid: Source = {
	id,
	version: 1,
	identify(sample) {
		const keys = jsonKeys(sample);
		return keys?.has('transaction_id') && keys.has('token_info') ? { confidence: 95 } : undefined;
	},
	read: (file, hints) =>
		readJsonRows(file, { fate: (row) => trongridFate(row, hints), instant: (row) => instantIn(row, paths) }),
};

/** What a row of TronGrid's token history says, saved or live. @throws RowFault naming the member that cannot be read */
export function trongridFate(row: JsonRow, { assets }: Pick<Hints, 'assets'>): Fate {
	const type = row.needed('type');
	// Leave to take tokens moves none.
	if (type === 'Approval') return { skip: 'not-a-transfer' };
	if (type !== 'Transfer') throw row.fault(['type'], 'value');
	const asset = tronAccount(row, ['token_info.address']);
	return { records: [jsonTransfer(paths, { source: id, row, whole: row, part: 0, asset, state: 'done', assets })] };
}
