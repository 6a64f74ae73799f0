/** Transactions of one TRON address as OKLink exports them: TRX that moved, and the fee. */
import type { RecordState } from '../ledger/record.ts';
import { coinRecords } from './coin-record.ts';
import type { Source } from './contract.ts';
import { OKLINK_COLUMNS } from './oklink-columns.ts';
import { oklinkMoment } from './oklink-time.ts';
import type { Row } from './row.ts';
import { claimOn, findTables, type TableLayout } from './table-rows.ts';
import { chainAccount } from './token-record.ts';
import { readExportTable } from './token-table.ts';

const columns = {
	...OKLINK_COLUMNS,
	fee: ['fee', '手续费'],
	status: ['status', '状态'],
	contract: ['contractType', '合约类型'],
};
type Field = keyof typeof columns;

const layout: TableLayout<Field> = {
	columns,
	required: ['hash', 'utc', 'from', 'to', 'amount', 'fee', 'status'],
};

const STATES: ReadonlyMap<string, RecordState> = new Map([
	['success', 'done'],
	['true', 'done'],
	['成功', 'done'],
	['fail', 'failed'],
	['failed', 'failed'],
	['false', 'failed'],
	['revert', 'failed'],
	['out_of_energy', 'failed'],
	['out_of_time', 'failed'],
	['失败', 'failed'],
]);

const id = 'oklink-transactions';
const network = 'tron';
const TRX_DECIMALS = 6;

export const oklinkTransactions: Source = {
	id,
	version: 1,
	identify(sample) {
		const [found] = findTables(sample, layout);
		// With a contract it is the export of token transfers.
		if (!found || found.header.columns.token !== undefined) return undefined;
		const rows = sample.sheets.find(({ name }) => name === found.sheet)?.rows.slice(found.header.index + 1) ?? [];
		// Of other networks the coin is not told.
		const other = rows.some((cells) => cells[found.header.columns.from ?? 0]?.startsWith('0x'));
		return other ? undefined : claimOn(found, 95);
	},
	read: (file) =>
		readExportTable(file, layout, () => ({
			moment: oklinkMoment,
			fate(row, moment, sequence) {
				const records = coinRecords(row, { source: id, network, ...transactionIn(row) }, moment, sequence);
				if (!movesNothing(row)) return { records };
				return records.length > 1 ? { records: records.slice(1) } : { skip: 'not-a-transfer' };
			},
		})),
};

/** A vote or the like has no receiver: it moves nothing but its fee. */
function movesNothing(row: Row<Field>): boolean {
	return row.text('to') === '' && row.amount('amount', TRX_DECIMALS) === 0n;
}

function transactionIn(row: Row<Field>) {
	// A value in TRC-10 tokens is not TRX, and a symbol names no token.
	const symbol = row.text('symbol');
	if (symbol !== '' && symbol.toUpperCase() !== 'TRX') throw row.fault('symbol', 'value');
	const state = STATES.get(row.needed('status').toLowerCase());
	if (state === undefined) throw row.fault('status', 'value');
	return {
		from: chainAccount(row, 'from', network),
		to: chainAccount(row, movesNothing(row) ? 'from' : 'to', network),
		amount: row.amount('amount', TRX_DECIMALS),
		fee: row.text('fee') === '' ? 0n : row.amount('fee', TRX_DECIMALS),
		state,
		type: row.text('contract'),
		memo: '',
	};
}
