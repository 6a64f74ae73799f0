import test from 'ava';
import * as fc from 'fast-check';
import { buildGraph } from '../../src/tracing/graph.ts';
import { findPaths } from '../../src/tracing/paths.ts';
import { reach } from '../../src/tracing/reach.ts';
import { cases } from './cases.ts';
import { naiveOrder } from './naive.ts';
import { naivePaths, naiveReach } from './naive-paths.ts';

const small = cases
	.filter(({ flows }) => flows.length <= 14)
	.chain((given) => fc.record({ given: fc.constant(given), depth: fc.constantFrom(undefined, 1, 2, 3) }));

test('reach finds what trying every time-respecting walk finds, with the fewest hops', (t) => {
	fc.assert(
		fc.property(small, ({ given: { flows, terms }, depth }) => {
			const graph = buildGraph(flows);
			const from = { accounts: ['A'], transfers: [flows[0]?.id ?? ''] };
			const question = { from, services: terms.services, conversions: terms.conversions };
			const fast = reach(graph, { ...question, limits: depth === undefined ? {} : { depth } });
			const slow = naiveReach(naiveOrder(flows), { ...question, depth: depth ?? 100 });
			const reached = graph.ids.flatMap((id, k) => (fast.hops[k] === 0 ? [] : [[id, fast.hops[k]] as const]));
			t.deepEqual(new Map(reached), new Map([...slow].sort(byOrder(graph.ids))));
		}),
		{ numRuns: 100, seed: 20230806 },
	);
});

test('path search finds the paths that trying every one finds, shortest first', (t) => {
	fc.assert(
		fc.property(small, ({ given: { flows, terms }, depth }) => {
			const graph = buildGraph(flows);
			const ends = {
				from: { accounts: ['A'], transfers: [flows[0]?.id ?? ''] },
				to: { accounts: ['B'], transfers: [flows.at(-1)?.id ?? ''] },
			};
			const question = { ...ends, services: terms.services, conversions: terms.conversions };
			const limits = depth === undefined ? {} : { depth };
			const fast = findPaths(graph, { ...question, limits, paths: 1_000 });
			const slow = naivePaths(naiveOrder(flows), { ...question, depth: depth ?? 100 });
			t.deepEqual(fast.all.map(String).sort(), slow.map(String).sort());
			const lengths = fast.all.map((path) => path.length);
			t.deepEqual(
				lengths,
				lengths.toSorted((a, b) => a - b),
			);
			t.is(fast.fewest?.length, lengths[0]);
			t.true(fast.fewest === undefined || slow.some((path) => String(path) === String(fast.fewest)));
			const places = slow.map((path) => graph.ids.indexOf(path.at(-1) ?? ''));
			const earliest = places.length === 0 ? undefined : graph.ids[Math.min(...places)];
			t.is(fast.earliest?.at(-1), earliest);
			t.true(fast.earliest === undefined || slow.some((path) => String(path) === String(fast.earliest)));
		}),
		{ numRuns: 100, seed: 20230807 },
	);
});

function byOrder(ids: readonly string[]): (a: readonly [string, number], b: readonly [string, number]) => number {
	return ([a], [b]) => ids.indexOf(a) - ids.indexOf(b);
}
