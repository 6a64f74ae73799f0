import { hash } from 'node:crypto';
import { STATEMENT_KINDS, type StatementKind } from '../ledger/statement.ts';
import type { RecordFilter, Store } from './contract.ts';
import type { FileStock, SaidKind } from './tally.ts';

/** How many of each kind a store holds. */
export interface StockCounts extends Readonly<Record<StatementKind, number>> {
	readonly files: number;
	readonly records: number;
	readonly calls: number;
	readonly decisions: number;
	readonly transfers: number;
	readonly findings: number;
}

/** What a store holds, in figures that are equal in every store that holds the same. */
export interface Stock {
	readonly counts: StockCounts;
	/** Sum of the amounts of all transfers by asset, in its smallest unit; assets sorted. */
	readonly sums: Readonly<Record<string, bigint>>;
	/** SHA-256 of the files with all their statements, of the decisions, and of the last run. */
	readonly evidence: string;
	readonly decisions: string;
	readonly run: string;
	/** One hash over these three. */
	readonly fingerprint: string;
}

/** The same with sums as text, as JSON holds them exactly. */
export type PlainStock = Omit<Stock, 'sums'> & { readonly sums: Readonly<Record<string, string>> };

export function plainStock({ sums, ...stock }: Stock): PlainStock {
	return { ...stock, sums: Object.fromEntries(Object.entries(sums).map(([asset, sum]) => [asset, sum.toString()])) };
}

/**
 * Takes stock of a store.
 *
 * @param how `noted`: by what was noted when things were written, which reads next to nothing; `counted`: by reading all
 * that is there, which tells whether it still is what was written
 * @param filter only files still in the case; a store may hold others that it once read
 */
export async function takeStock(store: Store, how: 'noted' | 'counted', filter: RecordFilter = {}): Promise<Stock> {
	const { hashes } = filter;
	const held = how === 'noted' ? await store.notedStock() : await store.countedStock(filter);
	const files = (await store.files()).filter(({ hash }) => hashes === undefined || hashes.has(hash));
	const stocks = files.map(({ hash }) => stockOf(held.files, hash));
	const decisions = await store.decisions();
	const { transfers, findings, digest, sums } = held.run;
	const evidence = files.map((file, index) => [file, stocks[index]?.digest]);
	const digests = {
		evidence: hash('sha256', canonical(evidence)),
		decisions: hash('sha256', canonical(decisions)),
		run: digest,
	};
	const counted = SAID_KINDS.map((kind) => [kind, stocks.reduce((sum, { counts }) => sum + (counts[kind] ?? 0), 0)]);
	return {
		counts: {
			files: files.length,
			...(Object.fromEntries(counted) as Record<SaidKind, number>),
			decisions: decisions.length,
			transfers,
			findings,
		},
		sums: Object.fromEntries(Object.entries(sums).map(([asset, sum]) => [asset, BigInt(sum)])),
		...digests,
		fingerprint: hash('sha256', Object.values(digests).join()),
	};
}

const SAID_KINDS: readonly SaidKind[] = ['records', 'calls', ...STATEMENT_KINDS];

function stockOf(stocks: ReadonlyMap<string, FileStock>, hash: string): FileStock {
	const stock = stocks.get(hash);
	if (stock === undefined) throw new Error(`the store holds the file ${hash} without its stock`);
	return stock;
}

/**
 * As JSON with sorted keys: two stores may name the properties of one statement in another order. Written out by hand:
 * a replacer of `JSON.stringify` takes three times as long.
 */
function canonical(value: unknown): string {
	if (typeof value === 'bigint') return `{"$bigint":"${value}"}`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
	if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
	let text = '';
	for (const key of Object.keys(value).sort()) {
		const part = value[key as keyof typeof value] as unknown;
		if (part !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(part)}`;
	}
	return `{${text}}`;
}
