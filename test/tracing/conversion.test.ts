import test from 'ava';
import { buildGraph } from '../../src/tracing/graph.ts';
import { settle } from '../../src/tracing/settle.ts';
import { draw, lines, terms } from './draw.ts';

//  N --60 USDT--> W --100 USDT--> [X]        X is the exchange, M its merchant
//  S --40 USDT--> W        M --700 CNY--> A --500 CNY--> B
const COINS_FIRST = ['n N>W 60 USDT', 's S>W 40 USDT', 'coin W>X 100 USDT', 'yuan M>A 700 CNY', 'pay A>B 500 CNY'];
const YUAN_FIRST = ['n N>W 60 USDT', 'yuan M>A 700 CNY', 's S>W 40 USDT', 'coin W>X 100 USDT', 'pay A>B 500 CNY'];
const SALE = { id: 'c1', gives: ['coin'], gets: ['yuan'] };
const GIVEN = terms({ seeds: { n: 'north', s: 'south' }, services: ['X'], conversions: [SALE] });

test('yuan that come after the coins carry their origins in proportion', (t) => {
	const settlement = settle(buildGraph(draw(...COINS_FIRST)), GIVEN, 'fifo');
	t.deepEqual(lines(settlement.shares(true)).slice(2), [
		'coin north 60',
		'coin south 40',
		'yuan north 420',
		'yuan south 280',
		'pay north 420',
		'pay south 80',
	]);
	t.deepEqual(settlement.converted, [
		{ conversion: 'c1', origin: 'north', given: 60n, got: 420n },
		{ conversion: 'c1', origin: 'south', given: 40n, got: 280n },
	]);
});

test('yuan that come before the coins reserve what the wallet holds then; the rest is of unknown origin', (t) => {
	const settlement = settle(buildGraph(draw(...YUAN_FIRST)), GIVEN, 'fifo');
	t.deepEqual(lines(settlement.shares(true)), [
		'n north 60',
		'yuan ?unknown 280',
		'yuan north 420',
		's south 40',
		'coin ?unknown 40',
		'coin north 60',
		'pay ?unknown 80',
		'pay north 420',
	]);
	t.deepEqual(
		[...settlement.held()].filter(({ account }) => account === 'W').map(({ origin, amount }) => `${origin} ${amount}`),
		['south 40'],
	);
});

test('converted coins are neither held nor delivered', (t) => {
	const { conservation } = settle(buildGraph(draw(...COINS_FIRST)), GIVEN, 'fifo');
	const row = (asset: string, origin: string) => conservation.find((r) => r.asset === asset && r.origin === origin);
	t.like(row('USDT', 'north'), { seeded: 60n, convertedOut: 60n, held: 0n, delivered: 0n });
	t.like(row('CNY', 'north'), { seeded: 0n, convertedIn: 420n, held: 420n });
});

test('yuan that do not divide evenly lose no fen', (t) => {
	const flows = ['a A>W 1 USDT', 'b B>W 1 USDT', 'c C>W 1 USDT', 'coin W>X 3 USDT', 'yuan M>P 20 CNY'];
	const given = {
		...GIVEN,
		seeds: new Map([
			['a', 'alpha'],
			['b', 'beta'],
			['c', 'gamma'],
		]),
	};
	for (const policy of ['fifo', 'haircut'] as const) {
		t.deepEqual(lines(settle(buildGraph(draw(...flows)), given, policy).sharesOf('yuan')), [
			'yuan alpha 7',
			'yuan beta 7',
			'yuan gamma 6',
		]);
	}
});

test('marks cross a cash-out, and whoever takes the coins is not marked by them', (t) => {
	const flows = ['n N>W 60 USDT', 'coin W>D 60 USDT', 'yuan D>A 420 CNY', 'on D>E 60 USDT', 'pay A>B 5 CNY'];
	const given = terms({ seeds: { n: 'north' }, conversions: [SALE] });
	t.deepEqual(lines(settle(buildGraph(draw(...flows)), given, 'poison').shares()), [
		'n north 60',
		'coin north 60',
		'yuan north 420',
		'pay north 5',
	]);
	t.deepEqual(lines(settle(buildGraph(draw(...flows)), given, 'fifo').shares()), [
		'n north 60',
		'coin north 60',
		'yuan north 420',
		'pay north 5',
	]);
});

test('yuan with which coins are bought leave their payer as converted', (t) => {
	// D holds traced yuan and buys coins with them: D does not keep them
	const flows = ['s S>D 420 CNY', 'n N>W 60 USDT', 'coin W>D 60 USDT', 'yuan D>A 420 CNY', 'later D>E 420 CNY'];
	const given = terms({ seeds: { n: 'north', s: 'south' }, conversions: [SALE] });
	const settlement = settle(buildGraph(draw(...flows)), given, 'fifo');
	t.deepEqual(lines(settlement.sharesOf('later', true)), ['later ?unknown 420']);
	const south = settlement.conservation.find((row) => row.asset === 'CNY' && row.origin === 'south');
	t.like(south, { seeded: 420n, convertedOut: 420n, held: 0n });
});

