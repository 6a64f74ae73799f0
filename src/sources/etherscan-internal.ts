/** Internal transactions of one address as Etherscan and its like export them: coins that contracts sent. */
import type { RecordState } from '../ledger/record.ts';
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

const layout: TableLayout<Field> = {
	columns,
	required: ['hash', 'unix', 'utc', 'from', 'to', 'in', 'out', 'status'],
};

const id = 'etherscan-internal';

export const etherscanInternal: Source = {
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
					return { records: coinRecords(row, { source: id, network, ...callIn(row, network) }, moment, sequence) };
				},
			};
		}),
};

function callIn(row: Row<Field>, network: string) {
	return {
		from: chainAccount(row, 'from', network),
		to: chainAccount(row, row.text('to') === '' && row.text('created') !== '' ? 'created' : 'to', network),
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
