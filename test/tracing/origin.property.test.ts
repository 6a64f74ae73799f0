import test from 'ava';
import * as fc from 'fast-check';
import { buildGraph, type Graph } from '../../src/tracing/graph.ts';
import { OriginFinder } from '../../src/tracing/origin.ts';
import { settle } from '../../src/tracing/settle.ts';
import type { Flow } from '../../src/tracing/types.ts';
import { widestWays } from '../../src/tracing/widest.ts';
import { cases } from './cases.ts';

for (const policy of ['fifo', 'lifo'] as const) {
	test(`under ${policy} the chains of every transfer add up to its shares`, (t) => {
		fc.assert(
			fc.property(cases, ({ flows, terms }) => {
				const graph = buildGraph(flows);
				const settlement = settle(graph, terms, policy);
				const finder = new OriginFinder(graph, terms, policy);
				for (const { id } of flows) {
					const { chains, unknown, round } = finder.of(id);
					const sums = new Map<string, bigint>(unknown > 0n ? [['?unknown', unknown]] : []);
					if (round > 0n) sums.set('?round', round);
					for (const { origin, amount } of chains) sums.set(origin, (sums.get(origin) ?? 0n) + amount);
					const found = [...sums].map(([origin, amount]) => `${origin} ${amount}`).sort();
					t.deepEqual(
						found,
						settlement
							.sharesOf(id, true)
							.map((s) => `${s.origin} ${s.amount}`)
							.sort(),
					);
				}
			}),
			{ numRuns: 100, seed: 20230808 },
		);
	});

	test(`under ${policy} every chain runs from account to account, never backwards, and ends with the transfer`, (t) => {
		fc.assert(
			fc.property(cases, ({ flows, terms }) => {
				const graph = buildGraph(flows);
				const finder = new OriginFinder(graph, terms, policy);
				const byId = new Map(flows.map((flow) => [flow.id, flow]));
				const crossings = new Set(
					terms.conversions.flatMap(({ gives, gets }) => gives.flatMap((give) => gets.map((get) => `${give} ${get}`))),
				);
				for (const { id } of flows) {
					for (const { hops } of finder.of(id).chains) {
						t.is(hops.at(-1)?.transfer, id);
						for (const [k, { transfer }] of hops.entries()) {
							const before = hops[k - 1]?.transfer;
							if (before === undefined || crossings.has(`${before} ${transfer}`)) continue;
							t.is(byId.get(before)?.to, byId.get(transfer)?.from);
							t.is(byId.get(before)?.asset, byId.get(transfer)?.asset);
							t.true(comesBefore(graph, byId, before, transfer));
						}
					}
				}
			}),
			{ numRuns: 100, seed: 20230809 },
		);
	});
}

test('the widest ways of a mixture run from a seed to the transfer, and no step of one carries less than it', (t) => {
	fc.assert(
		fc.property(cases, ({ flows, terms }) => {
			const graph = buildGraph(flows);
			const settlement = settle(graph, terms, 'haircut');
			const shareOf = (id: string, origin: string) =>
				settlement.sharesOf(id).find((share) => share.origin === origin)?.amount ?? 0n;
			const gets = new Map(
				terms.conversions.flatMap(({ gives, gets: got }) => got.map((get) => [get, gives] as const)),
			);
			const byId = new Map(flows.map((flow) => [flow.id, flow]));
			for (const { id } of flows) {
				const seeded = settlement.sharesOf(id).filter(({ origin }) => !origin.startsWith('?'));
				const ways = widestWays(graph, terms, settlement, id);
				if (terms.conversions.length === 0)
					t.deepEqual(
						ways.map((way) => way.origin).sort(),
						seeded.map((s) => s.origin),
					);
				for (const { origin, amount, hops } of ways) {
					t.is(terms.seeds.get(hops[0]?.transfer ?? ''), origin);
					t.is(hops.at(-1)?.transfer, id);
					t.true(amount > 0n && amount <= shareOf(id, origin));
					for (const [k, hop] of hops.entries()) {
						t.true(hop.amount <= shareOf(hop.transfer, origin));
						const before = hops[k - 1]?.transfer ?? '';
						if (k === 0 || gets.get(hop.transfer)?.includes(before)) continue;
						t.is(byId.get(before)?.to, byId.get(hop.transfer)?.from);
						t.true(comesBefore(graph, byId, before, hop.transfer));
					}
				}
			}
		}),
		{ numRuns: 100, seed: 20230812 },
	);
});

/** In the order of the graph, save inside one transaction, whose transfers move together. */
function comesBefore(graph: Graph, byId: ReadonlyMap<string, Flow>, a: string, b: string): boolean {
	const transaction = byId.get(a)?.transaction;
	return (
		graph.ids.indexOf(a) < graph.ids.indexOf(b) ||
		(transaction !== undefined && transaction === byId.get(b)?.transaction)
	);
}
