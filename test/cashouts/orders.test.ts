import test from 'ava';
import { matchCashOuts } from '../../src/cashouts/match.ts';
import type { CashOut, CoinLeg, PartyOrder, YuanLeg } from '../../src/cashouts/types.ts';
import { coin, life, order, RULES, yuan } from './world.ts';

/** No rate is stated: orders alone decide. */
const BARE = { ...RULES, rates: [] };

function matched(coins: readonly CoinLeg[], legs: readonly YuanLeg[], orders: readonly PartyOrder[]): CashOut[] {
	return [...matchCashOuts(coins, legs, BARE, [], orders).cashOuts];
}

test('a completed order decides among equal payments, on one ledger', (t) => {
	const legs = [yuan('y1', 712_000n, 2), yuan('y2', 712_300n, 3), ...life()];
	const [only, ...more] = matched([coin('c1', 1000, 0)], legs, [order('8801', 1000, 712_300n, 1)]);
	t.deepEqual(more, []);
	t.like(only, { yuan: ['y2'], status: 'accepted', why: 'order', grade: 'one-ledger', score: 1, chance: 0 });
	t.deepEqual(only?.orders, ['8801']);
});

test('both sides agree where the payment names the number of the order', (t) => {
	const legs = [{ ...yuan('y1', 712_000n, 2), memo: '订单8801' }, yuan('y2', 712_000n, 3)];
	t.like(matched([coin('c1', 1000, 0)], legs, [order('8801', 1000, 712_000n, 1)])[0], {
		yuan: ['y1'],
		grade: 'both-sides',
		status: 'accepted',
	});
});

test('a number that stands inside a longer one names no order', (t) => {
	const noted = (memo: string) => [{ ...yuan('y1', 712_000n, 2), memo }];
	const grade = (memo: string) =>
		matched([coin('c1', 1000, 0)], noted(memo), [order('8801', 1000, 712_000n, 1)])[0]?.grade;
	t.deepEqual(['订单88012', '18801', 'A8801', '88018801'].map(grade), Array(4).fill('one-ledger'));
	t.deepEqual(['8801', '88012,8801', '订单8801号'].map(grade), Array(3).fill('both-sides'));
});

for (const state of ['cancelled', 'open'] as const) {
	test(`an order that is ${state} decides nothing and gives no rate`, (t) => {
		const orders = [{ ...order('8801', 1000, 712_000n, 1), state }];
		t.deepEqual(matched([coin('c1', 1000, 0)], [yuan('y1', 712_000n, 2)], orders), []);
	});
}

test('one deposit sold in three orders; two deposits sold in one', (t) => {
	const three = [400, 350, 250].map((size, i) => order(`o${i}`, size, BigInt(size * 712), 1 + i));
	const paid = [400, 350, 250].map((size, i) => yuan(`y${i}`, BigInt(size * 712), 1.2 + i));
	t.like(matched([coin('c1', 1000, 0)], paid, three)[0], { coins: ['c1'], yuan: ['y0', 'y1', 'y2'], why: 'order' });
	t.like(
		matched([coin('c1', 600, 0), coin('c2', 400, 0.5)], [yuan('y', 712_000n, 2)], [order('o', 1000, 712_000n, 1)])[0],
		{
			coins: ['c1', 'c2'],
			yuan: ['y'],
			why: 'order',
		},
	);
});

test("the exchange's fee may lie in the coins that were sent", (t) => {
	const orders = [{ ...order('o', 999, 711_288n, 1), fee: 1_000_000n }];
	t.is(matched([coin('c1', 1000, 0)], [yuan('y1', 711_288n, 2)], orders)[0]?.status, 'accepted');
});

