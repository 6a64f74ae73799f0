import { cancel, type Edge, sources } from './circulation.ts';
import { departure, type Exchange, isInside, type Leg } from './exchange.ts';
import { amountAt, type Graph } from './graph.ts';

/** The transfers of one transaction, netted: they move together, whatever order their logs stand in. */
export interface Bundle {
	readonly from: number;
	/** Exclusive. */
	readonly end: number;
	/** Holdings, each after those that pay it or give what it gets. */
	readonly order: readonly number[];
	/** Positions of what moves into and out of each holding, ascending; what only goes round is left out. */
	readonly into: ReadonlyMap<number, readonly number[]>;
	readonly outOf: ReadonlyMap<number, readonly number[]>;
	/** Conversions of which the first leg arrives here but which reach beyond: what they still want is reserved at the start. */
	readonly opening: readonly Exchange[];
	/** What moves in the end of those transfers of which something goes round. */
	readonly nets: ReadonlyMap<number, bigint>;
}

/** What the transactions of a graph come to, and the conversions that cannot be made because of it. */
export interface Bundles {
	readonly bundles: readonly Bundle[];
	/** By id: a side of theirs only goes round, or they hang on one another in a circle. Their legs are plain transfers. */
	readonly unmade: ReadonlySet<string>;
}

/** @param legs those of conversions that are not made are taken out of it */
export function bundlesOf(graph: Graph, seeds: ReadonlyMap<number, number>, legs: Map<number, Leg>): Bundles {
	const bundles: Bundle[] = [];
	const unmade = new Set<string>();
	for (let k = 0; k < graph.transactions.length; k += 2) {
		const from = graph.transactions[k] as number;
		bundles.push(bundleOf(graph, from, graph.transactions[k + 1] as number, seeds, legs, unmade));
	}
	return { bundles, unmade };
}

function bundleOf(
	graph: Graph,
	from: number,
	end: number,
	seeds: ReadonlyMap<number, number>,
	legs: Map<number, Leg>,
	unmade: Set<string>,
): Bundle {
	const edges = edgesOf(graph, from, end);
	const inside = (exchange: Exchange): boolean => isInside(exchange, { from, end });
	cancel(
		edges.filter(({ position }) => {
			const leg = legs.get(position);
			return !seeds.has(position) && (leg === undefined || inside(leg.exchange));
		}),
	);
	const nets = new Map(
		edges.filter((edge) => edge.net !== amountAt(graph, edge.position)).map((e) => [e.position, e.net]),
	);
	const unmake = (exchange: Exchange): void => {
		unmade.add(exchange.id);
		for (const leg of [...exchange.gives, ...exchange.gets]) legs.delete(leg);
	};
	const touched = new Set(edges.flatMap(({ position }) => legs.get(position)?.exchange ?? []));
	for (const exchange of touched) {
		const moves = (side: readonly number[]): boolean => side.some((leg) => nets.get(leg) !== 0n);
		if (inside(exchange) && !(moves(exchange.gives) && moves(exchange.gets))) unmake(exchange);
	}
	const moving = edges.filter(({ net }) => net > 0n);
	let order = orderOf(moving, seeds, legs, inside);
	if (order === undefined) {
		for (const exchange of touched) if (inside(exchange)) unmake(exchange);
		order = orderOf(moving, seeds, legs, inside) as number[];
	}
	const opening = [...touched].filter(
		(exchange) => !unmade.has(exchange.id) && !inside(exchange) && exchange.first >= from && exchange.first < end,
	);
	const leaves = ({ position }: Edge): boolean => {
		const leg = legs.get(position);
		if (leg === undefined || leg.arrives || inside(leg.exchange)) return true;
		return departure(leg.exchange, position) >= from && !opening.includes(leg.exchange);
	};
	return {
		from,
		end,
		order,
		into: byHolding(moving, ({ payee }) => payee),
		outOf: byHolding(moving.filter(leaves), ({ payer }) => payer),
		opening,
		nets,
	};
}

/** Undefined where conversions hang on one another in a circle. */
function orderOf(
	moving: readonly Edge[],
	seeds: ReadonlyMap<number, number>,
	legs: ReadonlyMap<number, Leg>,
	inside: (exchange: Exchange) => boolean,
): number[] | undefined {
	const holdings = new Set(moving.flatMap(({ payer, payee }) => [payer, payee]));
	const plain = moving.filter(({ position }) => !seeds.has(position) && !legs.has(position));
	const exchanges = new Set(moving.flatMap(({ position }) => legs.get(position)?.exchange ?? []));
	const byPosition = new Map(moving.map((edge) => [edge.position, edge]));
	const across = [...exchanges].filter(inside).flatMap(({ gives, gets }) =>
		gives.flatMap((give) =>
			gets.flatMap((get) => {
				const [left, came] = [byPosition.get(give), byPosition.get(get)];
				return left && came ? [{ payer: left.payer, payee: came.payee }] : [];
			}),
		),
	);
	return sources([...plain, ...across], holdings);
}

function edgesOf(graph: Graph, from: number, end: number): Edge[] {
	const { payer, payee } = graph.holdings;
	return Array.from({ length: end - from }, (_, k) => {
		const position = from + k;
		const net = amountAt(graph, position);
		return { position, payer: payer[position] as number, payee: payee[position] as number, net };
	});
}

function byHolding(edges: readonly Edge[], key: (edge: Edge) => number): Map<number, number[]> {
	const found = new Map<number, number[]>();
	for (const edge of edges) {
		const list = found.get(key(edge));
		if (list) list.push(edge.position);
		else found.set(key(edge), [edge.position]);
	}
	return found;
}