test('coins that are themselves a seed convert whole', (t) => {
	const flows = ['yuan M>A 700 CNY', 'coin O>X 100 USDT'];
	const given = terms({ seeds: { coin: 'north' }, services: ['X'], conversions: [SALE] });
	for (const policy of ['fifo', 'lifo', 'haircut', 'poison'] as const) {
		t.deepEqual(lines(settle(buildGraph(draw(...flows)), given, policy).sharesOf('yuan')), ['yuan north 700']);
	}
});

test('yuan that are a seed stay a seed, and the conversion is named as not made', (t) => {
	const given = terms({ seeds: { n: 'north', yuan: 'east' }, services: ['X'], conversions: [SALE] });
	const settlement = settle(buildGraph(draw('n N>W 100 USDT', 'coin W>X 100 USDT', 'yuan M>A 700 CNY')), given, 'fifo');
	t.deepEqual(lines(settlement.shares()), ['n north 100', 'coin north 100', 'yuan east 700']);
	t.deepEqual(settlement.unmade, ['c1']);
	t.is(settlement.conservation.find((row) => row.origin === 'north')?.delivered, 100n);
});

test('a transfer cannot be a leg of two cash-outs', (t) => {
	const twice = { ...GIVEN, conversions: [SALE, { id: 'c2', gives: ['coin'], gets: ['pay'] }] };
	t.throws(() => settle(buildGraph(draw(...COINS_FIRST)), twice, 'fifo'), {
		message: 'transfer coin is a leg twice',
	});
});

//  N --60 USDT--> W --coin1 50--> [X]          one sale: 50 and 50 coins for 300 and 400 yuan
//  S --40 USDT--> W --coin2 50--> [X]          M --yuan1 300--> A   M --yuan2 400--> A
const MANY = { id: 'c1', gives: ['coin1', 'coin2'], gets: ['yuan1', 'yuan2'] };
const SOLD_TWICE = ['n N>W 60 USDT', 's S>W 40 USDT', 'coin1 W>X 50 USDT', 'coin2 W>X 50 USDT'];
const PAID_TWICE = ['yuan1 M>A 300', 'yuan2 M>A 400'];

test('several legs on both sides: what was given is pooled in order, and each that comes takes the next stretch', (t) => {
	const given = { ...GIVEN, conversions: [MANY] };
	const settled = (policy: 'fifo' | 'lifo' | 'haircut') =>
		lines(settle(buildGraph(draw(...SOLD_TWICE, ...PAID_TWICE)), given, policy).shares());
	// fifo pools 60 north, 40 south: 420 and 280 yuan; lifo 40 south, 60 north; haircut 6 : 4 throughout
	t.deepEqual(settled('fifo').slice(-5), [
		'coin2 north 10',
		'coin2 south 40',
		'yuan1 north 300',
		'yuan2 north 120',
		'yuan2 south 280',
	]);
	t.deepEqual(settled('lifo').slice(-3), ['yuan1 north 20', 'yuan1 south 280', 'yuan2 north 400']);
	t.deepEqual(settled('haircut').slice(-4), [
		'yuan1 north 180',
		'yuan1 south 120',
		'yuan2 north 240',
		'yuan2 south 160',
	]);
});

test('what leaves after the first leg that arrives is reserved there', (t) => {
	// yuan1 comes when W holds 60 north and has given 50: the other 50 are its last 10 and 40 of unknown origin
	const flows = [
		'n N>W 60 USDT',
		'coin1 W>X 50 USDT',
		'yuan1 M>A 300',
		's S>W 40 USDT',
		'coin2 W>X 50 USDT',
		'yuan2 M>A 400',
	];
	const settlement = settle(buildGraph(draw(...flows)), { ...GIVEN, conversions: [MANY] }, 'fifo');
	t.deepEqual(settlement.converted, [
		{ conversion: 'c1', origin: 'north', given: 60n, got: 420n },
		{ conversion: 'c1', origin: '?unknown', given: 40n, got: 280n },
	]);
	t.deepEqual(lines(settlement.shares(true)).slice(-4), [
		'coin2 ?unknown 40',
		'coin2 north 10',
		'yuan2 ?unknown 280',
		'yuan2 north 120',
	]);
});

test('a side of two assets is a mistake of the caller', (t) => {
	const mixed = { ...GIVEN, conversions: [{ id: 'c1', gives: ['coin', 'pay'], gets: ['yuan'] }] };
	t.throws(() => settle(buildGraph(draw(...COINS_FIRST)), mixed, 'fifo'), {
		message: 'conversion c1 has 2 assets on one side',
	});
});