test('equal orders match equal legs as a group, the pairing open', (t) => {
	const orders = [order('o1', 1000, 712_000n, 1), order('o2', 1000, 712_000n, 1.5)];
	const coins = [coin('c1', 1000, 0), coin('c2', 1000, 0.1)];
	const rows = matched(coins, [yuan('y1', 712_000n, 2), yuan('y2', 712_000n, 3)], orders);
	t.deepEqual(
		rows.map(({ coins: out, yuan: into, pairing, status, why }) => `${out}-${into} ${pairing} ${status} ${why}`),
		['c1,c2-y1,y2 open accepted order'],
	);
});

test('of coins sold in part, the part is proposed with what is left, and converts nothing', (t) => {
	const { cashOuts, unmatchedCoins } = matchCashOuts(
		[coin('c1', 1000, 0)],
		[yuan('y1', 427_200n, 2), ...life()],
		RULES,
		[],
		[order('o', 600, 427_200n, 1)],
	);
	t.like(cashOuts[0], { status: 'proposed', why: 'partly', remainder: 400_000_000n, fen: 427_200n });
	t.deepEqual(unmatchedCoins, ['c1']);
});

test('yuan that an order explains stand for no other coins', (t) => {
	// 1,000 coins at 7.12 would fit the yuan by amount; but those came for 500 coins.
	const orders = [order('o', 500, 712_000n, 1)];
	const { cashOuts } = matchCashOuts([coin('c1', 1000, 0)], [yuan('y1', 712_000n, 2), ...life()], RULES, [], orders);
	t.deepEqual(
		cashOuts.map(({ status, why, remainder }) => `${status} ${why} ${remainder}`),
		['proposed partly 500000000'],
	);
});

test("another account's payment is not the order's, where both name accounts", (t) => {
	const orders = [{ ...order('o', 1000, 712_000n, 1), payAccount: 'bank:1' }];
	const ends = { account: 'bank:2', otherAccount: 'bank:3' };
	t.deepEqual(
		matched([coin('c1', 1000, 0)], [{ ...yuan('y1', 712_000n, 2), ...ends }], orders).filter((c) => c.why === 'order'),
		[],
	);
	const own = { ...ends, account: 'bank:1' };
	t.is(matched([coin('c1', 1000, 0)], [{ ...yuan('y1', 712_000n, 2), ...own }], orders)[0]?.why, 'order');
});

test('coins that went to an own account at the exchange are sold by its orders alone', (t) => {
	const own = { ...coin('c1', 1000, 0), own: true, otherAccount: 'okx:1' };
	const legs = [yuan('y1', 712_000n, 2), ...life()];
	t.deepEqual(matchCashOuts([own], legs, RULES, [], []).cashOuts, []);
	t.is(matched([own], legs, [order('o', 1000, 712_000n, 1)])[0]?.why, 'order');
	t.deepEqual(
		matched([own], legs, [{ ...order('o', 1000, 712_000n, 1), account: 'okx:2' }]).filter(({ why }) => why === 'order'),
		[],
	);
});

test('a rejected statement frees its legs', (t) => {
	const legs = [yuan('y1', 712_000n, 2), ...life()];
	const orders = [order('o', 1000, 712_000n, 1)];
	const id = matched([coin('c1', 1000, 0)], legs, orders)[0]?.id ?? '';
	const reject = { subject: id, act: 'reject', value: '', by: '', why: '', at: '', line: 2, review: '' } as const;
	const { cashOuts, unmatchedYuan } = matchCashOuts([coin('c1', 1000, 0)], legs, BARE, [reject], orders);
	t.deepEqual(
		cashOuts.map(({ status }) => status),
		['rejected'],
	);
	t.true(unmatchedYuan.includes('y1'));
});

test('orders give the rates of days for which the case states none', (t) => {
	// Somebody's order of the day at 7.12; the coins of the party were sold without one.
	const legs = [yuan('y1', 1_424_000n, 5), ...life()];
	const rows = matched([coin('c1', 2000, 0)], legs, [order('o', 1000, 712_000n, 1)]);
	t.like(rows[0], { coins: ['c1'], yuan: ['y1'], band: { basis: 'orders', source: 'o' } });
});
