/** What Etherscan's exports of normal and of internal transactions have in common: how much of which coin moved. */
import type { Sample } from './contract.ts';
import type { Row } from './row.ts';
import { type FoundTable, findTables, type TableLayout } from './table-rows.ts';

export type ValueField = 'in' | 'out';

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

/** The first table of the layout whose columns all name one coin. */
export function coinTable<F extends string>(
	sample: Sample,
	layout: TableLayout<F | ValueField>,
): FoundTable<F | ValueField> | undefined {
	return findTables(sample, layout).find((found) => networkIn(found) !== undefined);
}

/** The network of the coin in the header; undefined where columns name different ones. */
export function networkIn<F extends string>({ header }: FoundTable<F | ValueField>): string | undefined {
	const [first, ...others] = [header.columns.in, header.columns.out].map((column) => {
		const name = header.names[column ?? -1] ?? '';
		return NETWORKS.get(name.slice(name.indexOf('(') + 1, -1).toUpperCase());
	});
	return others.every((network) => network === first) ? first : undefined;
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
