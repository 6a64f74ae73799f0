import type { Graph } from './graph.ts';
import { NO_ARRIVAL, reach } from './reach.ts';
import { settle } from './settle.ts';
import type { Limits, Policy, TraceTerms } from './types.ts';
import { way } from './way.ts';

/** A later transfer and what of it is the value that was followed. */
export interface Followed {
	readonly transfer: string;
	readonly amount: bigint;
	/** Fewest transfers that carry the value from a start, 1 for a start itself. */
	readonly hops: number;
	/** Given in a conversion: its payee paid for it, and has none of the value by it. */
	readonly given: boolean;
}

const FOLLOWED = 'followed';

/**
 * Where the value of some transfers went: every transfer that carries it, in the graph's order, with its part. The
 * starts are settled as the only seeds; the other terms hold. Value is followed to its end whatever the limits say:
 * `depth` and `until` only narrow what is listed. To follow an account, start from what it paid.
 *
 * @param starts transfer ids; those listed with their whole amount
 * @throws Error where a transfer is not in the graph
 */
export function follow(
	graph: Graph,
	terms: TraceTerms,
	starts: readonly string[],
	policy: Policy,
	limits: Pick<Limits, 'depth' | 'until'>,
): Followed[] {
	const settlement = settle(graph, { ...terms, seeds: new Map(starts.map((id) => [id, FOLLOWED])) }, policy);
	const unmade = new Set(settlement.unmade);
	const given = new Set(terms.conversions.filter(({ id }) => !unmade.has(id)).flatMap(({ gives }) => gives));
	const amounts = new Map<number, bigint>();
	const carries = new Uint8Array(graph.size);
	let position = 0;
	for (const { id, origin, amount } of settlement.shares()) {
		while (graph.ids[position] !== id) position += 1;
		if (origin !== FOLLOWED) continue;
		amounts.set(position, amount);
		carries[position] = given.has(id) ? NO_ARRIVAL : 1;
	}
	const { services, conversions } = terms;
	const question = { from: { transfers: starts }, services, conversions, limits: {} };
	const { hops } = reach(graph, question, carries);
	const { end, depth } = way(graph, { ...question, limits });
	const followed: Followed[] = [];
	for (const [at, amount] of amounts) {
		const far = hops[at] as number;
		const transfer = graph.ids[at] as string;
		if (at < end && far <= depth) followed.push({ transfer, amount, hops: far, given: given.has(transfer) });
	}
	return followed;
}
