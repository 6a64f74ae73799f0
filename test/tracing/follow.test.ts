import test from 'ava';
import * as fc from 'fast-check';
import { follow } from '../../src/tracing/follow.ts';
import { buildGraph } from '../../src/tracing/graph.ts';
import { OriginFinder } from '../../src/tracing/origin.ts';
import type { Limits, Policy, TraceTerms } from '../../src/tracing/types.ts';
import { cases } from './cases.ts';
import { draw, terms } from './draw.ts';

function ask(
	flows: readonly string[],
	starts: readonly string[],
	policy: Policy = 'fifo',
	given: TraceTerms = terms(),
	limits: Pick<Limits, 'depth' | 'until'> = {},
): string[] {
	const found = follow(buildGraph(draw(...flows)), given, starts, policy, limits);
	return found.map(({ transfer, amount, hops }) => `${transfer} ${amount} ${hops}`);
}

//  x --10--> A, then A --a 30--> B;  B --b 10--> C, B --c 15--> D
const FLOWS = ['x X>A 10', 'y Y>A 20', 'a A>B 30', 'b B>C 10', 'c B>D 15'];

test('later transfers carry the value onwards, each with its part', (t) => {
	t.deepEqual(ask(FLOWS, ['y']), ['y 20 1', 'a 20 2', 'c 15 3']);
	t.deepEqual(ask(FLOWS, ['y'], 'lifo'), ['y 20 1', 'a 20 2', 'b 10 3', 'c 10 3']);
	t.deepEqual(ask(FLOWS, ['y'], 'poison'), ['y 20 1', 'a 30 2', 'b 10 3', 'c 15 3']);
});

test('several starts are followed together, without counting anything twice', (t) => {
	t.deepEqual(ask(FLOWS, ['x', 'a']), ['x 10 1', 'a 30 1', 'b 10 2', 'c 15 2']);
});

test('limits narrow what is listed, not where the value goes', (t) => {
	t.deepEqual(ask(FLOWS, ['y'], 'fifo', terms(), { depth: 2 }), ['y 20 1', 'a 20 2']);
	t.deepEqual(ask(FLOWS, ['y'], 'fifo', terms(), { until: 4 }), ['y 20 1', 'a 20 2']);
});

test('hops are counted along transfers that carry the value, not along others that it could have taken', (t) => {
	const flows = ['s S>A 10', 'y Y>A 5', 'a A>B 10', 'o A>C 5', 'c C>D 5', 'b B>E 10', 'e E>D 10', 'd D>F 15'];
	t.deepEqual(ask(flows, ['s']), ['s 10 1', 'a 10 2', 'b 10 3', 'e 10 4', 'd 10 5']);
});

test('what is given in a swap brings nothing to whoever took it, and makes nothing of theirs nearer', (t) => {
	const flows = ['a A>H 1 X', 'b H>A 1 Y', 'c A>K 1 Y', 'd H>A 1 X'];
	const conversions = [
		{ id: 'one', gives: ['a'], gets: ['b'] },
		{ id: 'two', gives: ['c'], gets: ['d'] },
	];
	t.deepEqual(ask(flows, ['a'], 'fifo', terms({ conversions })), ['a 1 1', 'b 1 2', 'c 1 3', 'd 1 4']);
});

test('a service ends what is followed', (t) => {
	t.deepEqual(ask(['a A>S 5', 'b S>B 5'], ['a'], 'fifo', terms({ services: ['S'] })), ['a 5 1']);
});

test('forwards and backwards agree: what a start sends into a transfer is what its chains bring from the start', (t) => {
	fc.assert(
		fc.property(cases, fc.constantFrom('fifo', 'lifo'), ({ flows, terms: given }, policy) => {
			const graph = buildGraph(flows);
			const start = flows[0]?.id ?? '';
			const seeded = { ...given, seeds: new Map([[start, 'start']]) };
			const finder = new OriginFinder(graph, seeded, policy);
			for (const { transfer, amount } of follow(graph, given, [start], policy, {})) {
				const back = finder.of(transfer).chains.filter((chain) => chain.origin === 'start');
				t.is(
					back.reduce((sum, chain) => sum + chain.amount, 0n),
					amount,
				);
			}
		}),
		{ numRuns: 50, seed: 20230810 },
	);
});
