import { createHash, type Hash } from 'node:crypto';
import { STATEMENT_KINDS, type StatementKind } from '../ledger/statement.ts';
import type { Store } from './contract.ts';

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

/** Reads a whole store once, as streams, through its contract alone: what cannot be read is not counted. */
export async function takeStock(store: Store): Promise<Stock> {
	const evidence = createHash('sha256');
	const held = await evidenceInto(evidence, store);
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

async function evidenceInto(hash: Hash, store: Store) {
	const count = async (stream: AsyncIterable<readonly unknown[]>) => await streamInto(hash, stream);
	const list = (items: readonly unknown[]) => {
		hash.update(canonical(items));
		return items.length;
	};
	const files = list(await store.files());
	const records = await count(store.records());
	// They stand in the records, but each store has a reader of its own for them.
	await count(store.balances());
	const statements = {} as Record<StatementKind, number>;
	for (const kind of STATEMENT_KINDS) statements[kind] = list(await store.statements(kind));
	return {
		files,
		records,
		calls: await count(store.calls()),
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

/** As JSON with sorted keys: two stores may name the properties of one statement in another order. */
function canonical(value: unknown): string {
	return JSON.stringify(value, (_key, part: unknown) => {
		if (typeof part === 'bigint') return { $bigint: part.toString() };
		if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
		return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
	});
}
