import type { CashOutResult } from '../cashouts/types.ts';
import type { SeedGroup, Traced } from '../findings/input.ts';
import type { Transfer } from '../ledger/transfer.ts';
import { buildGraph } from '../tracing/graph.ts';
import { type Settlement, settle } from '../tracing/settle.ts';
import type { Flow, Policy, TraceTerms, TransferShare } from '../tracing/types.ts';

/** What a trace begins with and where it ends, as derived from the case. Kept with the run, so that questions ask the same. */
export interface TraceBasis {
	readonly seeds: readonly SeedGroup[];
	readonly services: ReadonlySet<string>;
	readonly cashOuts: CashOutResult;
	readonly openings: ReadonlyMap<string, bigint>;
}

/** Terms of a trace in the words of the tracing core. */
export function termsOf({ seeds, services, cashOuts, openings }: TraceBasis): TraceTerms {
	return {
		seeds: new Map(seeds.flatMap(({ origin, transfers }) => transfers.map((t) => [t.id, origin] as const))),
		services,
		conversions: cashOuts.cashOuts
			.filter((c) => c.status === 'accepted' || c.status === 'confirmed')
			.map(({ id, coin, yuan }) => ({ id, coin, yuan })),
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
		yield { id: t.id, from, to: t.to, asset: t.asset, amount: t.amount, instant: t.instant, tied: t.tied };
	}
}

/** Traces the case under each policy. Conservation is checked in each. */
export function traceCase(transfers: readonly Transfer[], terms: TraceTerms, policies: readonly Policy[]): Traced[] {
	const graph = buildGraph(flowsOf(transfers));
	return policies.map((policy) => tracedBy(settle(graph, terms, policy)));
}

function tracedBy(settlement: Settlement): Traced {
	const shares = new Map<string, TransferShare[]>();
	for (const share of settlement.shares()) {
		const list = shares.get(share.id);
		if (list) list.push(share);
		else shares.set(share.id, [share]);
	}
	const { policy, conservation } = settlement;
	return { policy, conservation, shares: (transfer) => shares.get(transfer) ?? [] };
}
