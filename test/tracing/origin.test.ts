import test from 'ava';
import { buildGraph } from '../../src/tracing/graph.ts';
import { OriginFinder } from '../../src/tracing/origin.ts';
import type { TraceTerms } from '../../src/tracing/types.ts';
import { draw, terms } from './draw.ts';

function chains(
	flows: readonly string[],
	given: TraceTerms,
	transfer: string,
	policy: 'fifo' | 'lifo' = 'fifo',
): string[] {
	const { chains: found } = new OriginFinder(buildGraph(draw(...flows)), given, policy).of(transfer);
	return found.map(
		({ origin, hops, amount }) => `${origin} ${amount}: ${hops.map((h) => `${h.transfer} ${h.amount}`).join(', ')}`,
	);
}

//  N --n 100--> A --a 60--> B --p 5--> C
//  S --s 100--> A
const CHAIN = ['n N>A 100', 's S>A 100', 'a A>B 60', 'b A>B 60', 'p B>C 5', 'q B>C 100'];
const GIVEN = terms({ seeds: { n: 'north', s: 'south' } });

test('five yuan are led back hop by hop, each with its amount', (t) => {
	t.deepEqual(chains(CHAIN, GIVEN, 'p'), ['north 5: n 5, a 5, p 5']);
	t.deepEqual(chains(CHAIN, GIVEN, 'p', 'lifo'), ['south 5: s 5, b 5, p 5']);
});

test('a payment made of several has a chain for each way, largest first', (t) => {
	t.deepEqual(chains(CHAIN, GIVEN, 'q'), [
		'north 55: n 55, a 55, q 55',
		'north 40: n 40, b 40, q 40',
		'south 5: s 5, b 5, q 5',
	]);
});

test('a seed is its own origin', (t) => {
	t.deepEqual(chains(CHAIN, GIVEN, 'n'), ['north 100: n 100']);
});

test('what came from nowhere known is stated as an amount', (t) => {
	const finder = new OriginFinder(buildGraph(draw('n N>A 10', 'a A>B 25')), GIVEN_NORTH, 'fifo');
	t.is(finder.of('a').unknown, 15n);
	t.is(finder.of('a').unfollowed, 0n);
	t.deepEqual(chains(['a A>S 10', 'b S>B 10'], terms({ services: ['S'] }), 'b'), []);
});

const GIVEN_NORTH = terms({ seeds: { n: 'north' } });

test('an opening balance begins with the first transfer out of it', (t) => {
	const given = terms({ openings: { 'A|CNY': 10n } });
	t.deepEqual(chains(['a A>B 10', 'b B>C 4'], given, 'b'), ['?opening 4: a 4, b 4']);
});

//  N --n 100 USDT--> W --coin 100 USDT--> [X],  M --yuan 700--> A --pay 5--> C
test('a chain crosses a cash-out with the coins in proportion', (t) => {
	const given = terms({
		seeds: { n: 'north' },
		services: ['X'],
		conversions: [{ id: 'c1', gives: ['coin'], gets: ['yuan'] }],
	});
	const coins = ['n N>W 100_000_000 USDT', 'coin W>X 100_000_000 USDT'];
	const way = 'north 500: n 714285, coin 714285, yuan 500, pay 500';
	t.deepEqual(chains([...coins, 'yuan M>A 70_000', 'pay A>C 500'], given, 'pay'), [way]);
	t.deepEqual(chains([coins[0] ?? '', 'yuan M>A 70_000', coins[1] ?? '', 'pay A>C 500'], given, 'pay'), [way]);
});

test('coins of two origins come apart on the way up', (t) => {
	const given = terms({
		seeds: { n: 'north', s: 'south' },
		services: ['X'],
		conversions: [{ id: 'c1', gives: ['coin'], gets: ['yuan'] }],
	});
	const flows = ['n N>W 60 USDT', 's S>W 40 USDT', 'coin W>X 100 USDT', 'yuan M>A 700', 'pay A>C 500'];
	t.deepEqual(chains(flows, given, 'pay'), [
		'north 420: n 60, coin 60, yuan 420, pay 420',
		'south 80: s 11, coin 11, yuan 80, pay 80',
	]);
});

test('what went round in a circle is followed through every turn', (t) => {
	const flows = ['n N>A 10', 'a A>B 10', 'b B>A 10', 'c A>B 10', 'd B>C 10'];
	t.deepEqual(chains(flows, GIVEN_NORTH, 'd'), ['north 10: n 10, a 10, b 10, c 10, d 10']);
});

test('a chain goes from the leg that arrived to the leg that was given for it', (t) => {
	const sale = { id: 'c1', gives: ['c1', 'c2'], gets: ['y1', 'y2'] };
	const given = terms({ seeds: { n: 'north' }, services: ['X'], conversions: [sale] });
	const flows = ['n N>W 100 USDT', 'c1 W>X 40 USDT', 'c2 W>X 60 USDT', 'y1 M>A 350', 'y2 M>A 350', 'pay A>C 700'];
	t.deepEqual(chains(flows, given, 'pay'), [
		'north 350: n 50, c2 50, y2 350, pay 350',
		'north 280: n 40, c1 40, y1 280, pay 280',
		'north 70: n 10, c2 10, y1 70, pay 70',
	]);
});
