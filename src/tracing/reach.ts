import type { Graph } from './graph.ts';
import { alongStretches } from './stretches.ts';
import type { Cut } from './types.ts';
import { type Crossing, crossingsBy, FARTHEST, UNREACHED, type Way, type WayQuestion, way, windowCuts } from './way.ts';

/** What money could have reached at all, whatever policy is believed. */
export interface Reach {
	/** By position: transfers from the start, 1 for the first; 0 where it is not reached. */
	readonly hops: Uint16Array;
	/** By account: fewest transfers from the start, 0 for a start, UNREACHED. */
	readonly accounts: Uint16Array;
	readonly cuts: readonly Cut[];
}

/**
 * Time-respecting reach: one pass in the order of the graph. A transfer is reached when its payer was reached before it;
 * inside a tie group, where no order is known, also when it was reached there. Never backwards. Assets are not told
 * apart: what an account received in one it may have spent in another. Across a conversion what comes is reached
 * when an account that gave was reached before it gave, or before the first leg arrived.
 *
 * Uses `depth`, `since` and `until` of the limits.
 *
 * @param along by position: 0 where a transfer does not count, NO_ARRIVAL where it does but its payee is not reached by it;
 * all count where it is left out
 */
export function reach(graph: Graph, question: WayQuestion, along?: Uint8Array): Reach {
	const resolved = way(graph, question);
	const sweep = new Sweep(graph, resolved, along);
	alongStretches(
		resolved.knots,
		resolved.first,
		resolved.end,
		(from, end) => sweep.plain(from, end),
		(from, end) => sweep.knot(from, end),
	);
	const found: Cut[] = [
		{ limit: 'depth', count: resolved.depth === UNREACHED ? 0 : sweep.deeper },
		...windowCuts(graph, resolved, sweep.accounts),
	];
	return {
		hops: sweep.hops,
		accounts: sweep.accounts.map((hops) => hops & UNREACHED),
		cuts: found.filter(({ count }) => count > 0),
	};
}

/** Of a transfer that counts: what it carries does not come to its payee. */
export const NO_ARRIVAL = 2;

/** Added to the hops of an account that ends a branch: so it is beyond every depth. */
const BARRED = 0x8000;

class Sweep {
	readonly hops: Uint16Array;
	/** Hops, and BARRED where the account does not go on: one column, because a second would not stay in the cache. */
	readonly accounts: Uint16Array;
	/** Transfers from accounts that stand at the limit of depth. */
	deeper = 0;
	private readonly graph: Graph;
	private readonly way: Way;
	private readonly along: Uint8Array | undefined;
	/** By the position at which they depart, and at which they arrive. */
	private readonly departing: ReadonlyMap<number, readonly Crossing[]>;
	private readonly arriving: ReadonlyMap<number, readonly Crossing[]>;
	/** By leg given: its hops when it departed. */
	private readonly reserved = new Map<number, number>();

	constructor(graph: Graph, resolved: Way, along: Uint8Array | undefined) {
		this.graph = graph;
		this.way = resolved;
		this.along = along;
		this.hops = new Uint16Array(graph.size);
		this.accounts = new Uint16Array(graph.accounts.length);
		for (let account = 0; account < this.accounts.length; account++) {
			const barred = resolved.service[account] === 1 ? BARRED : 0;
			this.accounts[account] = resolved.starts[account] === 1 ? 0 : UNREACHED | barred;
		}
		this.departing = crossingsBy(resolved.crossings, ({ departs }) => departs);
		this.arriving = crossingsBy(resolved.crossings, ({ get }) => get);
	}

	/**
	 * Transfers whose order is known. Written without branches: which accounts are reached is as good as random, and a
	 * wrong guess costs more than the rest of the step. `mask` is all ones where the payer can go on.
	 */
	plain(from: number, end: number): void {
		if (this.along !== undefined) {
			this.knot(from, end, false);
			return;
		}
		const { src, dst } = this.graph;
		const { hops, accounts } = this;
		const { depth } = this.way;
		let deeper = 0;
		for (let i = from; i < end; i++) {
			const payer = src[i] as number;
			const payee = dst[i] as number;
			const before = accounts[payer] as number;
			const mask = (before - depth) >> 31;
			const after = before + ((before - FARTHEST) >>> 31);
			deeper += ((before ^ depth) - 1) >>> 31;
			hops[i] = after & mask;
			const known = accounts[payee] as number;
			const gain = ((after & mask) | (UNREACHED & ~mask)) - (known & UNREACHED);
			accounts[payee] = known + (gain & (gain >> 31));
		}
		this.deeper += deeper;
	}

	/** Transfers without known order, starts and legs: repeated until nothing new is reached. */
	knot(from: number, end: number, again = end - from > 1): void {
		for (let changed = true; changed; ) {
			changed = false;
			for (let i = from; i < end; i++) if (this.step(i) && again) changed = true;
		}
		for (let i = from; i < end; i++)
			if (this.accounts[this.graph.src[i] as number] === this.way.depth) this.deeper += 1;
	}

	private step(i: number): boolean {
		const payee = this.graph.dst[i] as number;
		for (const { give } of this.departing.get(i) ?? []) this.reserved.set(give, this.leaving(give));
		if (this.along?.[i] === 0) return false;
		let hops = this.leaving(i);
		for (const { give } of this.arriving.get(i) ?? [])
			hops = Math.min(hops, this.after(this.reserved.get(give) as number));
		if (hops === UNREACHED) return false;
		const known = this.accounts[payee] as number;
		const gain = this.along?.[i] === NO_ARRIVAL ? 0 : Math.min(0, hops - (known & UNREACHED));
		const changed = this.hops[i] === 0 || hops < (this.hops[i] as number) || gain < 0;
		this.hops[i] = hops;
		this.accounts[payee] = known + gain;
		return changed;
	}

	/** Hops of a transfer that leaves now. */
	private leaving(i: number): number {
		if (this.way.startTransfers.has(i)) return 1;
		return this.after(this.accounts[this.graph.src[i] as number] as number);
	}

	private after(hops: number): number {
		return hops < this.way.depth ? Math.min(hops + 1, FARTHEST) : UNREACHED;
	}
}
