/** Internal transactions of one address as Etherscan and its like export them: coins that contracts sent. */
import type { RecordState } from '../ledger/record.ts';
import { coinExportSource, type MovedCoins, movedValue, perCoin, receiverOf } from './etherscan-coins.ts';
import { ETHERSCAN_COLUMNS } from './etherscan-columns.ts';
import type { Row } from './row.ts';
import { chainAccount } from './token-record.ts';

const columns = {
	...ETHERSCAN_COLUMNS,
	// `ParentTxFrom` and `ParentTxTo` are the sides of the transaction around it, not of what moved here.
	from: ['From'],
	to: ['TxTo'],
	created: ['ContractAddress'],
	in: perCoin('Value_IN'),
	out: perCoin('Value_OUT'),
	status: ['Status'],
	error: ['ErrCode'],
	type: ['Type'],
	note: ['PrivateNote'],
};
type Field = keyof typeof columns;

export const etherscanInternal = coinExportSource<Field>({
	id: 'etherscan-internal',
	columns,
	required: ['hash', 'unix', 'utc', 'from', 'to', 'in', 'out', 'status'],
	moved: callIn,
});

function callIn(row: Row<Field>, network: string): MovedCoins {
	return {
		from: chainAccount(row, 'from', network),
		to: receiverOf(row, network),
		amount: movedValue(row),
		// The fee is the outer transaction's.
		fee: 0n,
		state: stateOf(row),
		type: row.text('type'),
		memo: row.text('note'),
	};
}

/** 0 is success here, where the export of normal transactions leaves the cell empty. */
function stateOf(row: Row<Field>): RecordState {
	const status = row.text('status');
	if (status === '1' || (status === '0' && row.text('error') !== '')) return 'failed';
	if (status === '0') return 'done';
	throw row.fault('status', 'value');
}
