import test from 'ava';
import { buildGraph } from '../../src/tracing/graph.ts';
import { settle } from '../../src/tracing/settle.ts';
import { draw, lines, terms } from './draw.ts';

//  N --60 USDT--> W --100 USDT--> [X]        X is the exchange, M its merchant
//  S --40 USDT--> W        M --700 CNY--> A --500 CNY--> B
const COINS_FIRST = ['n N>W 60 USDT', 's S>W 40 USDT', 'coin W>X 100 USDT', 'yuan M>A 700 CNY', 'pay A>B 500 CNY'];
const YUAN_FIRST = ['n N>W 60 USDT', 'yuan M>A 700 CNY', 's S>W 40 USDT', 'coin W>X 100 USDT', 'pay A>B 500 CNY'];
const SALE = { id: 'c1', coin: 'coin', yuan: 'yuan' };
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
		{ conversion: 'c1', origin: 'north', coin: 60n, yuan: 420n },
		{ conversion: 'c1', origin: 'south', coin: 40n, yuan: 280n },
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
	const twice = { ...GIVEN, conversions: [SALE, { id: 'c2', coin: 'coin', yuan: 'pay' }] };
	t.throws(() => settle(buildGraph(draw(...COINS_FIRST)), twice, 'fifo'), {
		message: 'transfer coin is a leg of more than one cash-out',
	});
});
