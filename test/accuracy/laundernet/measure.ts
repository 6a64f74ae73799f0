import { gatherParties } from '../../../src/ledger/parties.ts';
import type { Transfer } from '../../../src/ledger/transfer.ts';
import { findSeeds } from '../../../src/run/seeds.ts';
import { flowsOf, termsOf } from '../../../src/run/trace-case.ts';
import { buildGraph, type Graph } from '../../../src/tracing/graph.ts';
import { reach } from '../../../src/tracing/reach.ts';
import { settle } from '../../../src/tracing/settle.ts';
import { findSwaps } from '../../../src/tracing/swaps.ts';
import { POLICIES, type Policy } from '../../../src/tracing/types.ts';
import { UNREACHED } from '../../../src/tracing/way.ts';
import type { Share, Sum } from '../tables.ts';
import type { LaunderingCase } from './read.ts';
import { tracedOf } from './traced.ts';

/** What was found of a case: by reach, or by what carries traced value under a policy. */
export interface Found {
	readonly edges: Share;
	/** Amounts of the edges: reach counts each whole, a policy what of it is traced. */
	readonly value: Sum;
	readonly accounts: Share;
	readonly terminals: Share;
}

export interface PolicyFound extends Found {
	readonly policy: Policy;
	/** Of what was seeded, what the terminal accounts hold at the end. Under poison, which divides nothing, undefined. */
	readonly settled?: Sum;
}

export interface Measured {
	readonly name: string;
	readonly reach: Found;
	readonly policies: readonly PolicyFound[];
}

/**
 * Reach, and each policy, from the listed sources. No service ends a branch. Seeds are what the sources pay to anybody
 * who is no source; each source is an origin.
 */
export function measure(given: LaunderingCase): Measured {
	const flows = [...flowsOf(given.transfers)];
	const graph = buildGraph(flows);
	const accounts = [...given.sources];
	const seeds = findSeeds(given.transfers, gatherParties([], []), { overseas: false, accounts, transfers: [] });
	const cashOuts = { cashOuts: [], unmatchedCoins: [], unmatchedYuan: [], limits: [] };
	const services = new Set<string>();
	const { swaps } = findSwaps(flows, { isPerson: () => false, services });
	const terms = termsOf({ seeds, services, cashOuts, swaps, openings: new Map() });
	const seeded = seeds.flatMap((group) => group.transfers).reduce((sum, t) => sum + t.amount, 0n);
	const policies = POLICIES.map((policy) => {
		const settlement = settle(graph, terms, policy);
		const found = { policy, ...foundIn(given, graph, tracedOf(settlement)) };
		if (policy === 'poison') return found;
		let held = 0n;
		for (const { account, origin, amount } of settlement.held())
			if (!origin.startsWith('?') && given.terminals.has(account)) held += amount;
		return { ...found, settled: { found: held, of: seeded } };
	});
	return { name: given.name, reach: reached(given, graph, accounts), policies };
}

function reached(given: LaunderingCase, graph: Graph, accounts: readonly string[]): Found {
	const { hops, accounts: distances } = reach(graph, {
		from: { accounts },
		services: new Set(),
		conversions: [],
		limits: {},
	});
	const amounts = new Map(given.transfers.map((t) => [t.id, t.amount]));
	const edges = graph.ids.filter((_, position) => hops[position] !== 0);
	const found = foundIn(given, graph, new Map(edges.map((id) => [id, amounts.get(id) as bigint])));
	const near = distances.filter((distance) => distance !== UNREACHED).length;
	return { ...found, accounts: { found: near, of: graph.accounts.length } };
}

/** Counts what some transfers touch. @param value transfer -> what of it was found */
function foundIn(given: LaunderingCase, graph: Graph, value: ReadonlyMap<string, bigint>): Found {
	const touched = given.transfers.filter((t) => value.has(t.id));
	const accounts = new Set(touched.flatMap((t) => [t.from, t.to]));
	return {
		edges: { found: value.size, of: given.edges },
		value: { found: [...value.values()].reduce((sum, amount) => sum + amount, 0n), of: volume(given.transfers) },
		accounts: { found: accounts.size, of: graph.accounts.length },
		terminals: {
			found: [...given.terminals].filter((account) => accounts.has(account)).length,
			of: given.terminals.size,
		},
	};
}

function volume(transfers: readonly Transfer[]): bigint {
	return transfers.reduce((sum, t) => sum + t.amount, 0n);
}
