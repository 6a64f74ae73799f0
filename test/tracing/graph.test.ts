import test from 'ava';
import { Problem } from '../../src/ledger/problem.ts';
import { buildGraph, graphBytes, positionsOf } from '../../src/tracing/graph.ts';
import { settle } from '../../src/tracing/settle.ts';
import { draw, terms } from './draw.ts';

test('accounts and assets are numbered as they come, amounts kept in two limbs', (t) => {
	const graph = buildGraph(draw('x A>B 5', 'y B>C 1_000_000_000_000_000_000_000_007 eth:coin'));
	t.deepEqual(graph.accounts, ['A', 'B', 'C']);
	t.deepEqual(graph.assets, ['CNY', 'eth:coin']);
	t.deepEqual([...graph.high], [0, 1e9]);
	t.deepEqual([...graph.low], [5, 7]);
	t.deepEqual(graph.totals, [5n, 1_000_000_000_000_000_000_000_007n]);
	t.is(graph.holdings.count, 4);
});

test('more transfers than the first columns hold are all kept', (t) => {
	const lines = Array.from({ length: 3_000 }, (_, k) => `t${k} A${k % 7}>B${k % 5} ${k + 1}`);
	const graph = buildGraph(draw(...lines));
	t.is(graph.size, 3_000);
	t.deepEqual(graph.totals, [4_501_500n]);
	t.is(graph.ids[2_999], 't2999');
	t.is(graph.time[2_999], 3_000);
	t.true(graphBytes(graph) / graph.size < 50);
});

test('no flows make an empty graph', (t) => {
	const settlement = settle(buildGraph([]), terms(), 'fifo');
	t.deepEqual([...settlement.shares()], []);
	t.deepEqual(settlement.conservation, []);
});

test('an amount of more than 30 digits is refused with its transfer', (t) => {
	const error = t.throws(() => buildGraph(draw(`big A>B 1${'0'.repeat(30)} scam`)), { instanceOf: Problem });
	t.is(error?.code, 'trace.amount-too-large');
	t.deepEqual(error?.facts, { transfer: 'big', asset: 'scam', amount: `1${'0'.repeat(30)}` });
	t.notThrows(() => buildGraph(draw(`big A>B ${'9'.repeat(30)}`)));
});

test('an asset of which too much moved to be counted exactly is refused', (t) => {
	const lines = Array.from({ length: 10 }, (_, k) => `t${k} A>B ${'9'.repeat(30)} scam`);
	const error = t.throws(() => buildGraph(draw(...lines)), { instanceOf: Problem });
	t.is(error?.code, 'trace.total-too-large');
	t.is(error?.facts.asset, 'scam');
	t.notThrows(() => buildGraph(draw(...lines.slice(1))));
});

test('a transfer of nothing is a mistake of the caller', (t) => {
	t.throws(() => buildGraph(draw('x A>B 0')), { message: 'transfer x moves 0: nothing to trace' });
});

test('places are found by id, and a missing id is a mistake of the caller', (t) => {
	const graph = buildGraph(draw('x A>B 1', 'y B>C 1'));
	t.deepEqual([...positionsOf(graph, ['y'])], [['y', 1]]);
	t.throws(() => positionsOf(graph, ['y', 'z']), { message: 'transfer z is not among the flows' });
});

test('a transfer that comes twice is a mistake of the caller', (t) => {
	t.throws(() => buildGraph(draw('x A>B 1', 'y B>C 1', 'x A>B 1')), { message: 'transfer x is given twice' });
});
