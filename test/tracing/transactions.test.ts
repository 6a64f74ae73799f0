import test from 'ava';
import { buildGraph } from '../../src/tracing/graph.ts';
import { settle } from '../../src/tracing/settle.ts';
import { findSwaps } from '../../src/tracing/swaps.ts';
import { type Flow, POLICIES } from '../../src/tracing/types.ts';
import { draw, lines, terms } from './draw.ts';

/** Flows of one transaction, at one instant. */
function together(instant: number, transaction: string, ...drawn: readonly string[]): Flow[] {
	return draw(...drawn).map((flow) => ({ ...flow, instant, transaction }));
}

const NORTH = { n: 'north' };
const PEOPLE = new Set(['W']);
const known = (people: ReadonlySet<string>, services: readonly string[] = []) => ({
	isPerson: (account: string) => people.has(account),
	services: new Set(services),
});

//  N --n 100--> A,   K holds 40 of its own: A pays K, and K pays P and Q, all in one transaction
const HELD = draw('o O>K 40 USDT @1', 'n N>A 100 USDT @2');

test('a batch payer passes on what it was paid in the transaction, and its own lots stay where they are', (t) => {
	const batch = ['a A>K 100 USDT', 'p K>P 70 USDT', 'q K>Q 30 USDT'];
	for (const policy of ['fifo', 'lifo', 'haircut'] as const) {
		for (const order of [batch, [...batch].reverse()]) {
			const graph = buildGraph([...HELD, ...together(3, 'x', ...order)]);
			const settlement = settle(graph, terms({ seeds: { ...NORTH, o: 'other' } }), policy);
			t.deepEqual(lines(settlement.sharesOf('p')), ['p north 70'], policy);
			t.deepEqual(lines(settlement.sharesOf('q')), ['q north 30'], policy);
			const kept = [...settlement.held()].filter(({ account }) => account === 'K');
			t.deepEqual(
				kept.map(({ origin, amount }) => `${origin} ${amount}`),
				['other 40'],
				policy,
			);
		}
	}
});

test('beyond what it was paid in the transaction an account pays with its own', (t) => {
	const graph = buildGraph([...HELD, ...together(3, 'x', 'p K>P 120 USDT', 'a A>K 100 USDT')]);
	const settlement = settle(graph, terms({ seeds: { ...NORTH, o: 'other' } }), 'fifo');
	t.deepEqual(lines(settlement.sharesOf('p')), ['p north 100', 'p other 20']);
});

//  L lends A 500 and gets 501 back in the same transaction: of L's lots nothing moves, of A's the one it paid for it
test('a flash loan moves what was paid for it, whichever log comes first', (t) => {
	const held = draw('l O>L 900 USDT @1', 'n N>A 10 USDT @2');
	for (const loan of [
		['lend L>A 500 USDT', 'back A>L 501 USDT'],
		['back A>L 501 USDT', 'lend L>A 500 USDT'],
	]) {
		const graph = buildGraph([...held, ...together(3, 'x', ...loan)]);
		for (const policy of ['fifo', 'lifo', 'haircut'] as const) {
			const settlement = settle(graph, terms({ seeds: { ...NORTH, l: 'lender' } }), policy);
			t.deepEqual(lines(settlement.sharesOf('back', true)), ['back ?round 500', 'back north 1'], policy);
			t.deepEqual(lines(settlement.sharesOf('lend', true)), ['lend ?round 500'], policy);
			const held = [...settlement.held()].map(({ account, origin, amount }) => `${account} ${origin} ${amount}`);
			t.deepEqual(held, ['L lender 900', 'L north 1', 'A north 9'], policy);
		}
		t.deepEqual(lines(settle(graph, terms({ seeds: NORTH }), 'poison').sharesOf('lend')), []);
	}
});

//  W gives the router R 100 USDT, of which 10 come back; R passes 90 to the pool P1, over coins to P2; W gets 7 TOK
const SWAP = together(
	3,
	'x',
	'give W>R 100 USDT',
	'on R>P1 90 USDT',
	'mid P1>P2 4 COIN',
	'change R>W 10 USDT',
	'get P2>W 7 TOK',
);

test('change of token by a swap keeps the origin, less what came back as change', (t) => {
	const held = draw('n N>W 60 USDT @1', 's S>W 60 USDT @2');
	const { swaps, unclear } = findSwaps([...held, ...SWAP], known(PEOPLE));
	t.deepEqual(unclear, []);
	t.is(swaps.length, 1);
	t.like(swaps[0], {
		account: 'W',
		gives: ['give'],
		gets: ['get'],
		gave: 90n,
		got: 7n,
		gaveAsset: 'USDT',
		gotAsset: 'TOK',
	});
	const graph = buildGraph([...held, ...SWAP, ...draw('pay W>Z 5 TOK @9')]);
	const given = terms({ seeds: { ...NORTH, s: 'south' }, conversions: swaps });
	const fifo = settle(graph, given, 'fifo');
	t.deepEqual(lines(fifo.sharesOf('get')), ['get north 5', 'get south 2']);
	t.deepEqual(lines(fifo.sharesOf('pay')), ['pay north 5']);
	t.deepEqual(lines(settle(graph, given, 'haircut').sharesOf('get')), ['get north 4', 'get south 3']);
	for (const policy of POLICIES) t.true(lines(settle(graph, given, policy).sharesOf('on')).length === 0, policy);
	const left = [...fifo.held()].filter(({ account, asset }) => account === 'W' && asset === 'USDT');
	t.deepEqual(
		left.map(({ origin, amount }) => `${origin} ${amount}`),
		['south 30'],
	);
});

test('whose swap it was is never guessed', (t) => {
	const both = together(1, 'x', 'give W>P 100 USDT', 'get P>W 7 TOK');
	t.deepEqual(findSwaps(both, known(new Set())), {
		swaps: [],
		unclear: [{ transaction: 'x', instant: 1, accounts: ['P', 'W'] }],
	});
	t.deepEqual(
		findSwaps(both, known(new Set(), ['P'])).swaps.map(({ account }) => account),
		['W'],
	);
	t.deepEqual(
		findSwaps(both, known(PEOPLE)).swaps.map(({ account }) => account),
		['W'],
	);
	// between two known people it is a sale, which other evidence must explain
	t.is(findSwaps(both, known(new Set(['W', 'P']))).swaps.length, 0);
	const three = [...both, ...together(1, 'x', 'more W>P 3 COIN')];
	t.deepEqual(
		findSwaps(three, known(PEOPLE)).unclear.map(({ accounts }) => accounts),
		[['W']],
	);
	t.deepEqual(findSwaps(draw('a A>B 1 USDT', 'b B>A 1 TOK'), known(PEOPLE)), { swaps: [], unclear: [] });
});

test('transfers of one transaction stand side by side, wherever their files put them', (t) => {
	const [a, b] = together(5, 'x', 'a A>B 1', 'b B>C 1') as [Flow, Flow];
	const between = draw('c C>D 1 @5', 'd D>E 1 @5');
	t.deepEqual(buildGraph([a, ...between, b]).ids, ['a', 'b', 'c', 'd']);
});
