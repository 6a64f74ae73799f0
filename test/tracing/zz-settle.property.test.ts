import test from 'ava';
import * as fc from 'fast-check';
import { buildGraph } from '../../src/tracing/graph.ts';
import { settle } from '../../src/tracing/settle.ts';
import { POLICIES } from '../../src/tracing/types.ts';
import { cases } from './cases.ts';
import { lines } from './draw.ts';
import { naive } from './naive.ts';

for (const policy of POLICIES) {
	test(`${policy} gives what the slow tracer written from the definitions gives`, (t) => {
		fc.assert(
			fc.property(cases, ({ flows, terms }) => {
				const fast = settle(buildGraph(flows), terms, policy);
				const slow = naive(flows, terms, policy);
				t.deepEqual(lines(fast.shares(true)).sort(), slow.shares);
				const held = [...fast.held()].map((h) => `${h.account} ${h.asset} ${h.origin} ${h.amount}`);
				t.deepEqual(held.sort(), slow.held);
				t.deepEqual(
					fast.converted.map((c) => `${c.conversion} ${c.origin} ${c.coin} ${c.yuan}`),
					slow.converted,
				);
			}),
			{ numRuns: 3000 },
		);
	});

	test(`${policy} does not depend on the order in which the transfers of a tie group come`, (t) => {
		fc.assert(
			fc.property(cases, ({ flows, terms }) => {
				const reversed = [...flows]
					.map((flow, place) => ({ flow, place }))
					.sort((a, b) => (inOneGroup(flows, a.place, b.place) ? b.place - a.place : a.place - b.place))
					.map(({ flow }) => flow);
				const one = settle(buildGraph(flows), terms, policy);
				const other = settle(buildGraph(reversed), terms, policy);
				t.deepEqual(lines(other.shares(true)), lines(one.shares(true)));
			}),
			{ numRuns: 3000 },
		);
	});
}

test('every unit of every asset and origin is accounted for', (t) => {
	fc.assert(
		fc.property(cases, fc.constantFrom('fifo', 'lifo', 'haircut'), ({ flows, terms }, policy) => {
			const { conservation } = settle(buildGraph(flows), terms, policy);
			for (const row of conservation) {
				t.is(row.seeded + row.convertedIn, row.held + row.delivered + row.convertedOut + row.reseeded);
			}
		}),
		{ numRuns: 3000 },
	);
});

test('the same question gives the same answer twice', (t) => {
	fc.assert(
		fc.property(cases, fc.constantFrom(...POLICIES), ({ flows, terms }, policy) => {
			const graph = buildGraph(flows);
			t.deepEqual(lines(settle(graph, terms, policy).shares(true)), lines(settle(graph, terms, policy).shares(true)));
		}),
		{ numRuns: 3000 },
	);
});

function inOneGroup(
	flows: readonly { readonly tied: boolean; readonly instant: number }[],
	a: number,
	b: number,
): boolean {
	const between = flows.slice(Math.min(a, b), Math.max(a, b) + 1);
	return between.every((flow) => flow.tied && flow.instant === between[0]?.instant);
}
