import test from 'ava';
import * as fc from 'fast-check';
import { buildGraph } from '../../src/tracing/graph.ts';
import { settle } from '../../src/tracing/settle.ts';
import { POLICIES } from '../../src/tracing/types.ts';
import { cases } from './cases.ts';
import { lines, terms } from './draw.ts';
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
				const converted = fast.converted.map((c) => `${c.conversion} ${c.origin} ${c.given} ${c.got}`);
				t.deepEqual(byConversion(converted), byConversion(slow.converted));
			}),
			{ numRuns: 100, seed: 20230801 },
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
			{ numRuns: 100, seed: 20230802 },
		);
	});
}

test('rows of hundreds of lots are drawn, moved and added to as the slow tracer does it', (t) => {
	const numbers = fc.sample(fc.nat({ max: 999_999 }), { numRuns: 6_000, seed: 20230811 });
	const flows = Array.from({ length: 1_500 }, (_, k) => {
		const [who = 0, much = 0, other = 0] = numbers.slice(3 * k, 3 * k + 3);
		// Few large payments among many small ones: rows grow long, then move in one go.
		const amount = BigInt(much % 40 === 0 ? 2_000 + (much % 997) : 1 + (much % 9));
		const to = `A${(who + 1 + (other % 3)) % 4}`;
		return {
			id: `t${k}`,
			from: k % 3 === 0 ? `N${k % 7}` : `A${who % 4}`,
			to,
			asset: 'CNY',
			amount,
			instant: k,
			tied: false,
		};
	});
	const seeds = new Map(flows.filter((flow) => flow.from.startsWith('N')).map((flow) => [flow.id, flow.from]));
	const given = terms({ seeds: Object.fromEntries(seeds) });
	for (const policy of ['fifo', 'lifo', 'haircut'] as const) {
		const fast = settle(buildGraph(flows), given, policy);
		t.deepEqual(lines(fast.shares(true)).sort(), naive(flows, given, policy).shares, policy);
	}
});

test('every unit of every asset and origin is accounted for', (t) => {
	fc.assert(
		fc.property(cases, fc.constantFrom('fifo', 'lifo', 'haircut'), ({ flows, terms }, policy) => {
			const { conservation } = settle(buildGraph(flows), terms, policy);
			for (const row of conservation) {
				t.is(row.seeded + row.convertedIn, row.held + row.delivered + row.convertedOut + row.reseeded);
			}
		}),
		{ numRuns: 100, seed: 20230803 },
	);
});

test('the same question gives the same answer twice', (t) => {
	fc.assert(
		fc.property(cases, fc.constantFrom(...POLICIES), ({ flows, terms }, policy) => {
			const graph = buildGraph(flows);
			t.deepEqual(lines(settle(graph, terms, policy).shares(true)), lines(settle(graph, terms, policy).shares(true)));
		}),
		{ numRuns: 25, seed: 20230804 },
	);
});

/** Inside one transaction nothing says which of several conversions was made first; each keeps the order of its lots. */
function byConversion(lines: readonly string[]): string[] {
	return lines.toSorted((a, b) => (a.split(' ')[0] as string).localeCompare(b.split(' ')[0] as string));
}

function inOneGroup(
	flows: readonly { readonly tied: boolean; readonly instant: number }[],
	a: number,
	b: number,
): boolean {
	const between = flows.slice(Math.min(a, b), Math.max(a, b) + 1);
	return between.every((flow) => flow.tied && flow.instant === between[0]?.instant);
}
