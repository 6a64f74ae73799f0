import type { Followed } from './follow.ts';
import type { FrontierLimits, Unopened } from './frontier-types.ts';
import { type Graph, positionOf } from './graph.ts';
import { NO_ARRIVAL, reach } from './reach.ts';
import type { TraceTerms } from './types.ts';

/** An account that followed value came to. */
export interface Reached {
	readonly account: string;
	/** Fewest transfers from the start. */
	readonly hops: number;
	/** By asset: what came, when the first of it, and by how many transfers from the start at least. */
	readonly assets: ReadonlyMap<string, Arrived>;
}

interface Arrived {
	readonly amount: bigint;
	readonly since: number;
	readonly hops: number;
}

/** In the order in which value first came; what was given in a conversion brings none. */
export function reachedBy(
	graph: Graph,
	followed: readonly Followed[],
	wanted: (account: string) => boolean,
): Reached[] {
	const found = new Map<string, Map<string, Arrived>>();
	for (const { transfer, amount, hops, given } of followed) {
		const at = positionOf(graph, transfer);
		const account = graph.accounts[graph.dst[at] as number] as string;
		if (given || !wanted(account)) continue;
		const asset = graph.assets[graph.asset[at] as number] as string;
		const assets = found.get(account) ?? new Map<string, Arrived>();
		const before = assets.get(asset) ?? { amount: 0n, since: graph.time[at] as number, hops };
		const arrived = { ...before, amount: before.amount + amount, hops: Math.min(before.hops, hops) };
		found.set(account, assets.set(asset, arrived));
	}
	return [...found].map(([account, assets]) => ({
		account,
		hops: Math.min(...[...assets.values()].map(({ hops }) => hops)),
		assets,
	}));
}

/** Which limit keeps an account's history shut. */
export function keptShut({ hops, assets }: Reached, { depth, min }: FrontierLimits): 'depth' | 'min' | undefined {
	if (depth !== undefined && hops >= depth) return 'depth';
	const enough = [...assets].some(([asset, { amount }]) => amount >= (min?.get(asset) ?? 0n));
	return enough ? undefined : 'min';
}

/** By asset; the largest amount of each first. */
export function unopenedRows(reached: readonly Reached[], why: (one: Reached) => Unopened['why']): Unopened[] {
	const rows = reached.flatMap((one) =>
		[...one.assets].map(([asset, arrived]) => ({ account: one.account, asset, ...arrived, why: why(one) })),
	);
	return rows.sort((a, b) => {
		if (a.asset !== b.asset) return a.asset < b.asset ? -1 : 1;
		if (a.amount !== b.amount) return a.amount > b.amount ? -1 : 1;
		return a.account < b.account ? -1 : 1;
	});
}

/** Followed transfers that carry what an account of those named paid, or came later on from it. */
export function restingOn(
	graph: Graph,
	terms: Pick<TraceTerms, 'services' | 'conversions'>,
	followed: readonly Followed[],
	accounts: Iterable<string>,
): Set<string> {
	const along = new Uint8Array(graph.size);
	for (const { transfer, given } of followed) along[positionOf(graph, transfer)] = given ? NO_ARRIVAL : 1;
	const { hops } = reach(graph, { from: { accounts: [...accounts] }, ...terms, limits: {} }, along);
	return new Set(graph.ids.filter((_, at) => hops[at] !== 0));
}
