import type { Graph } from './graph.ts';
import { alongStretches } from './stretches.ts';
import type { Terrain } from './terrain.ts';
import type { Cut } from './types.ts';
import { type Crossing, crossingsBy, UNREACHED, type Way, windowCuts } from './way.ts';

/** How a path came to a transfer: hops so far, and the transfer before it (-1: it starts here). */
interface Arrival {
	readonly hops: number;
	readonly before: number;
}

/**
 * From the start: the fewest hops to every transfer, and the transfer before it on such a path. An account keeps the
 * best arrival so far, a transfer the one that held when it happened, so that paths never run backwards.
 */
export class Forward {
	/** By position, 1 for a start; 0 where it is not reached. */
	readonly hops: Uint16Array;
	/** Position of the transfer into the end that comes first, and of the one with the fewest hops; -1 where there is none. */
	earliest = -1;
	fewest = -1;
	private readonly graph: Graph;
	private readonly way: Way;
	private readonly terrain: Terrain;
	private readonly before: Int32Array;
	private readonly accounts: Uint16Array;
	private readonly best: Int32Array;
	/** By the position at which they depart, and at which they arrive. */
	private readonly departing: ReadonlyMap<number, readonly Crossing[]>;
	private readonly arriving: ReadonlyMap<number, readonly Crossing[]>;
	/** By leg given: how a path came to it when it departed. */
	private readonly reserved = new Map<number, Arrival>();
	/** Legs whose best path came across the conversion: what was given, and the transfer before that. */
	private readonly crossed = new Map<number, { readonly give: number; readonly before: number }>();
	private readonly hubs = new Set<number>();
	private deeper = 0;
	private smaller = 0;

	constructor(graph: Graph, way: Way, terrain: Terrain) {
		this.graph = graph;
		this.way = way;
		this.terrain = terrain;
		this.hops = new Uint16Array(graph.size);
		this.before = new Int32Array(graph.size);
		this.accounts = new Uint16Array(graph.accounts.length).fill(UNREACHED);
		for (let account = 0; account < way.starts.length; account++) {
			if (way.starts[account] === 1) this.accounts[account] = 0;
		}
		this.best = new Int32Array(graph.accounts.length).fill(-1);
		this.departing = crossingsBy(way.crossings, ({ departs }) => departs);
		this.arriving = crossingsBy(way.crossings, ({ get }) => get);
	}

	run(): this {
		const { knots, first, end } = this.way;
		alongStretches(
			knots,
			first,
			end,
			(from, until) => this.plain(from, until),
			(from, until) => this.knot(from, until),
		);
		for (let i = first; i < end; i++) {
			if (this.hops[i] === 0 || !this.terrain.isEnd(i)) continue;
			if (this.earliest < 0) this.earliest = i;
			if (this.fewest < 0 || (this.hops[i] as number) < (this.hops[this.fewest] as number)) this.fewest = i;
		}
		return this;
	}

	/** The path of fewest hops that ends with a reached transfer. */
	pathTo(transfer: number): number[] {
		const path: number[] = [];
		for (let at = transfer; at >= 0; ) {
			path.push(at);
			const crossing = this.crossed.get(at);
			if (crossing !== undefined) path.push(crossing.give);
			at = crossing?.before ?? (this.before[at] as number);
		}
		return path.reverse();
	}

	cuts(): Cut[] {
		const found: Cut[] = [
			{ limit: 'depth', count: this.way.depth === UNREACHED ? 0 : this.deeper },
			...windowCuts(this.graph, this.way, this.accounts),
			{ limit: 'hub', count: this.hubs.size },
			{ limit: 'min', count: this.smaller },
		];
		return found.filter(({ count }) => count > 0);
	}

	private plain(from: number, end: number): void {
		for (let i = from; i < end; i++) {
			const hops = this.accounts[this.graph.src[i] as number] as number;
			if (hops === UNREACHED || this.cut(i, hops)) continue;
			this.improve(i, hops + 1, this.best[this.graph.src[i] as number] as number);
		}
	}

	/** Transfers without known order, starts and legs: repeated until nothing new is reached. */
	private knot(from: number, end: number): void {
		for (let changed = true; changed; ) {
			changed = false;
			for (let i = from; i < end; i++) if (this.step(i) && end - from > 1) changed = true;
		}
		for (let i = from; i < end; i++) {
			const hops = this.accounts[this.graph.src[i] as number] as number;
			if (hops !== UNREACHED) this.cut(i, hops);
		}
	}

	private step(i: number): boolean {
		// What departs here left before this transfer reached anybody.
		for (const { give } of this.departing.get(i) ?? []) {
			const departs = this.arrival(give);
			if (departs !== undefined) this.reserved.set(give, departs);
		}
		const arrival = this.arrival(i);
		let changed = arrival !== undefined && this.improve(i, arrival.hops, arrival.before);
		for (const crossing of this.arriving.get(i) ?? []) if (this.cross(crossing)) changed = true;
		return changed;
	}

	private cross({ give, get }: Crossing): boolean {
		const given = this.reserved.get(give);
		if (given === undefined || given.hops >= this.way.depth || !this.terrain.follows(get)) return false;
		if (!this.improve(get, given.hops + 1, give)) return false;
		this.crossed.set(get, { give, before: given.before });
		return true;
	}

	/** How a path comes to a transfer that starts now, if it does. */
	private arrival(i: number): Arrival | undefined {
		if (this.way.startTransfers.has(i)) return { hops: 1, before: -1 };
		const payer = this.graph.src[i] as number;
		const hops = this.accounts[payer] as number;
		if (hops >= this.way.depth || !this.terrain.follows(i)) return undefined;
		return { hops: hops + 1, before: this.best[payer] as number };
	}

	private improve(i: number, hops: number, before: number): boolean {
		if (this.hops[i] !== 0 && hops >= (this.hops[i] as number)) return false;
		this.crossed.delete(i);
		this.hops[i] = hops;
		this.before[i] = before;
		if (this.terrain.isEnd(i)) return true;
		const payee = this.graph.dst[i] as number;
		if (this.terrain.isHub(payee)) this.hubs.add(payee);
		if (hops < (this.accounts[payee] as number) && this.terrain.goesOn(payee)) {
			this.accounts[payee] = hops;
			this.best[payee] = i;
		}
		return true;
	}

	/** Whether a limit keeps out a transfer whose payer was reached. */
	private cut(i: number, hops: number): boolean {
		if (hops >= this.way.depth) {
			this.deeper += 1;
			return true;
		}
		if (this.terrain.follows(i)) return false;
		this.smaller += 1;
		return true;
	}
}
