/** Normal transactions of one address as Etherscan and its like export them, with old and new headers. */

import { coinRecords } from './coin-record.ts';
import type { Source } from './contract.ts';
import { coinTable, movedValue, networkIn, perCoin } from './etherscan-coins.ts';
import { etherscanMoment } from './etherscan-time.ts';
import type { Row } from './row.ts';
import { claimOn, type TableLayout } from './table-rows.ts';
import { chainAccount } from './token-record.ts';
import { readExportTable } from './token-table.ts';

const columns = {
	hash: ['Transaction Hash', 'Txhash'],
	block: ['Blockno'],
	unix: ['UnixTimestamp'],
	utc: ['DateTime (UTC)', 'DateTime'],
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

const layout: TableLayout<Field> = {
	columns,
	required: ['hash', 'unix', 'utc', 'from', 'to', 'in', 'out', 'fee', 'status'],
};

const id = 'etherscan-transactions';

export const etherscanTransactions: Source = {
	id,
	version: 1,
	identify(sample) {
		const found = coinTable(sample, layout);
		return found && claimOn(found, 95);
	},
	read: (file) =>
		readExportTable(file, layout, (found) => {
			const network = networkIn(found);
			return {
				moment: etherscanMoment,
				fate(row, moment, sequence) {
					if (network === undefined) throw row.fault('in', 'columns');
					return {
						records: coinRecords(row, { source: id, network, ...transactionIn(row, network) }, moment, sequence),
					};
				},
			};
		}),
};

function transactionIn(row: Row<Field>, network: string) {
	return {
		from: chainAccount(row, 'from', network),
		// A contract that was made has no `To`: what was sent went to it.
		to: chainAccount(row, row.text('to') === '' && row.text('created') !== '' ? 'created' : 'to', network),
		amount: movedValue(row),
		fee: row.text('fee') === '' ? 0n : row.amount('fee', 18),
		// `Error(0)` and its kind, or nothing. The fee is paid all the same.
		state: row.text('status') === '' && row.text('error') === '' ? ('done' as const) : ('failed' as const),
		type: row.text('method'),
		memo: row.text('note'),
	};
}
