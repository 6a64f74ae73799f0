import test from 'ava';
import { buildGraph } from '../../src/tracing/graph.ts';
import { reach } from '../../src/tracing/reach.ts';
import type { Conversion, Ends, Limits } from '../../src/tracing/types.ts';
import { draw } from './draw.ts';

interface Asked {
	readonly services?: readonly string[];
	readonly conversions?: readonly Conversion[];
	readonly limits?: Limits;
}

function ask(flows: readonly string[], from: Ends, { services = [], conversions = [], limits = {} }: Asked = {}) {
	const graph = buildGraph(draw(...flows));
	const { hops, accounts, cuts } = reach(graph, { from, services: new Set(services), conversions, limits });
	const reached = graph.ids.flatMap((id, k) => (hops[k] === 0 ? [] : [`${id} ${hops[k]}`]));
	return { reached, accounts: graph.accounts.map((account, k) => `${account} ${accounts[k]}`), cuts };
}

//  A --a--> B --b--> C          but B paid D before it was reached
//           B --early--> D
const CHAIN = ['early B>D 1 @1', 'a A>B 1 @2', 'b B>C 1 @3'];

test('reach never runs backwards', (t) => {
	const { reached, accounts } = ask(CHAIN, { accounts: ['A'] });
	t.deepEqual(reached, ['a 1', 'b 2']);
	t.deepEqual(accounts, ['B 1', 'D 32767', 'A 0', 'C 2']);
});

test('reach from a transfer begins with it', (t) => {
	t.deepEqual(ask(CHAIN, { transfers: ['b'] }).reached, ['b 1']);
});

test('several hops inside one tie group are reached, whatever their order', (t) => {
	const tied = ['z B>C 1 @5~', 'y C>D 1 @5~', 'x A>B 1 @5~', 'early D>E 1 @4'];
	t.deepEqual(ask(['early D>E 1 @4', ...tied.slice(0, 3)], { accounts: ['A'] }).reached, ['x 1', 'z 2', 'y 3']);
});

test('a cycle in one tie group is reached all round', (t) => {
	const { reached } = ask(['p A>B 1 @1~', 'q B>C 1 @1~', 'r C>B 1 @1~', 's C>A 1 @1~'], { accounts: ['B'] });
	t.deepEqual(reached, ['p 3', 'q 1', 'r 2', 's 2']);
});

test('a service ends the branch, unless one starts from it', (t) => {
	const flows = ['in A>S 1', 'out S>B 1', 'on B>C 1'];
	t.deepEqual(ask(flows, { accounts: ['A'] }, { services: ['S'] }).reached, ['in 1']);
	t.deepEqual(ask(flows, { accounts: ['S'] }, { services: ['S'] }).reached, ['out 1', 'on 2']);
});

//  A --coin--> [X],  M --yuan--> B --pay--> C
const SALE = [{ id: 'c1', gives: ['coin'], gets: ['yuan'] }];

test('reach crosses a cash-out, coins first or yuan first', (t) => {
	const asked = { services: ['X'], conversions: SALE };
	const coinsFirst = ['coin A>X 1 USDT', 'yuan M>B 7', 'pay B>C 5'];
	t.deepEqual(ask(coinsFirst, { accounts: ['A'] }, asked).reached, ['coin 1', 'yuan 2', 'pay 3']);
	const yuanFirst = ['yuan M>B 7', 'pay B>C 5', 'coin A>X 1 USDT'];
	t.deepEqual(ask(yuanFirst, { accounts: ['A'] }, asked).reached, ['yuan 2', 'pay 3', 'coin 1']);
});

test('a wallet that is reached only after the yuan came does not explain them', (t) => {
	const flows = ['yuan M>B 7', 'fund A>W 1 USDT', 'coin W>X 1 USDT', 'pay B>C 5'];
	const { reached } = ask(flows, { accounts: ['A'] }, { services: ['X'], conversions: SALE });
	t.deepEqual(reached, ['fund 1', 'coin 2']);
});

test('each limit that kept something out is named with how much', (t) => {
	const flows = ['a A>B 1 @1', 'b B>C 1 @2', 'c C>D 1 @3', 'd D>E 1 @4'];
	t.deepEqual(ask(flows, { accounts: ['A'] }).cuts, []);
	const depth = ask(flows, { accounts: ['A'] }, { limits: { depth: 2 } });
	t.deepEqual(depth.reached, ['a 1', 'b 2']);
	t.deepEqual(depth.cuts, [{ limit: 'depth', count: 1 }]);
	t.deepEqual(ask(flows, { accounts: ['A'] }, { limits: { since: 2 } }).cuts, [{ limit: 'since', count: 1 }]);
	const until = ask(flows, { accounts: ['A'] }, { limits: { until: 3 } });
	t.deepEqual(until.reached, ['a 1', 'b 2', 'c 3']);
	t.deepEqual(until.cuts, [{ limit: 'until', count: 1 }]);
	t.deepEqual(ask(flows, { accounts: ['A'] }, { limits: { depth: 9, since: 1, until: 4 } }).cuts, []);
});

test('depth is cut inside tie groups too', (t) => {
	const flows = ['a A>B 1 @1~', 'b B>C 1 @1~', 'c C>D 1 @1~'];
	const { reached, cuts } = ask(flows, { accounts: ['A'] }, { limits: { depth: 2 } });
	t.deepEqual(reached, ['a 1', 'b 2']);
	t.deepEqual(cuts, [{ limit: 'depth', count: 1 }]);
});
