import test from 'ava';
import * as fc from 'fast-check';
import { buildGraph } from '../../src/tracing/graph.ts';
import { settle } from '../../src/tracing/settle.ts';
import { tieDependent } from '../../src/tracing/tie-dependent.ts';
import { type Flow, POLICIES } from '../../src/tracing/types.ts';
import { cases } from './cases.ts';
import { draw, lines, terms } from './draw.ts';

test('inside a tie group an account receives before it pays', (t) => {
	// A > B > C in one second, printed backwards
	const graph = buildGraph(draw('z B>C 5 @7~', 'a A>B 5 @7~'));
	t.deepEqual(graph.ids, ['a', 'z']);
});

test('transfers that nothing orders come by id', (t) => {
	t.deepEqual(buildGraph(draw('c A>B 1 @1~', 'a C>D 1 @1~', 'b A>B 1 @1~')).ids, ['a', 'b', 'c']);
});

test('a cycle is cut at its smallest id, and what hangs on it waits', (t) => {
	//  A --m--> B --k--> A,  B --a--> C: `a` is smallest but not on the cycle
	t.deepEqual(buildGraph(draw('m A>B 1 @1~', 'k B>A 1 @1~', 'a B>C 1 @1~')).ids, ['k', 'm', 'a']);
});

test('different assets do not order one another', (t) => {
	t.deepEqual(buildGraph(draw('a B>C 1 CNY @1~', 'b A>B 1 USDT @1~')).ids, ['a', 'b']);
});

test('a transfer whose order is known stays where it is', (t) => {
	t.deepEqual(buildGraph(draw('z B>C 5 @7', 'a A>B 5 @7~', 'b A>C 5 @8~')).ids, ['z', 'a', 'b']);
});

test('results that hang on the order inside a tie group are named, onwards too', (t) => {
	// which of the two seeds A spends first is not known; D has nothing to do with it
	const flows = draw('n N>A 10 @1~', 's S>A 10 @1~', 'out A>B 10 @2', 'on B>C 10 @3', 'd D>E 10 @4');
	t.deepEqual(tieDependent(buildGraph(flows), terms({ seeds: { n: 'north', s: 'south' } })), ['out', 'on']);
});

test('a tie that traced value never meets, or that is alone in its accounts, is not named', (t) => {
	const apart = draw('n N>A 10 @1~', 's S>B 10 @1~', 'out A>C 10 @2');
	t.deepEqual(tieDependent(buildGraph(apart), terms({ seeds: { n: 'north', s: 'south' } })), []);
	const untraced = draw('x X>Y 10 @1~', 'y Y>Z 10 @1~', 'n N>A 1 @2');
	t.deepEqual(tieDependent(buildGraph(untraced), terms({ seeds: { n: 'north' } })), []);
});

test('whatever is not named has the same shares in every order of its tie groups, under every policy', (t) => {
	fc.assert(
		fc.property(cases, fc.infiniteStream(fc.nat()), ({ flows, terms: given }, numbers) => {
			const graph = buildGraph(flows);
			const named = new Set(tieDependent(graph, given));
			// The same transfers in another order, with nothing tied any more: they stay as they come.
			const ordered = shuffledGroups(flows, numbers).map((flow) => ({ ...flow, tied: false }));
			for (const policy of POLICIES) {
				const one = lines(settle(graph, given, policy).shares(true)).sort();
				const other = lines(settle(buildGraph(ordered), given, policy).shares(true)).sort();
				const unnamed = (line: string) => !named.has(line.split(' ')[0] ?? '');
				t.deepEqual(other.filter(unnamed), one.filter(unnamed), policy);
			}
		}),
		{ numRuns: 3000 },
	);
});

function shuffledGroups(flows: readonly Flow[], numbers: Iterator<number>): Flow[] {
	const shuffled: Flow[] = [];
	for (let i = 0; i < flows.length; ) {
		const first = flows[i] as Flow;
		const group: Flow[] = [];
		do group.push(flows[i++] as Flow);
		while (first.tied && flows[i]?.tied && flows[i]?.instant === first.instant);
		while (group.length > 0) shuffled.push(...group.splice(numbers.next().value % group.length, 1));
	}
	return shuffled;
}
