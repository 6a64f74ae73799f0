import test from 'ava';
import { chainHistories, wholeOnChain } from '../../src/ledger/chain-histories.ts';
import { instantOf, receipt } from './receipts.ts';

const USDT = 'eth:0xdAC17F958D2ee523a2206206994597C13D831ec7';

test('stretches that touch are one; a hole, or what is not final, stands apart', (t) => {
	const [history, ...others] = chainHistories([
		receipt({ from: 200, until: 299, endpoint: 'https://b.example', askedAt: 9 }),
		receipt({ from: 100, until: 199, askedAt: 8 }),
		receipt({ from: 389, until: 400, provisional: true }),
		receipt({ from: 301, until: 388 }),
	]);
	t.deepEqual(others, []);
	t.is(history?.state, 'complete');
	t.deepEqual(
		history?.covered.map((s) => [s.from, s.until, s.provisional, s.receipts, s.pages, s.records]),
		[
			[100, 299, false, 2, 4, 6],
			[301, 388, false, 1, 2, 3],
			[389, 400, true, 1, 2, 3],
		],
	);
	t.deepEqual(history?.covered[0]?.endpoints, ['https://b.example', 'https://node.example/v3']);
	t.is(history?.covered[0]?.lastAsked, 9);
	t.is(history?.covered[0]?.untilInstant, instantOf(299));
});

test('limited, cut, refused and empty are four different things', (t) => {
	const states = (['rate-limited', 'cut', 'range-refused', 'empty'] as const).map((outcome) => {
		const [history] = chainHistories([receipt({ outcome })]);
		return [history?.state, history?.open[0]?.outcome];
	});
	t.deepEqual(states, [
		['incomplete', 'rate-limited'],
		['incomplete', 'cut'],
		['incomplete', 'range-refused'],
		['empty', undefined],
	]);
});

test('an attempt that failed counts for as much as no other answer covers; a contradiction is settled by none', (t) => {
	const failed = receipt({ outcome: 'cut', from: 200, until: 299 });
	const open = (...more: ReturnType<typeof receipt>[]) =>
		chainHistories([receipt(), failed, ...more]).flatMap(({ open }) =>
			open.map((o) => [o.from, o.until, o.fromInstant]),
		);
	t.deepEqual(open(), [[200, 299, instantOf(200)]]);
	t.deepEqual(open(receipt({ from: 200, until: 249 })), [[250, 299, instantOf(249)]]);
	t.deepEqual(open(receipt({ from: 200, until: 299 })), []);
	t.deepEqual(
		open(receipt({ from: 200, until: 299, tokens: [USDT] })),
		[[200, 299, instantOf(200)]],
		'other tokens are not asked for',
	);
	t.deepEqual(
		chainHistories([receipt(), receipt({ outcome: 'cut', tokens: [USDT] })]).map(({ tokens, state }) => [
			tokens,
			state,
		]),
		[[[], 'complete']],
		'a failed question about one token that an answer about all covers is not a history in which nothing was',
	);
	const differs = receipt({ outcome: 'balance-differs', from: 100, until: 199 });
	t.is(chainHistories([receipt(), differs])[0]?.open.length, 1);
});

test('a span is whole where all three histories are, for good, with every token that the case knows', (t) => {
	const coins = receipt({ history: 'coins' });
	const internal = receipt({ history: 'internal', until: 149 });
	const whole = (...list: ReturnType<typeof receipt>[]) => [...wholeOnChain(chainHistories(list), [USDT, 'eth:coin'])];
	const span = { from: instantOf(100), until: instantOf(149) };
	t.deepEqual(whole(receipt(), coins, internal), [['eth:0xa', [span]]]);
	t.deepEqual(whole(receipt({ tokens: [USDT] }), coins, internal), [['eth:0xa', [span]]]);
	t.deepEqual(whole(receipt({ tokens: ['eth:0xother'] }), coins, internal), []);
	t.deepEqual(whole(receipt(), coins), [], 'internal transfers are not visible');
	t.deepEqual(whole(receipt(), coins, receipt({ history: 'internal', outcome: 'not-visible' })), []);
	t.deepEqual(whole(receipt({ provisional: true }), coins, internal), []);
	t.deepEqual(whole(receipt(), coins, internal, receipt({ outcome: 'balance-differs' })), []);
	t.deepEqual(
		whole(receipt(), coins, internal, receipt({ outcome: 'balance-differs', tokens: [USDT] })),
		[],
		'nor where the balance of one of the tokens differs',
	);
	t.deepEqual(whole(receipt({ outcome: 'empty' }), receipt({ ...coins, outcome: 'empty', id: 'x' }), internal), [
		['eth:0xa', [span]],
	]);
});
