import type { Graph } from './graph.ts';
import type { Exchange } from './plan.ts';
import type { Terrain } from './terrain.ts';
import type { Cut } from './types.ts';
import { UNREACHED, type Way, windowCuts } from './way.ts';

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
	private readonly exchanges = new Map<number, Exchange>();
	/** By exchange: how a path came to its coins, when these left before their yuan came. */
	private readonly reserved = new Map<Exchange, Arrival>();
	/** Yuan transfers whose best path came across the cash-out: its coins, and the transfer before those. */
	private readonly crossed = new Map<number, { readonly coin: number; readonly before: number }>();
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
		for (const exchange of way.exchanges) {
			this.exchanges.set(exchange.coin, exchange);
			this.exchanges.set(exchange.yuan, exchange);
		}
	}

	run(): this {
		const { knots, first, end } = this.way;
		let done = first;
		for (let k = 0; k < knots.length; k += 2) {
			this.plain(done, knots[k] as number);
			this.knot(knots[k] as number, knots[k + 1] as number);
			done = knots[k + 1] as number;
		}
		this.plain(done, end);
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
			if (crossing !== undefined) path.push(crossing.coin);
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
			for (let i = from; i < end; i++) if (this.step(i)) changed = true;
		}
		for (let i = from; i < end; i++) {
			const hops = this.accounts[this.graph.src[i] as number] as number;
			if (hops !== UNREACHED) this.cut(i, hops);
		}
	}

	private step(i: number): boolean {
		const exchange = this.exchanges.get(i);
		const arrival = this.arrival(i);
		let changed = false;
		if (arrival !== undefined) {
			if (exchange?.coin === i) this.reserved.set(exchange, arrival);
			changed = this.improve(i, arrival.hops, arrival.before);
		}
		if (exchange?.yuan !== i || !this.terrain.follows(i)) return changed;
		const coins = exchange.coin < i ? this.reserved.get(exchange) : this.arrival(exchange.coin);
		if (coins === undefined || coins.hops >= this.way.depth) return changed;
		if (this.hops[i] !== 0 && coins.hops + 1 >= (this.hops[i] as number)) return changed;
		this.crossed.set(i, { coin: exchange.coin, before: coins.before });
		return this.improve(i, coins.hops + 1, exchange.coin) || changed;
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
		if (this.exchanges.get(i)?.coin !== before) this.crossed.delete(i);
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
