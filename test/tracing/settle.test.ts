import test from 'ava';
import { buildGraph } from '../../src/tracing/graph.ts';
import { settle } from '../../src/tracing/settle.ts';
import type { HeldShare, Policy, TraceTerms } from '../../src/tracing/types.ts';
import { draw, lines, terms } from './draw.ts';

function shares(policy: Policy, flows: readonly string[], given: TraceTerms, unknown = false): string[] {
	return lines(settle(buildGraph(draw(...flows)), given, policy).shares(unknown));
}

function held(policy: Policy, flows: readonly string[], given: TraceTerms): string[] {
	const text = ({ account, asset, origin, amount }: HeldShare) => `${account} ${asset} ${origin} ${amount}`;
	return [...settle(buildGraph(draw(...flows)), given, policy).held()].map(text);
}

//  N --100--> W --120--> P       Clayton's case (1816): what was paid in first is paid out first
//  S --100--> W ---80--> Q
const TWO_IN_TWO_OUT = ['n N>W 100', 's S>W 100', 'p W>P 120', 'q W>Q 80'];
const NORTH_SOUTH = terms({ seeds: { n: 'north', s: 'south' } });

test('FIFO pays out first what came in first', (t) => {
	t.deepEqual(shares('fifo', TWO_IN_TWO_OUT, NORTH_SOUTH), [
		'n north 100',
		's south 100',
		'p north 100',
		'p south 20',
		'q south 80',
	]);
});

test('LIFO pays out first what came in last', (t) => {
	t.deepEqual(shares('lifo', TWO_IN_TWO_OUT, NORTH_SOUTH).slice(2), ['p north 20', 'p south 100', 'q north 80']);
});

test('haircut pays out of each origin in proportion', (t) => {
	t.deepEqual(shares('haircut', TWO_IN_TWO_OUT, NORTH_SOUTH).slice(2), [
		'p north 60',
		'p south 60',
		'q north 40',
		'q south 40',
	]);
});

test('poison marks the whole of every later payment with every origin', (t) => {
	t.deepEqual(shares('poison', TWO_IN_TWO_OUT, NORTH_SOUTH).slice(2), [
		'p north 120',
		'p south 120',
		'q north 80',
		'q south 80',
	]);
});

test('haircut gives the units left over to the largest remainders, and to the smaller origin id where these are equal', (t) => {
	// 1 of 3 held by three origins: each has a third of a unit
	const flows = ['b B>W 1', 'a A>W 1', 'c C>W 1', 'out W>X 1'];
	const given = terms({ seeds: { a: 'alpha', b: 'beta', c: 'gamma' } });
	t.deepEqual(shares('haircut', flows, given).slice(3), ['out alpha 1']);
	t.deepEqual(held('haircut', flows, given), ['W CNY beta 1', 'W CNY gamma 1', 'X CNY alpha 1']);
});

//  ? --> A --50--> B      A had 30 of N and nothing else
test('what an account spends beyond its known balance is of unknown origin, under every dividing policy', (t) => {
	for (const policy of ['fifo', 'lifo', 'haircut'] as const) {
		const flows = ['n N>A 30', 'out A>B 50'];
		const given = terms({ seeds: { n: 'north' } });
		t.deepEqual(shares(policy, flows, given, true).slice(1), ['out ?unknown 20', 'out north 30'], policy);
		t.deepEqual(shares(policy, flows, given).slice(1), ['out north 30'], policy);
	}
});

test('an opening balance is a lot of its own, drawn first by FIFO and last by LIFO', (t) => {
	const flows = ['n N>A 30', 'out A>B 40'];
	const given = terms({ seeds: { n: 'north' }, openings: { 'A|CNY': 25n } });
	t.deepEqual(shares('fifo', flows, given).slice(1), ['out ?opening 25', 'out north 15']);
	t.deepEqual(shares('lifo', flows, given).slice(1), ['out ?opening 10', 'out north 30']);
});

test('an opening balance that no transfer touches, or of a service, is left out', (t) => {
	const given = terms({ services: ['S'], openings: { 'Z|CNY': 5n, 'S|CNY': 5n, 'A|USDT': 5n } });
	t.deepEqual(
		settle(buildGraph(draw('x A>B 1', 'y S>B 1')), given, 'fifo').conservation.map((row) => row.origin),
		['?unknown'],
	);
});

