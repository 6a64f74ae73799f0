import { type CashOutResult, isSettled } from '../cashouts/types.ts';
import type { SeedGroup, Traced } from '../findings/input.ts';
import type { Transfer } from '../ledger/transfer.ts';
import type { Graph } from '../tracing/graph.ts';
import { settle } from '../tracing/settle.ts';
import type { Conversion, Flow, Policy, TraceTerms } from '../tracing/types.ts';

/** What a trace begins with and where it ends, as derived from the case. Kept with the run, so that questions ask the same. */
export interface TraceBasis {
	readonly seeds: readonly SeedGroup[];
	readonly services: ReadonlySet<string>;
	readonly cashOuts: CashOutResult;
	readonly swaps: readonly Conversion[];
	readonly openings: ReadonlyMap<string, bigint>;
}

/** Terms of a trace in the words of the tracing core. */
export function termsOf({ seeds, services, cashOuts, swaps, openings }: TraceBasis): TraceTerms {
	return {
		seeds: new Map(seeds.flatMap(({ origin, transfers }) => transfers.map((t) => [t.id, origin] as const))),
		services,
		conversions: [
			...cashOuts.cashOuts
				.filter(isSettled)
				.map(({ id, side, coins, yuan }) =>
					side === 'sold' ? { id, gives: coins, gets: yuan } : { id, gives: yuan, gets: coins },
				),
			...swaps,
		],
		openings,
	};
}

/**
 * The transfers that are traced, in their order. What was drawn from a card left the card, whichever wallet the payment
 * was made with.
 */
export function* flowsOf(transfers: Iterable<Transfer>): Generator<Flow> {
	for (const t of transfers) {
		if (t.exclusion || t.amount <= 0n) continue;
		const from = t.card ?? t.from;
		if (from === t.to) continue;
		const { id, to, asset, amount, instant, tied, transaction } = t;
		yield { id, from, to, asset, amount, instant, tied, ...(transaction === undefined ? {} : { transaction }) };
	}
}

/**
 * Traces the case under each policy. Conservation is checked in each. Shares are worked out when they are asked for: as
 * objects, those of four policies would take more memory than all else.
 */
export function traceCase(graph: Graph, terms: TraceTerms, policies: readonly Policy[]): Traced[] {
	return policies.map((policy) => {
		const { conservation, sharesAt } = settle(graph, terms, policy);
		const shares = (transfer: string) => {
			const position = graph.index.find(transfer);
			return position < 0 ? [] : sharesAt(position);
		};
		return { policy, conservation, shares };
	});
}
