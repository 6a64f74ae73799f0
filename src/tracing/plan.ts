import { type Bundle, bundlesOf } from './bundles.ts';
import { type Exchange, exchangeOf, type Leg } from './exchange.ts';
import { amountAt, checkedTotal, flags, type Graph, positionOf } from './graph.ts';
import { OPENING_ORIGIN, type TraceTerms, UNKNOWN_ORIGIN } from './types.ts';

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
	/** Transfers at which more happens than a draw: seeds, legs, and whole transactions, as first position, end, ... */
	readonly stops: Int32Array;
	/** By position of a transfer in it. */
	readonly bundleAt: { get(position: number): Bundle | undefined };
	/** What moves in the end of transfers of which something goes round inside their transaction. */
	readonly nets: ReadonlyMap<number, bigint>;
	readonly openings: readonly { readonly holding: number; readonly amount: bigint }[];
	/**
	 * Conversions of which what arrives is itself a seed: it stays a seed, and what was given ends where it was sent. Also
	 * those inside one transaction of which a side only goes round, or that hang on one another in a circle.
	 */
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
	const { bundles, unmade: unmoved } = bundlesOf(graph, seeds, legs);
	const bundleAt = indexed(bundles, graph.size);
	return {
		origins,
		unknown: origins.indexOf(UNKNOWN_ORIGIN),
		opening: origins.indexOf(OPENING_ORIGIN),
		service,
		seeds,
		legs,
		stops: stopsOf(bundles, [...seeds.keys(), ...legs.keys()], bundleAt),
		bundleAt,
		nets: new Map(bundles.flatMap(({ nets }) => [...nets])),
		openings: resolveOpenings(graph, terms.openings, service),
		unmade: [...unmade, ...unmoved],
	};
}

/** What of a transfer moves in the end: its amount, less what only goes round inside its transaction. */
export function movedAt(graph: Graph, { nets }: Pick<Plan, 'nets'>, position: number): bigint {
	return nets.get(position) ?? amountAt(graph, position);
}

/** One number a transfer, and none where there is no transaction of several: a map would take twenty times as much. */
function indexed(bundles: readonly Bundle[], size: number): Plan['bundleAt'] {
	const numbers = new Int32Array(bundles.length === 0 ? 0 : size);
	for (const [k, { from, end }] of bundles.entries()) numbers.fill(k + 1, from, end);
	return { get: (position) => bundles[(numbers[position] ?? 0) - 1] };
}

function stopsOf(bundles: readonly Bundle[], singles: readonly number[], bundleAt: Plan['bundleAt']): Int32Array {
	const alone = [...new Set(singles)]
		.filter((at) => bundleAt.get(at) === undefined)
		.map((at) => ({ from: at, end: at + 1 }));
	const stops = [...bundles, ...alone].sort((a, b) => a.from - b.from);
	return Int32Array.from(stops.flatMap(({ from, end }) => [from, end]));
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
