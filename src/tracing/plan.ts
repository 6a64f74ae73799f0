import { checkedTotal, flags, type Graph, positionOf } from './graph.ts';
import { type Conversion, OPENING_ORIGIN, type TraceTerms, UNKNOWN_ORIGIN } from './types.ts';

/** A conversion by the positions of its legs, ascending. */
export interface Exchange {
	readonly id: string;
	readonly gives: readonly number[];
	readonly gets: readonly number[];
	/** Position of the first leg that arrives: what leaves later is reserved there. */
	readonly first: number;
}

/** A transfer as part of a conversion. */
export interface Leg {
	readonly exchange: Exchange;
	readonly arrives: boolean;
}

/** Where what leaves through a conversion is drawn: at its own place, or where the first leg arrives. */
export function departure(exchange: Exchange, give: number): number {
	return Math.min(give, exchange.first);
}

/** @throws Error where a leg is not in the graph, or a side is empty or of several assets */
export function exchangeOf(graph: Graph, { id, gives, gets }: Conversion): Exchange {
	const side = (ids: readonly string[]): number[] => {
		const legs = ids.map((leg) => positionOf(graph, leg)).sort((a, b) => a - b);
		const assets = new Set(legs.map((leg) => graph.asset[leg]));
		if (assets.size !== 1) throw new Error(`conversion ${id} has ${assets.size} assets on one side`);
		return legs;
	};
	const arriving = side(gets);
	return { id, gives: side(gives), gets: arriving, first: arriving[0] as number };
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
	/** By position: transfers that are part of a conversion. */
	readonly legs: ReadonlyMap<number, Leg>;
	/** Transfers at which more happens than a draw: seeds and legs, ascending. */
	readonly stops: Int32Array;
	readonly openings: readonly { readonly holding: number; readonly amount: bigint }[];
	/** Conversions of which what arrives is itself a seed: it stays a seed, and what was given ends where it was sent. */
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
	const seeds = new Map<number, number>();
	for (const [id, origin] of terms.seeds) seeds.set(positionOf(graph, id), origins.indexOf(origin));
	const legs = new Map<number, Leg>();
	const unmade: string[] = [];
	for (const conversion of terms.conversions) {
		if (conversion.gets.some((leg) => terms.seeds.has(leg))) unmade.push(conversion.id);
		else addLegs(graph, exchangeOf(graph, conversion), legs);
	}
	const service = flags(graph, terms.services);
	return {
		origins,
		unknown: origins.indexOf(UNKNOWN_ORIGIN),
		opening: origins.indexOf(OPENING_ORIGIN),
		service,
		seeds,
		legs,
		stops: Int32Array.from(new Set([...seeds.keys(), ...legs.keys()])).sort(),
		openings: resolveOpenings(graph, terms.openings, service),
		unmade,
	};
}

function addLegs(graph: Graph, exchange: Exchange, legs: Map<number, Leg>): void {
	const add = (position: number, arrives: boolean): void => {
		if (legs.has(position)) throw new Error(`transfer ${graph.ids[position]} is a leg twice`);
		legs.set(position, { exchange, arrives });
	};
	for (const position of exchange.gives) add(position, false);
	for (const position of exchange.gets) add(position, true);
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
