import { checkedTotal, flags, type Graph, positionsOf } from './graph.ts';
import { OPENING_ORIGIN, type TraceTerms, UNKNOWN_ORIGIN } from './types.ts';

/** A cash-out by the positions of its legs. */
export interface Exchange {
	readonly id: string;
	readonly coin: number;
	readonly yuan: number;
}

/** The terms of a question in the numbers of its graph. */
export interface Plan {
	/** Sorted by code unit, `?unknown` and `?opening` among them: the smaller number is the smaller id. */
	readonly origins: readonly string[];
	readonly unknown: number;
	readonly opening: number;
	/** By account: 1 where it ends a branch. */
	readonly service: Uint8Array;
	/** Seed transfer -> origin. */
	readonly seeds: ReadonlyMap<number, number>;
	/** Leg, coin or yuan -> its cash-out. */
	readonly exchanges: ReadonlyMap<number, Exchange>;
	/** Transfers at which more happens than a draw: seeds and legs, ascending. */
	readonly stops: Int32Array;
	readonly openings: readonly { readonly holding: number; readonly amount: bigint }[];
	/** Conversions whose yuan is itself a seed: it stays a seed, and the coins end where they were sent. */
	readonly unmade: readonly string[];
}

/**
 * Resolves terms against a graph. Services and openings that no transfer touches are dropped; so is the opening of a
 * service, which pools money and has no lots.
 *
 * @throws Error where a seed or a leg is not in the graph, or a transfer is a leg twice
 */
export function plan(graph: Graph, terms: TraceTerms): Plan {
	const names = new Set([UNKNOWN_ORIGIN, OPENING_ORIGIN, ...terms.seeds.values()]);
	const origins = [...names].sort();
	const made = terms.conversions.filter((conversion) => !terms.seeds.has(conversion.yuan));
	const at = positionsOf(graph, [...terms.seeds.keys(), ...made.flatMap(({ coin, yuan }) => [coin, yuan])]);
	const seeds = new Map<number, number>();
	for (const [id, origin] of terms.seeds) seeds.set(at.get(id) as number, origins.indexOf(origin));
	const exchanges = new Map<number, Exchange>();
	for (const { id, coin, yuan } of made) {
		const exchange = { id, coin: at.get(coin) as number, yuan: at.get(yuan) as number };
		for (const leg of [exchange.coin, exchange.yuan]) {
			if (exchanges.has(leg)) throw new Error(`transfer ${graph.ids[leg]} is a leg of more than one cash-out`);
			exchanges.set(leg, exchange);
		}
	}
	const service = flags(graph, terms.services);
	return {
		origins,
		unknown: origins.indexOf(UNKNOWN_ORIGIN),
		opening: origins.indexOf(OPENING_ORIGIN),
		service,
		seeds,
		exchanges,
		stops: Int32Array.from(new Set([...seeds.keys(), ...exchanges.keys()])).sort(),
		openings: resolveOpenings(graph, terms.openings, service),
		unmade: terms.conversions.filter((conversion) => terms.seeds.has(conversion.yuan)).map(({ id }) => id),
	};
}

function resolveOpenings(
	graph: Graph,
	openings: ReadonlyMap<string, bigint>,
	service: Uint8Array,
): { holding: number; amount: bigint }[] {
	if (openings.size === 0) return [];
	const totals = [...graph.totals];
	const resolved: { holding: number; amount: bigint }[] = [];
	for (let holding = 0; holding < graph.holdings.count; holding++) {
		const account = graph.holdings.account[holding] as number;
		const asset = graph.holdings.asset[holding] as number;
		const amount = openings.get(`${graph.accounts[account]}|${graph.assets[asset]}`);
		if (amount === undefined || amount <= 0n || service[account] === 1) continue;
		totals[asset] = checkedTotal(graph.assets[asset] as string, (totals[asset] as bigint) + amount);
		resolved.push({ holding, amount });
	}
	return resolved;
}
