import type { Driver } from 'neo4j-driver';
import { statement as storeStatement } from '../../src/stores/neo4j/cypher.ts';
import { openStore } from '../../src/stores/open.ts';
import { highLimb, lowLimb } from '../../src/tracing/amount.ts';
import type { ServerLogin } from '../neo4j/server.ts';
import { medianOf } from './measure.ts';
import { STORE_CASE } from './neo4j-load.ts';
import { takeRows } from './neo4j-statements.ts';
import type { GraphWorld } from './neo4j-world.ts';
import type { BenchRow } from './row.ts';

const ROUNDS = 5;
/** What the store fetches at a time. */
const STORE_FETCH = 5_000;

/** All transfers in order into typed arrays: by the store, beside a bare driver with the same statement. */
export async function streamFigures(server: ServerLogin, driver: Driver, world: GraphWorld): Promise<BenchRow[]> {
	const size = world.transfers.length;
	const store = await openStore({ ...server, case: STORE_CASE, runs: 1 });
	const session = driver.session({ fetchSize: STORE_FETCH, defaultAccessMode: 'READ' });
	const text = storeStatement('read/transfers');
	const times: { store: number[]; bare: number[] } = { store: [], bare: [] };
	try {
		for (let round = 0; round <= ROUNDS; round++) {
			const ours = new Columns(size);
			const start = performance.now();
			for await (const batch of store.transfers()) {
				for (const { from, to, instant, amount } of batch) ours.add(from, to, instant, amount);
			}
			const between = performance.now();
			const bare = new Columns(size);
			await takeRows(session, text, { case: STORE_CASE }, ([list]) => {
				const cells = list as unknown[];
				bare.add(cells[3] as string, cells[4] as string, cells[11] as number, BigInt(cells[8] as string));
			});
			const end = performance.now();
			if (ours.sum() !== bare.sum()) throw new Error('the store and the bare stream differ');
			if (round === 0) continue;
			times.store.push(between - start);
			times.bare.push(end - between);
		}
	} finally {
		await session.close();
		await store.close();
	}
	const value = (size * 1000) / medianOf(times.store);
	const against = (size * 1000) / medianOf(times.bare);
	return [
		{
			name: 'neo4j, stream all in order, beside the bare driver',
			size,
			value,
			unit: 'rows/s',
			against,
			ratio: value / against,
		},
	];
}

class Columns {
	private readonly numbers = new Map<string, number>();
	private readonly src: Int32Array;
	private readonly dst: Int32Array;
	private readonly time: Float64Array;
	private readonly high: Float64Array;
	private readonly low: Float64Array;
	private size = 0;

	constructor(size: number) {
		this.src = new Int32Array(size);
		this.dst = new Int32Array(size);
		this.time = new Float64Array(size);
		this.high = new Float64Array(size);
		this.low = new Float64Array(size);
	}

	add(from: string, to: string, instant: number, amount: bigint): void {
		const at = this.size++;
		this.src[at] = this.number(from);
		this.dst[at] = this.number(to);
		this.time[at] = instant;
		this.high[at] = highLimb(amount);
		this.low[at] = lowLimb(amount);
	}

	/** Depends on the order. */
	sum(): number {
		let sum = this.size;
		for (let i = 0; i < this.size; i++) {
			const cells = (this.src[i] ?? 0) + 3 * (this.dst[i] ?? 0) + 7 * (this.high[i] ?? 0) + (this.low[i] ?? 0);
			sum = (sum * 31 + cells + (this.time[i] ?? 0)) % 2_147_483_647;
		}
		return sum;
	}

	private number(account: string): number {
		const known = this.numbers.get(account);
		if (known !== undefined) return known;
		this.numbers.set(account, this.numbers.size);
		return this.numbers.size - 1;
	}
}
