import test from 'ava';
import { buildGraph } from '../../src/tracing/graph.ts';
import { findPaths, type PathQuestion } from '../../src/tracing/paths.ts';
import { draw } from './draw.ts';

function ask(flows: readonly string[], asked: Partial<PathQuestion> = {}) {
	return findPaths(buildGraph(draw(...flows)), {
		from: { accounts: ['A'] },
		to: { accounts: ['Z'] },
		services: new Set(),
		conversions: [],
		limits: {},
		paths: 100,
		...asked,
	});
}

//  A --a--> B --b--> Z      quick: two hops, arrives third
//  A --c-----------> Z      direct: one hop, arrives last
const TWO_WAYS = ['a A>B 9', 'b B>Z 9', 'c A>Z 9'];

test('the earliest path and the one of fewest transfers are told apart', (t) => {
	const { earliest, fewest, all } = ask(TWO_WAYS);
	t.deepEqual(earliest, ['a', 'b']);
	t.deepEqual(fewest, ['c']);
	t.deepEqual(all, [['c'], ['a', 'b']]);
});

test('the fewest hops to an account do not hide a longer way that was there earlier', (t) => {
	// B is reached by three hops at 3, by one hop at 5; it pays Z at 4
	const flows = ['a A>P 1', 'b P>Q 1', 'c Q>B 1', 'd B>Z 1', 'e A>B 1'];
	t.deepEqual(ask(flows).fewest, ['a', 'b', 'c', 'd']);
});

test('no path, no answer', (t) => {
	t.deepEqual(ask(['b B>Z 1', 'a A>B 1']), { earliest: undefined, fewest: undefined, all: [], cuts: [] });
});

test('inside a tie group a path may run in any order', (t) => {
	t.deepEqual(ask(['z B>Z 1 @1~', 'a A>B 1 @1~']).fewest, ['a', 'z']);
});

test('a path ends at the first end it meets, and may end with a transfer', (t) => {
	const flows = ['a A>B 1', 'b B>Z 1', 'c Z>Y 1', 'd Y>Z 1'];
	t.deepEqual(ask(flows).all, [['a', 'b']]);
	t.deepEqual(ask(flows, { to: { transfers: ['c'] } }).all, [['a', 'b', 'c']]);
	t.deepEqual(ask(flows, { from: { transfers: ['b'] }, to: { transfers: ['d'] } }).all, [['b', 'c', 'd']]);
});

test('a path crosses a cash-out and names both legs, coins first', (t) => {
	const sale = { services: new Set(['X']), conversions: [{ id: 'c1', gives: ['coin'], gets: ['yuan'] }] };
	t.deepEqual(ask(['in A>W 1', 'coin W>X 1', 'yuan M>B 7', 'pay B>Z 5'], sale).all, [['in', 'coin', 'yuan', 'pay']]);
	t.deepEqual(ask(['in A>W 1', 'yuan M>B 7', 'coin W>X 1', 'pay B>Z 5'], sale).all, [['in', 'coin', 'yuan', 'pay']]);
	t.deepEqual(ask(['yuan M>B 7', 'in A>W 1', 'coin W>X 1', 'pay B>Z 5'], sale).all, []);
});

test('a path goes on from no service', (t) => {
	t.deepEqual(ask(['a A>S 1', 'b S>Z 1'], { services: new Set(['S']) }).all, []);
	t.deepEqual(ask(['a A>S 1', 'b S>Z 1']).all, [['a', 'b']]);
});

//  A -> H -> Z with H busy;  A -> B -> C -> Z
const BUSY = ['a A>H 9', 'b H>Z 9', 'c A>B 9', 'd B>C 9', 'e C>Z 9', 'x H>P 1', 'y H>Q 1'];

test('each limit that kept something out of the paths is named with how much', (t) => {
	t.deepEqual(ask(BUSY).all, [
		['a', 'b'],
		['c', 'd', 'e'],
	]);
	const hub = ask(BUSY, { limits: { hub: 3 } });
	t.deepEqual(hub.all, [['c', 'd', 'e']]);
	t.deepEqual(hub.cuts, [{ limit: 'hub', count: 1 }]);
	t.deepEqual(ask(BUSY, { limits: { hub: 4 } }).cuts, []);
	const depth = ask(BUSY, { limits: { depth: 2 } });
	t.deepEqual(depth.all, [['a', 'b']]);
	t.deepEqual(depth.cuts, [{ limit: 'depth', count: 1 }]);
	const least = ask(['a A>B 4', 'b B>Z 9', 'c A>Z 5'], { limits: { min: new Map([['CNY', 5n]]) } });
	t.deepEqual(least.all, [['c']]);
	t.deepEqual(least.cuts, [{ limit: 'min', count: 1 }]);
	const since = ask(TWO_WAYS, { limits: { since: 2 } });
	t.deepEqual(since.all, [['c']]);
	t.deepEqual(since.cuts, [{ limit: 'since', count: 1 }]);
	const until = ask(TWO_WAYS, { limits: { until: 2 } });
	t.deepEqual(until.all, [['a', 'b']]);
	t.deepEqual(until.cuts, [{ limit: 'until', count: 1 }]);
});

test('more paths than asked for are said to exist', (t) => {
	//  A => B => C => Z, three transfers at each step: 27 paths
	const flows = ['A>B', 'B>C', 'C>Z'].flatMap((way) => ['x', 'y', 'z'].map((name) => `${way}${name} ${way} 1`));
	t.is(ask(flows).all.length, 27);
	t.deepEqual(ask(flows).cuts, []);
	const few = ask(flows, { paths: 5 });
	t.is(few.all.length, 5);
	t.deepEqual(few.cuts, [{ limit: 'paths', count: 1 }]);
});

test('a path reaches no account twice', (t) => {
	t.deepEqual(ask(['a A>B 1', 'b B>C 1', 'c C>B 1', 'd B>Z 1']).all, [['a', 'd']]);
});