//  N --100--> A --100--> [S] --100--> B
test('a service ends the branch: what arrives is delivered, what it sends is unknown', (t) => {
	const flows = ['n N>A 100', 'in A>S 100', 'out S>B 100'];
	const given = terms({ seeds: { n: 'north' }, services: ['S'] });
	for (const policy of ['fifo', 'lifo', 'haircut'] as const) {
		const settlement = settle(buildGraph(draw(...flows)), given, policy);
		t.deepEqual(lines(settlement.shares(true)), ['n north 100', 'in north 100', 'out ?unknown 100'], policy);
		const north = settlement.conservation.find((row) => row.origin === 'north');
		t.is(north?.delivered, 100n);
		t.is(north?.held, 0n);
	}
	t.deepEqual(shares('poison', flows, given), ['n north 100', 'in north 100']);
});

test('a seed counts as its origin whatever its payer held, and what the payer held of it is used up', (t) => {
	// the gang sends 40 back to the overseas payer, who pays again
	const flows = ['n N>A 100', 'back A>N 40', 'again N>A 50', 'out N>B 10'];
	const given = terms({ seeds: { n: 'north', again: 'north' } });
	const settlement = settle(buildGraph(draw(...flows)), given, 'fifo');
	t.deepEqual(lines(settlement.shares(true)).slice(2), ['again north 50', 'out ?unknown 10']);
	const north = settlement.conservation.find((row) => row.origin === 'north');
	t.like(north, { seeded: 150n, held: 110n, reseeded: 40n });
});

test('moves between accounts of one party keep the order of the lots', (t) => {
	const flows = ['n N>A 10', 's S>A 10', 'move A>B 20', 'out B>C 10'];
	t.deepEqual(shares('fifo', flows, NORTH_SOUTH).slice(4), ['out north 10']);
	t.deepEqual(shares('lifo', flows, NORTH_SOUTH).slice(4), ['out south 10']);
});

test('an account that pays itself keeps what it had', (t) => {
	for (const policy of ['fifo', 'lifo', 'haircut'] as const) {
		const flows = ['n N>A 10', 's S>A 10', 'self A>A 15', 'over A>A 30'];
		t.deepEqual(held(policy, flows, NORTH_SOUTH), ['A CNY ?unknown 10', 'A CNY north 10', 'A CNY south 10'], policy);
	}
});

test('assets are told apart', (t) => {
	const flows = ['n N>A 100 USDT', 'out A>B 100 CNY', 'coin A>C 100 USDT'];
	for (const policy of ['fifo', 'lifo', 'haircut', 'poison'] as const) {
		t.deepEqual(shares(policy, flows, terms({ seeds: { n: 'north' } })), ['n north 100', 'coin north 100'], policy);
	}
});

test('wei of 25 digits are divided and added without losing a unit', (t) => {
	const flows = [
		'n N>A 1_234_567_890_123_456_789_012_345 eth:coin',
		's S>A 9_999_999_999_999_999_999_999_999 eth:coin',
		'p A>B 1_234_567_890_123_456_789_012_346 eth:coin',
		'q A>B 9_999_999_999_999_999_999_999_998 eth:coin',
	];
	t.deepEqual(shares('fifo', flows, NORTH_SOUTH).slice(2), [
		'p north 1234567890123456789012345',
		'p south 1',
		'q south 9999999999999999999999998',
	]);
	t.deepEqual(held('fifo', flows, NORTH_SOUTH), [
		'B eth:coin north 1234567890123456789012345',
		'B eth:coin south 9999999999999999999999999',
	]);
	t.deepEqual(held('haircut', flows, NORTH_SOUTH), held('fifo', flows, NORTH_SOUTH));
});

test('shares of one transfer can be asked for by its id', (t) => {
	const settlement = settle(buildGraph(draw(...TWO_IN_TWO_OUT)), NORTH_SOUTH, 'fifo');
	t.deepEqual(lines(settlement.sharesOf('p')), ['p north 100', 'p south 20']);
	t.deepEqual(lines(settle(buildGraph(draw(...TWO_IN_TWO_OUT)), NORTH_SOUTH, 'poison').sharesOf('q')), [
		'q north 80',
		'q south 80',
	]);
	t.throws(() => settlement.sharesOf('nobody'), { message: 'transfer nobody is not among the flows' });
});
