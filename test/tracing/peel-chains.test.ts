import test from 'ava';
import { buildGraph } from '../../src/tracing/graph.ts';
import { findPeelChains } from '../../src/tracing/peel-chains.ts';
import type { Flow } from '../../src/tracing/types.ts';
import { draw } from './draw.ts';

/** 1,000 in; 900, 700 and 400 are passed on; 100, then 150 and 50, then 300 are peeled off. */
const CHAIN = [
	'a S>A 1000 USDT',
	'b A>X 100 USDT',
	'c A>B 900 USDT',
	'd B>X 150 USDT',
	'e B>C 700 USDT',
	'f B>Y 50 USDT',
	'g C>D 400 USDT',
	'h C>X 300 USDT',
];
const none: ReadonlySet<string> = new Set();

const found = (flows: readonly Flow[], services: ReadonlySet<string>) => findPeelChains(buildGraph(flows), services);

test('a chain lists its passes, what was peeled off, and the sums', (t) => {
	t.deepEqual(found(draw(...CHAIN), none), [
		{
			asset: 'USDT',
			start: 'a',
			passes: ['c', 'e', 'g'],
			peels: ['b', 'd', 'f', 'h'],
			entered: 1000n,
			peeled: 600n,
			left: 400n,
		},
	]);
});

test('an account that was seen before, got more than once, or is a service breaks the chain', (t) => {
	const broken = (lines: readonly string[], services = none) => found(draw(...lines), services).length;
	t.is(broken(['z Q>C 1 USDT', ...CHAIN]), 0);
	t.is(broken([...CHAIN, 'z Q>B 1 USDT']), 0);
	t.is(broken(CHAIN, new Set(['B'])), 0);
	t.is(broken(['z Q>C 1 CNY', ...CHAIN]), 1, 'another asset is another matter');
});

test('two passes are no chain, nor is handing on the whole, nor the smaller part', (t) => {
	t.is(found(draw(...CHAIN.slice(0, 6)), none).length, 0);
	t.is(found(draw(...CHAIN.slice(0, 7)), none).length, 0);
	t.is(found(draw(...CHAIN.map((line) => line.replace('400', '340'))), none).length, 0);
});

test('a chain may go round to its own payer, whom it peels off to, without end', (t) => {
	const round = draw(...CHAIN, 'i D>S 300 USDT', 'j D>X 20 USDT');
	t.deepEqual(
		found(round, none).map(({ passes }) => passes.join('')),
		['ceg'],
	);
});

test('where nothing says what came first, an account got before it paid, however its transfers are listed', (t) => {
	const tied = draw('b A>X 100 USDT @1~', 'c A>B 900 USDT @1~', 'a S>A 1000 USDT @1~', ...CHAIN.slice(3));
	t.deepEqual(found(tied, none), found(draw(...CHAIN), none));
});
