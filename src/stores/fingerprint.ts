import { createHash, type Hash } from 'node:crypto';
import { STATEMENT_KINDS, type StatementKind } from '../ledger/statement.ts';
import type { RecordFilter, Store } from './contract.ts';

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
 * Reads a whole store once, as streams, through its contract alone: what cannot be read is not counted.
 *
 * @param filter only files still in the case; a store may hold others that it once read
 */
export async function takeStock(store: Store, filter: RecordFilter = {}): Promise<Stock> {
	const evidence = createHash('sha256');
	const held = await evidenceInto(evidence, store, filter);
	const decisions = await store.decisions();
	const run = createHash('sha256');
	const { transfers, findings, sums } = await runInto(run, store);
	const digests = {
		evidence: evidence.digest('hex'),
		decisions: createHash('sha256').update(canonical(decisions)).digest('hex'),
		run: run.digest('hex'),
	};
	return {
		counts: { ...held, decisions: decisions.length, transfers, findings },
		sums,
		...digests,
		fingerprint: createHash('sha256').update(Object.values(digests).join()).digest('hex'),
	};
}

async function evidenceInto(hash: Hash, store: Store, filter: RecordFilter) {
	const count = async (stream: AsyncIterable<readonly unknown[]>) => await streamInto(hash, stream);
	const list = (items: readonly unknown[]) => {
		hash.update(canonical(items));
		return items.length;
	};
	const { hashes } = filter;
	const files = list((await store.files()).filter((file) => hashes === undefined || hashes.has(file.hash)));
	const records = await count(store.records(filter));
	// They stand in the records, but each store has a reader of its own for them.
	await count(store.balances(filter));
	const statements = {} as Record<StatementKind, number>;
	for (const kind of STATEMENT_KINDS) statements[kind] = list(await store.statements(kind, filter));
	return {
		files,
		records,
		calls: await count(store.calls(filter)),
		...statements,
	};
}

async function runInto(hash: Hash, store: Store) {
	const sums = new Map<string, bigint>();
	const transfers = await streamInto(hash, store.transfers(), ({ asset, amount }) => {
		sums.set(asset, (sums.get(asset) ?? 0n) + amount);
	});
	const keys = await store.findingKeys();
	for (const key of keys) hash.update(canonical([key, (await store.finding(key)) ?? null]));
	return { transfers, findings: keys.length, sums: Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** Where one stream ends and the next begins shows in the hash: the count follows the items. */
async function streamInto<T>(
	hash: Hash,
	stream: AsyncIterable<readonly T[]>,
	each: (item: T) => void = () => {},
): Promise<number> {
	let count = 0;
	for await (const batch of stream) {
		for (const item of batch) {
			hash.update(canonical(item));
			each(item);
		}
		count += batch.length;
	}
	hash.update(`${count}`);
	return count;
}

/**
 * As JSON with sorted keys: two stores may name the properties of one statement in another order. Written out by hand,
 * because a replacer of `JSON.stringify` takes three times as long, and this reads whole cases.
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
