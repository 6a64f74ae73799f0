/** Normal transactions of one address as Etherscan and its like export them, with old and new headers. */
import { coinExportSource, type MovedCoins, movedValue, perCoin, receiverOf } from './etherscan-coins.ts';
import { ETHERSCAN_COLUMNS } from './etherscan-columns.ts';
import type { Row } from './row.ts';
import { chainAccount } from './token-record.ts';

const columns = {
	...ETHERSCAN_COLUMNS,
	from: ['From'],
	to: ['To'],
	created: ['ContractAddress'],
	in: perCoin('Value_IN'),
	out: perCoin('Value_OUT'),
	fee: perCoin('TxnFee'),
	status: ['Status'],
	error: ['ErrCode'],
	method: ['Method'],
	note: ['PrivateNote'],
};
type Field = keyof typeof columns;

export const etherscanTransactions = coinExportSource<Field>({
	id: 'etherscan-transactions',
	columns,
	required: ['hash', 'unix', 'utc', 'from', 'to', 'in', 'out', 'fee', 'status'],
	moved: transactionIn,
});

function transactionIn(row: Row<Field>, network: string): MovedCoins {
	return {
		from: chainAccount(row, 'from', network),
		to: receiverOf(row, network),
		amount: movedValue(row),
		fee: row.text('fee') === '' ? 0n : row.amount('fee', 18),
		// `Error(0)` and its kind, or nothing. The fee is paid all the same.
		state: row.text('status') === '' && row.text('error') === '' ? 'done' : 'failed',
		type: row.text('method'),
		memo: row.text('note'),
	};
}
