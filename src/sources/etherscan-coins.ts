/** What Etherscan's exports of normal and of internal transactions have in common: how much of which coin moved. */
import type { AccountId } from '../ledger/account.ts';
import { type CoinRow, coinRecords } from './coin-record.ts';
import type { Sample, Source } from './contract.ts';
import { etherscanMoment } from './etherscan-time.ts';
import type { Row } from './row.ts';
import { claimOn, type FoundTable, findTables, type TableLayout } from './table-rows.ts';
import { chainAccount } from './token-record.ts';
import { readExportTable } from './token-table.ts';

type ValueField = 'in' | 'out';
type CoinField = ValueField | 'hash' | 'block' | 'unix' | 'utc';

/** What a row says of the coins that moved, and of the fee. */
export type MovedCoins = Omit<CoinRow, 'source' | 'network'>;

interface CoinExport<F extends string> extends TableLayout<F | CoinField> {
	readonly id: string;
	/** @throws RowFault naming the cell that cannot be read */
	moved(row: Row<F | CoinField>, network: string): MovedCoins;
}

/** Networks by the coin in brackets. Arbitrum's own explorer prints ETH as well: its exports cannot be told apart. */
const NETWORKS: ReadonlyMap<string, string> = new Map([
	['ETH', 'eth'],
	['BNB', 'bsc'],
	['MATIC', 'polygon'],
	['POL', 'polygon'],
]);

/** The header texts of a column that names its coin, `Value_IN(ETH)`. */
export function perCoin(text: string): readonly string[] {
	return [...NETWORKS.keys()].map((coin) => `${text}(${coin})`);
}

/** The source of an export whose columns name the network's coin. */
export function coinExportSource<F extends string>(table: CoinExport<F>): Source {
	const { id: source } = table;
	return {
		id: source,
		version: 1,
		identify(sample) {
			const found = coinTable(sample, table);
			return found && claimOn(found, 95);
		},
		read: (file) =>
			readExportTable(file, table, (found) => {
				const network = networkIn(found);
				return {
					moment: etherscanMoment,
					fate(row, moment, sequence) {
						if (network === undefined) throw row.fault('in', 'columns');
						return { records: coinRecords(row, { source, network, ...table.moved(row, network) }, moment, sequence) };
					},
				};
			}),
	};
}

/** The first table of the layout whose columns all name one coin. */
function coinTable<F extends string>(sample: Sample, layout: TableLayout<F>): FoundTable<F> | undefined {
	return findTables(sample, layout).find((found) => networkIn(found) !== undefined);
}

/** The network of the coin in the header; undefined where columns name different ones. */
function networkIn({ header }: FoundTable<ValueField>): string | undefined {
	const [first, ...others] = [header.columns.in, header.columns.out].map((column) => {
		const name = header.names[column ?? -1] ?? '';
		return NETWORKS.get(name.slice(name.indexOf('(') + 1, -1).toUpperCase());
	});
	return others.every((network) => network === first) ? first : undefined;
}

/** Who got the coins. A contract that was made has no receiver: what was sent went to it. @throws RowFault */
export function receiverOf(row: Row<'to' | 'created'>, network: string): AccountId {
	return chainAccount(row, row.text('to') === '' && row.text('created') !== '' ? 'created' : 'to', network);
}

/**
 * What moved, in smallest units. The two columns are seen from the exported address, which no cell names: one of them
 * holds the amount, or both the same where an address paid itself. Sender and receiver stand in columns of their own.
 *
 * @throws RowFault `amount`, `amount-damaged`
 */
export function movedValue(row: Row<ValueField>): bigint {
	const [into, out] = (['in', 'out'] as const).map((field) => (row.text(field) === '' ? 0n : row.amount(field, 18)));
	if (row.text('in') === '' && row.text('out') === '') throw row.fault('in', 'amount');
	if (into === undefined || out === undefined || into === 0n) return out ?? 0n;
	if (out !== 0n && out !== into) throw row.fault('out', 'amount');
	return into;
}
