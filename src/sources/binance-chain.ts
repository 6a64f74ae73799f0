/** Deposits to and withdrawals from Binance, as its users export them with old and new headers. */
import { BINANCE_COLUMNS, type BinanceField, binanceChainRecords } from './binance-chain-record.ts';
import { binanceMoment, zoneIn } from './binance-time.ts';
import { ownerOf } from './coin-exchange.ts';
import type { EvidenceFile, Hints, Sample, Source } from './contract.ts';
import { claimOn, type FoundTable, findTables, type TableLayout } from './table-rows.ts';
import { readExportTable } from './token-table.ts';

const layout: TableLayout<BinanceField> = {
	columns: BINANCE_COLUMNS,
	required: ['time', 'coin', 'amount', 'address', 'hash', 'status'],
};

type Kind = 'deposit' | 'withdrawal' | 'either';

export const binanceDeposits: Source = {
	id: 'binance-deposits',
	version: 1,
	identify: (sample) => claim(sample, 'deposit'),
	read: (file, hints) => readChain(file, hints, 'binance-deposits', 'deposit'),
};

export const binanceWithdrawals: Source = {
	id: 'binance-withdrawals',
	version: 1,
	identify: (sample) => claim(sample, 'withdrawal'),
	read: (file, hints) => readChain(file, hints, 'binance-withdrawals', 'withdrawal'),
};

function claim(sample: Sample, wanted: 'deposit' | 'withdrawal') {
	const [found] = findTables(sample, layout);
	if (!found || zoneOf(found) === undefined) return undefined;
	const kind = kindOf(sample, found);
	if (kind === wanted) return claimOn(found, 95);
	const unclear = kind === 'either' && wanted === 'withdrawal';
	return unclear ? { ...claimOn(found, 40), hint: 'hint.deposit-or-withdrawal' } : undefined;
}

/** Old exports have one header for both, told apart by their names alone; but only a withdrawal costs a fee. */
function kindOf(sample: Sample, { sheet, header }: FoundTable<BinanceField>): Kind {
	const column = header.columns.fee;
	if (column === undefined) return 'deposit';
	if (header.names[column] === 'Fee') return 'withdrawal';
	const rows = sample.sheets.find(({ name }) => name === sheet)?.rows.slice(header.index + 1) ?? [];
	return rows.some((cells) => /[1-9]/.test(cells[column] ?? '')) ? 'withdrawal' : 'either';
}

function zoneOf({ header }: FoundTable<BinanceField>): number | undefined {
	return zoneIn(header.names[header.columns.time ?? -1] ?? '');
}

function readChain(file: EvidenceFile, hints: Hints, source: string, way: 'deposit' | 'withdrawal') {
	const shared = { source, way, owner: ownerOf('binance', file, hints), assets: hints.assets };
	return readExportTable(file, layout, (found) => {
		const offsetMinutes = zoneOf(found) ?? 0;
		return {
			moment: (row) => binanceMoment(row, offsetMinutes),
			fate: (row, moment, sequence) => ({ records: binanceChainRecords(row, { ...shared, moment, sequence }) }),
		};
	});
}
