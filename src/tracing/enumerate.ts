import type { Forward } from './forward.ts';
import type { Graph } from './graph.ts';
import { hopsToEnd } from './hops-to-end.ts';
import type { Terrain } from './terrain.ts';
import type { Cut } from './types.ts';
import { type Crossing, crossingsBy, type Way } from './way.ts';

/** Longer paths are not listed: nobody reads them, and each hop is a call deep. */
const LONGEST = 2_000;

/** Transfers tried at most; a search that needs more is cut. */
const STEPS_MAX = 2_000_000;

/** Lists paths that reach no account twice, shortest first, up to a limit; its cut counts 1 where there are more. */
export function enumerate(
	graph: Graph,
	way: Way,
	terrain: Terrain,
	forward: Forward,
	limit: number,
): { readonly paths: readonly (readonly number[])[]; readonly cuts: readonly Cut[] } {
	if (forward.fewest < 0) return { paths: [], cuts: [] };
	const search = new Search(graph, way, terrain, hopsToEnd(graph, way, terrain, forward), limit + 1);
	const longest = Math.min(way.depth, LONGEST);
	let length = forward.hops[forward.fewest] as number;
	while (length <= longest && search.list(length)) length += 1;
	const more = search.paths.length > limit || search.steps > STEPS_MAX || (length > longest && longest === LONGEST);
	return { paths: search.paths.slice(0, limit), cuts: more ? [{ limit: 'paths', count: 1 }] : [] };
}

class Search {
	readonly paths: number[][] = [];
	steps = 0;
	private readonly graph: Graph;
	private readonly way: Way;
	private readonly terrain: Terrain;
	private readonly toEnd: Uint16Array;
	private readonly most: number;
	/** Transfers out of each account, ascending: those of account a from `starts[a]` to `starts[a + 1]`. */
	private readonly starts: Int32Array;
	private readonly outgoing: Int32Array;
	/** By account that gives. */
	private readonly crossings: ReadonlyMap<number, readonly Crossing[]>;
	private readonly visited: Uint8Array;
	private readonly path: number[] = [];
	private length = 0;
	private longer = false;

	constructor(graph: Graph, way: Way, terrain: Terrain, toEnd: Uint16Array, most: number) {
		this.graph = graph;
		this.way = way;
		this.terrain = terrain;
		this.toEnd = toEnd;
		this.most = most;
		this.visited = Uint8Array.from(way.starts);
		this.starts = new Int32Array(graph.accounts.length + 1);
		for (let i = way.first; i < way.end; i++) this.countOut(graph.src[i] as number, toEnd[i] === 0 ? 0 : 1);
		for (let a = 0; a < graph.accounts.length; a++) this.countOut(a, this.starts[a] as number);
		this.outgoing = new Int32Array(this.starts.at(-1) as number);
		const next = this.starts.slice();
		for (let i = way.first; i < way.end; i++) {
			if (toEnd[i] === 0) continue;
			const payer = graph.src[i] as number;
			this.outgoing[next[payer] as number] = i;
			next[payer] = (next[payer] as number) + 1;
		}
		this.crossings = crossingsBy(way.crossings, ({ give }) => graph.src[give] as number);
	}

	/** Lists all paths of exactly this length; returns whether longer ones may exist and are still wanted. */
	list(length: number): boolean {
		this.length = length;
		this.longer = false;
		for (const transfer of [...this.way.startTransfers].sort((a, b) => a - b)) this.startWith(transfer);
		for (let a = 0; a < this.way.starts.length; a++) if (this.way.starts[a] === 1) this.expand(a, this.way.first);
		return this.longer && this.wanted();
	}

	private startWith(transfer: number): void {
		const payer = this.graph.src[transfer] as number;
		if (this.way.starts[payer] === 1) return;
		this.tryTransfer(transfer);
		for (const crossing of this.crossings.get(payer) ?? []) if (crossing.give === transfer) this.tryCrossing(crossing);
	}

	private expand(account: number, from: number): void {
		const end = this.starts[account + 1] as number;
		for (let k = this.firstFrom(account, from); k < end && this.wanted(); k++) {
			const transfer = this.outgoing[k] as number;
			if (this.terrain.follows(transfer)) this.tryTransfer(transfer);
		}
		for (const crossing of this.crossings.get(account) ?? [])
			if (crossing.departs >= from && this.wanted() && this.terrain.follows(crossing.give)) this.tryCrossing(crossing);
	}

	private tryTransfer(transfer: number): void {
		if (!this.allows(transfer, 0)) return;
		this.path.push(transfer);
		this.arrive(transfer);
		this.path.pop();
	}

	private tryCrossing({ give, get }: Crossing): void {
		if (!this.terrain.follows(get) || !this.allows(get, 1)) return;
		if (this.path.includes(give) || this.path.includes(get)) return;
		this.path.push(give, get);
		this.arrive(get);
		this.path.length -= 2;
	}

	private allows(transfer: number, extra: number): boolean {
		this.steps += 1;
		const toEnd = this.toEnd[transfer] as number;
		if (toEnd === 0) return false;
		if (this.path.length + extra + toEnd <= this.length) return true;
		this.longer = true;
		return false;
	}

	private arrive(transfer: number): void {
		const payee = this.graph.dst[transfer] as number;
		if (this.terrain.isEnd(transfer)) {
			if (this.path.length === this.length) this.paths.push([...this.path]);
			return;
		}
		if (this.visited[payee] === 1 || !this.terrain.goesOn(payee)) return;
		this.visited[payee] = 1;
		this.expand(payee, this.afterwards(transfer));
		this.visited[payee] = 0;
	}

	/** First position that may follow a transfer: the start of its tie group or transaction, or the next. */
	private afterwards(transfer: number): number {
		const { groups } = this.graph;
		let low = 0;
		let high = groups.length >> 1;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((groups[2 * middle + 1] as number) > transfer) high = middle;
			else low = middle + 1;
		}
		const start = groups[2 * low];
		return start !== undefined && start <= transfer ? start : transfer + 1;
	}

	private firstFrom(account: number, position: number): number {
		let low = this.starts[account] as number;
		let high = this.starts[account + 1] as number;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.outgoing[middle] as number) >= position) high = middle;
			else low = middle + 1;
		}
		return low;
	}

	private wanted(): boolean {
		return this.paths.length < this.most && this.steps <= STEPS_MAX;
	}

	private countOut(account: number, transfers: number): void {
		this.starts[account + 1] = (this.starts[account + 1] as number) + transfers;
	}
}
