import { exceeds, writeAmount } from './amount.ts';
import type { Graph } from './graph.ts';
import type { Limits } from './types.ts';
import type { Way } from './way.ts';

/** Where paths end. */
export interface Goal {
	/** By account: 1 where a path ends. */
	readonly accounts: Uint8Array;
	readonly transfers: ReadonlySet<number>;
}

/** Which transfers a path may use, and from which accounts it may go on. */
export class Terrain {
	private readonly graph: Graph;
	private readonly way: Way;
	private readonly goal: Goal;
	/** By account, 1 where it has more transfers than the hub limit allows; undefined without limit. */
	private readonly hubs: Uint8Array | undefined;
	/** By asset, two cells each: the least amount that is followed; undefined without limit. */
	private readonly least: Float64Array | undefined;
	private readonly hand = new Float64Array(2);

	constructor(graph: Graph, way: Way, goal: Goal, limits: Limits) {
		this.graph = graph;
		this.way = way;
		this.goal = goal;
		this.hubs = limits.hub === undefined ? undefined : hubs(graph, limits.hub);
		if (limits.min === undefined) return;
		this.least = new Float64Array(2 * graph.assets.length);
		for (const [k, asset] of graph.assets.entries()) writeAmount(this.least, 2 * k, limits.min.get(asset) ?? 0n);
	}

	/** Whether the amount is large enough. */
	follows(i: number): boolean {
		if (this.least === undefined) return true;
		this.hand[0] = this.graph.high[i] as number;
		this.hand[1] = this.graph.low[i] as number;
		return !exceeds(this.least, 2 * (this.graph.asset[i] as number), this.hand, 0);
	}

	isEnd(i: number): boolean {
		return this.goal.accounts[this.graph.dst[i] as number] === 1 || this.goal.transfers.has(i);
	}

	isHub(account: number): boolean {
		return this.hubs?.[account] === 1 && this.way.starts[account] === 0;
	}

	goesOn(account: number): boolean {
		return this.way.service[account] === 0 && this.goal.accounts[account] === 0 && !this.isHub(account);
	}
}

function hubs(graph: Graph, most: number): Uint8Array {
	const degree = new Int32Array(graph.accounts.length);
	for (let i = 0; i < graph.size; i++) {
		const payer = graph.src[i] as number;
		const payee = graph.dst[i] as number;
		degree[payer] = (degree[payer] as number) + 1;
		if (payer !== payee) degree[payee] = (degree[payee] as number) + 1;
	}
	return Uint8Array.from(degree, (transfers) => (transfers > most ? 1 : 0));
}
