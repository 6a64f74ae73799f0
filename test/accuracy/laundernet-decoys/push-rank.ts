import { joinLimbs } from '../../../src/tracing/amount.ts';
import type { Graph } from '../../../src/tracing/graph.ts';

/** Kept by an account of what is pushed to it; of what goes on, the part that goes forward in time: both as published. */
const KEPT = 0.15;
const FORWARD = 0.7;
/** An account is expanded while it holds more than this share of all that was seeded. */
const LEAST = 1e-6;

/**
 * Expand, push, rank, pop, in the manner of TTR (Wu et al. 2023): what is seeded spreads from account to account, forward
 * over later flows and back over earlier ones, by their value; each account keeps a part as its rank, and the account with
 * the most to pass on is opened next. Written from the published description; the floats rank, they count no money.
 *
 * @returns by account, its rank; 0 where it was never reached
 */
export function pushRank(graph: Graph, sources: ReadonlySet<string>): Float64Array {
	const amounts = Float64Array.from(graph.low, (low, k) => Number(joinLimbs(graph.high[k] as number, low)));
	const out = edgesBy(graph.src, graph.accounts.length);
	const back = edgesBy(graph.dst, graph.accounts.length);
	const ranks = new Float64Array(graph.accounts.length);
	/** What waits at each account: position of the flow that brought it -> how much. */
	const waiting: Map<number, number>[] = graph.accounts.map(() => new Map());
	const totals = new Float64Array(graph.accounts.length);
	const open = new Set<number>();
	const give = (account: number, position: number, part: number) => {
		const chips = waiting[account] as Map<number, number>;
		chips.set(position, (chips.get(position) ?? 0) + part);
		totals[account] = (totals[account] as number) + part;
		if ((totals[account] as number) >= LEAST) open.add(account);
	};
	const starts = graph.accounts.flatMap((account, k) => (sources.has(account) ? [k] : []));
	for (const start of starts) give(start, -1, 1 / starts.length);
	while (open.size > 0) {
		let next = -1;
		for (const account of open) if (next < 0 || (totals[account] as number) > (totals[next] as number)) next = account;
		open.delete(next);
		const chips = [...(waiting[next] as Map<number, number>)].sort(([a], [b]) => a - b);
		waiting[next] = new Map();
		ranks[next] = (ranks[next] as number) + KEPT * (totals[next] as number);
		totals[next] = 0;
		const forward = chips.map(([position, part]) => [position, part * (1 - KEPT) * FORWARD] as const);
		const backward = chips.map(([position, part]) => [position, part * (1 - KEPT) * (1 - FORWARD)] as const);
		const later = spread(out[next] as number[], amounts, forward);
		const earlier = spread([...(back[next] as number[])].reverse(), amounts, backward.reverse(), true);
		for (const [position, part] of later.given) give(graph.dst[position] as number, position, part);
		for (const [position, part] of earlier.given) give(graph.src[position] as number, position, part);
		ranks[next] = (ranks[next] as number) + later.stayed + earlier.stayed;
	}
	return ranks;
}

/** Divides what waits over the flows that come after it (before it, where `reverse`), by their value. */
function spread(
	edges: readonly number[],
	amounts: Float64Array,
	chips: readonly (readonly [number, number])[],
	reverse = false,
): { given: [number, number][]; stayed: number } {
	const left = new Float64Array(edges.length + 1);
	for (let k = edges.length - 1; k >= 0; k--)
		left[k] = (left[k + 1] as number) + (amounts[edges[k] as number] as number);
	const beyond = (edge: number, chip: number) => (reverse ? edge < chip : edge > chip);
	const given: [number, number][] = [];
	let stayed = 0;
	let perUnit = 0;
	let chip = 0;
	for (const [k, edge] of edges.entries()) {
		for (; chip < chips.length && beyond(edge, (chips[chip] as readonly [number, number])[0]); chip++)
			perUnit += (chips[chip] as readonly [number, number])[1] / (left[k] as number);
		if (perUnit > 0) given.push([edge, perUnit * (amounts[edge] as number)]);
	}
	for (; chip < chips.length; chip++) stayed += (chips[chip] as readonly [number, number])[1];
	return { given, stayed };
}

function edgesBy(ends: Int32Array, accounts: number): number[][] {
	const lists: number[][] = Array.from({ length: accounts }, () => []);
	for (const [position, end] of ends.entries()) (lists[end] as number[]).push(position);
	return lists;
}
