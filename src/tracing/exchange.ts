import { type Graph, positionOf } from './graph.ts';
import type { Conversion } from './types.ts';

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

/** Whether all legs lie in a stretch: the conversion is one transaction's alone. */
export function isInside(
	{ gives, gets }: Exchange,
	{ from, end }: { readonly from: number; readonly end: number },
): boolean {
	return [...gives, ...gets].every((leg) => leg >= from && leg < end);
}
