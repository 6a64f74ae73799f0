import { departure, exchangeOf } from './exchange.ts';
import { flags, type Graph, positionsOf } from './graph.ts';
import { outermost } from './stretches.ts';
import type { Conversion, Cut, Ends, Limits } from './types.ts';

/** Where to look for reach and paths. */
export interface WayQuestion {
	readonly from: Ends;
	/** Accounts that end a branch, unless one starts from them. */
	readonly services: ReadonlySet<string>;
	readonly conversions: readonly Conversion[];
	readonly limits: Limits;
}

/** Hops of what was not reached. */
export const UNREACHED = 0x7fff;

/** Whatever is farther away counts as this far. */
export const FARTHEST = 0x7ffe;

/** One leg given for one leg that arrived: a way across a conversion, open to whoever was there when the first departed. */
export interface Crossing {
	readonly give: number;
	readonly get: number;
	/** Position at which what is given is drawn. */
	readonly departs: number;
}

/** A question in the numbers of its graph. */
export interface Way {
	/**
	 * Positions inside since and until: from the first transfer that is not too early to the last that is not too late.
	 * Where a chain's order and its instants disagree, the order rules.
	 */
	readonly first: number;
	readonly end: number;
	readonly depth: number;
	/** By account: 1 where the way starts. */
	readonly starts: Uint8Array;
	readonly startTransfers: ReadonlySet<number>;
	/** By account: 1 where it does not go on. */
	readonly service: Uint8Array;
	readonly crossings: readonly Crossing[];
	/** Stretches where order is not enough, ascending, as first position, end, ...: tie groups, transactions, starts, legs. */
	readonly knots: readonly number[];
}

/** @throws Error where a transfer is not in the graph */
export function way(graph: Graph, question: WayQuestion): Way {
	const { since, until, depth } = question.limits;
	const startIds = question.from.transfers ?? [];
	const at = positionsOf(graph, startIds);
	let first = 0;
	let end = graph.size;
	if (since !== undefined) while (first < end && (graph.time[first] as number) < since) first += 1;
	if (until !== undefined) while (end > first && (graph.time[end - 1] as number) > until) end -= 1;
	const inside = (position: number): boolean => position >= first && position < end;
	const startTransfers = new Set(startIds.map((id) => at.get(id) as number).filter(inside));
	const crossings = question.conversions
		.flatMap((conversion) => crossingsOf(graph, conversion))
		.filter(({ give, get, departs }) => inside(give) && inside(get) && inside(departs));
	const starts = flags(graph, question.from.accounts ?? []);
	const service = flags(graph, question.services);
	for (let account = 0; account < starts.length; account++) if (starts[account] === 1) service[account] = 0;
	return {
		first,
		end,
		depth: Math.min(depth ?? UNREACHED, UNREACHED),
		starts,
		startTransfers,
		service,
		crossings,
		knots: knots(graph, first, end, [
			...startTransfers,
			...crossings.flatMap(({ give, get, departs }) => [give, get, departs]),
		]),
	};
}

/**
 * What `since` and `until` kept out: transfers of the starts before, and of reached accounts after.
 *
 * @param accounts hops by account at the end of the way
 */
export function windowCuts(graph: Graph, resolved: Way, accounts: Uint16Array): Cut[] {
	let early = 0;
	for (let i = 0; i < resolved.first; i++) early += resolved.starts[graph.src[i] as number] as number;
	let late = 0;
	for (let i = resolved.end; i < graph.size; i++) {
		const payer = graph.src[i] as number;
		if (resolved.service[payer] === 0 && (accounts[payer] as number) < resolved.depth) late += 1;
	}
	return [
		{ limit: 'since', count: early },
		{ limit: 'until', count: late },
	];
}

/** Groups crossings by a number of theirs: a position, an account. */
export function crossingsBy(
	crossings: readonly Crossing[],
	key: (crossing: Crossing) => number,
): Map<number, readonly Crossing[]> {
	const found = new Map<number, Crossing[]>();
	for (const crossing of crossings) {
		const at = key(crossing);
		found.set(at, [...(found.get(at) ?? []), crossing]);
	}
	return found;
}

function crossingsOf(graph: Graph, conversion: Conversion): Crossing[] {
	const exchange = exchangeOf(graph, conversion);
	return exchange.gives.flatMap((give) =>
		exchange.gets.map((get) => ({ give, get, departs: departure(exchange, give) })),
	);
}

function knots(graph: Graph, first: number, end: number, singles: readonly number[]): number[] {
	const stretches: [number, number][] = singles.map((position) => [position, position + 1]);
	for (let k = 0; k < graph.groups.length; k += 2) {
		const from = Math.max(first, graph.groups[k] as number);
		const to = Math.min(end, graph.groups[k + 1] as number);
		if (from < to) stretches.push([from, to]);
	}
	return outermost(stretches);
}
