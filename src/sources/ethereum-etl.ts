/** `token_transfers.csv` of ethereum-etl: raw logs of tokens on Ethereum, amounts in smallest units. */
import type { LedgerRecord } from '../ledger/record.ts';
import type { Moment } from '../ledger/time.ts';
import type { Hints, Source } from './contract.ts';
import { unixMoment } from './ethereum-etl-time.ts';
import type { Row } from './row.ts';
import { claimOn, findTables } from './table-rows.ts';
import { blockIn, chainAccount, transactionHash } from './token-record.ts';
import { type ExportLayout, readExportTable } from './token-table.ts';

const columns = {
	token: ['token_address'],
	from: ['from_address'],
	to: ['to_address'],
	value: ['value'],
	hash: ['transaction_hash'],
	log: ['log_index'],
	block: ['block_number'],
	/** In BigQuery's copy of the table alone. */
	time: ['block_timestamp'],
};
type Field = keyof typeof columns;

const layout: ExportLayout<Field> = {
	columns,
	required: ['token', 'from', 'to', 'value', 'hash', 'log', 'block'],
	// 483920 cut to 4839 is another block, at another time.
	fragile: ['block', 'time', 'log', 'value'],
};

const id = 'ethereum-etl';
const network = 'eth';

/**
 * The table has no times: they come from `block_timestamp` where it is there, else from the case's blocks. A file for
 * which there is neither is not claimed.
 */
export const ethereumEtl: Source = {
	id,
	version: 1,
	identify(sample, { blockTimes }) {
		const [found] = findTables(sample, layout);
		if (!found) return undefined;
		const timed = found.header.columns.time !== undefined || (blockTimes?.size ?? 0) > 0;
		return timed ? claimOn(found, 95) : { ...claimOn(found, 40), hint: 'hint.block-times-missing' };
	},
	read: (file, { blockTimes }) =>
		readExportTable(file, layout, () => ({
			moment: (row) => momentOf(row, blockTimes),
			fate: (row, moment, sequence) => ({ records: [transferIn(row, moment, sequence)] }),
		})),
};

function momentOf(row: Row<Field>, blockTimes: Hints['blockTimes']): Moment {
	if (row.text('time') !== '') {
		const moment = unixMoment(row.text('time'));
		if (moment === undefined) throw row.fault('time', 'time');
		return moment;
	}
	const seconds = blockTimes?.get(blockIn(row).block?.number ?? -1);
	if (seconds === undefined || Number.isNaN(seconds)) throw row.fault('block', 'time');
	return { instant: seconds * 1000, text: String(seconds), precision: 'second' };
}

function transferIn(row: Row<Field>, moment: Moment, sequence: number): LedgerRecord {
	const log = row.needed('log');
	if (!/^\d{1,9}$/.test(log)) throw row.fault('log', 'value');
	const { block } = blockIn(row);
	return {
		id: row.recordId(),
		evidence: row.evidence(),
		source: id,
		institution: `chain:${network}`,
		own: 'neither',
		from: { account: chainAccount(row, 'from', network) },
		to: { account: chainAccount(row, 'to', network) },
		asset: chainAccount(row, 'token', network),
		amount: row.amount('value', 0),
		moment,
		// ethereum-etl counts logs through the block, not through the transaction.
		...(block ? { block: { number: block.number, index: Number(log) } } : {}),
		sequence,
		keys: { order: transactionHash(row, network), log: Number(log) },
		medium: 'token',
		state: 'done',
		type: '',
		memo: '',
		raw: row.raw,
	};
}
