import test from 'ava';
import fc from 'fast-check';
import { rateOf } from '../../src/cashouts/band.ts';
import { cashOutId } from '../../src/cashouts/explanations.ts';
import { matchCashOuts } from '../../src/cashouts/match.ts';
import { type CoinLeg, isSettled, type YuanLeg } from '../../src/cashouts/types.ts';
import type { Decision, DecisionAct } from '../../src/ledger/decision.ts';
import { Problem } from '../../src/ledger/problem.ts';
import { coin, HOUR, life, RULES, START, yuan } from './world.ts';

function decide(subject: string, act: DecisionAct, line: number): Decision {
	return { subject, act, value: '', by: '检察官甲', why: '', at: '', line, review: '' };
}

function statuses(coins: CoinLeg[], legs: YuanLeg[], decisions: Decision[] = [], rules = RULES): string[] {
	return matchCashOuts(coins, legs, rules, decisions, [])
		.cashOuts.map((c) => `${c.coins}-${c.yuan} ${c.status} ${c.why}`)
		.sort();
}

test('the only pair that fits is accepted and stays inferred', (t) => {
	const legs = [yuan('y1', 712_345n, 5), ...life()];
	const { cashOuts, ...rest } = matchCashOuts([coin('c1', 1000, 0)], legs, RULES, [], []);
	const [only] = cashOuts;
	t.is(cashOuts.length, 1);
	t.is(cashOutId(['c1'], ['y1']), 'c6ae5023b20369402');
	t.like(only, {
		id: 'c6ae5023b20369402',
		side: 'sold',
		pairing: 'one',
		party: '甲',
		coins: ['c1'],
		yuan: ['y1'],
		asset: 'tron:usdt',
		quantity: 1_000_000_000n,
		fen: 712_345n,
		rate: '7.123450',
		grade: 'inferred',
		status: 'accepted',
		why: 'unique',
		lagMs: -5 * HOUR,
		rivals: [],
		band: { min: '7.10', max: '7.15', source: '报价单', basis: 'case' },
	});
	t.true((only?.score ?? 0) > 0.98);
	// What would overturn it: a payment between 7,100 and 7,150 yuan from a day before the coins to three days after.
	t.deepEqual(only?.overturned[0], {
		code: 'overturn-payment',
		facts: { low: '710000', high: '715000', from: START - 24 * HOUR, until: START + 72 * HOUR },
	});
	t.deepEqual(rest, { unmatchedCoins: [], unmatchedYuan: ['life-甲-0', 'life-甲-1'], limits: [] });
});

for (const [title, fen, hours, fits] of [
	['the lowest rate', 710_000n, 1, true],
	['a fen below the lowest rate', 709_999n, 1, false],
	['the highest rate', 715_000n, 1, true],
	['a fen above the highest rate', 715_001n, 1, false],
	['yuan a day before', 712_000n, -24, true],
	['yuan more than a day before', 712_000n, -25, false],
	['yuan three days after', 712_000n, 72, true],
	['yuan more than three days after', 712_000n, 73, false],
] as const) {
	test(`${title} ${fits ? 'fits' : 'does not fit'}`, (t) => {
		t.is(statuses([coin('c1', 1000, 0)], [yuan('y1', fen, hours)]).length, fits ? 1 : 0);
	});
}

test('a fraction of a fen at the edge of the band is no difference', (t) => {
	const odd: CoinLeg = { ...coin('c1', 0, 0), quantity: 1_000_003_333n };
	// 1000.003333 x 7.10 = 7100.0236..., paid as 7100.02
	t.is(statuses([odd], [yuan('y1', 710_002n, 1)]).length, 1);
	t.is(statuses([odd], [yuan('y1', 710_001n, 1)]).length, 0);
});

test('coins of eighteen decimals lose nothing', (t) => {
	const wei: CoinLeg = { ...coin('c1', 0, 0), quantity: 1_000_000_000_000_000_000_000n, decimals: 18 };
	t.is(matchCashOuts([wei], [yuan('y1', 712_345n, 1)], RULES, [], []).cashOuts[0]?.rate, '7.123450');
});

test('a rate is rounded half up at six decimals', (t) => {
	t.is(rateOf(coin('c', 3, 0), 2_000n), '6.666667');
	t.is(rateOf({ ...coin('c', 0, 0), quantity: 8_000_000n, decimals: 6 }, 1n), '0.001250');
	t.is(rateOf({ ...coin('c', 0, 0), quantity: 20_000_000_000n, decimals: 6 }, 1n), '0.000001');
});

test("another party's yuan never fit", (t) => {
	t.deepEqual(statuses([coin('c1', 1000, 0)], [yuan('y1', 712_000n, 1, '乙')]), []);
});

test('legs that could be exchanged for one another match as a group, the pairing open', (t) => {
	const coins = [coin('c1', 1000, 0), coin('c2', 1000, 1)];
	const legs = [yuan('y1', 712_000n, 2), yuan('y2', 712_000n, 3), ...life()];
	const { cashOuts, unmatchedCoins } = matchCashOuts(coins, legs, RULES, [], []);
	t.like(cashOuts.find(isSettled), {
		id: cashOutId(['c1', 'c2'], ['y1', 'y2']),
		pairing: 'open',
		coins: ['c1', 'c2'],
		yuan: ['y1', 'y2'],
		quantity: 2_000_000_000n,
		fen: 1_424_000n,
		status: 'accepted',
	});
	const pairs = ['c1-y1', 'c1-y2', 'c2-y1', 'c2-y2'].map((pair) => `${pair} proposed leg-taken`);
	t.deepEqual(statuses(coins, legs), ['c1,c2-y1,y2 accepted unique', ...pairs]);
	t.deepEqual(unmatchedCoins, []);
});

test('two equal sales and three equal payments match nothing: which payment is not for coins cannot be told', (t) => {
	const coins = [coin('c1', 1000, 0), coin('c2', 1000, 1)];
	const legs = [2, 3, 4].map((hours) => yuan(`y${hours}`, 712_000n, hours));
	const { cashOuts, unmatchedCoins } = matchCashOuts(coins, [...legs, ...life()], RULES, [], []);
	t.deepEqual([...new Set(cashOuts.map(({ status, why }) => `${status} ${why}`))], ['proposed rivals']);
	t.deepEqual(unmatchedCoins, ['c1', 'c2']);
});

test('a confirmed pair takes its legs and leaves the others free', (t) => {
	const coins = [coin('c1', 1000, 0), coin('c2', 1000, 1)];
	const legs = [yuan('y1', 712_000n, 2), yuan('y2', 712_000n, 3), ...life()];
	t.deepEqual(statuses(coins, legs, [decide(cashOutId(['c1'], ['y1']), 'confirm', 2)]), [
		'c1-y1 confirmed confirmed',
		'c1-y2 proposed leg-taken',
		'c2-y1 proposed leg-taken',
		'c2-y2 accepted unique',
	]);
});

test('a group is confirmed and rejected by its own id', (t) => {
	const coins = [coin('c1', 1000, 0), coin('c2', 1000, 1)];
	const legs = [yuan('y1', 712_000n, 2), yuan('y2', 712_000n, 3), ...life()];
	const id = cashOutId(['c1', 'c2'], ['y1', 'y2']);
	t.true(statuses(coins, legs, [decide(id, 'confirm', 2)]).includes('c1,c2-y1,y2 confirmed confirmed'));
	const rejected = statuses(coins, legs, [decide(id, 'reject', 2)]);
	t.true(rejected.includes('c1,c2-y1,y2 rejected rejected'));
	t.false(rejected.some((one) => one.includes('accepted')));
});

test('a rejected pair frees its rivals, until the rejection is withdrawn', (t) => {
	const coins = [coin('c1', 1000, 0)];
	const legs = [yuan('y1', 712_000n, 2), yuan('y2', 713_000n, 3), ...life()];
	const reject = decide(cashOutId(['c1'], ['y1']), 'reject', 2);
	t.deepEqual(statuses(coins, legs, [reject]), ['c1-y1 rejected rejected', 'c1-y2 accepted unique']);
	t.deepEqual(statuses(coins, legs, [decide(reject.subject, 'withdraw', 3), reject]), [
		'c1-y1 proposed rivals',
		'c1-y2 proposed rivals',
	]);
});

test('of two confirmed pairs with one leg in common the later line holds', (t) => {
	const legs = [yuan('y1', 712_000n, 2), yuan('y2', 713_000n, 3)];
	const decisions = [decide(cashOutId(['c1'], ['y1']), 'confirm', 2), decide(cashOutId(['c1'], ['y2']), 'confirm', 3)];
	t.deepEqual(statuses([coin('c1', 1000, 0)], legs, decisions), [
		'c1-y1 proposed leg-taken',
		'c1-y2 confirmed confirmed',
	]);
});

test('a pair that chance would give stays proposed', (t) => {
	// Twenty payments of like amounts within the window: about as many would fit by chance.
	const crowd = Array.from({ length: 20 }, (_, i) => yuan(`n${i}`, 600_000n + BigInt(i) * 1_000n, i));
	t.deepEqual(statuses([coin('c1', 1000, 0)], [yuan('y1', 712_000n, 1), ...crowd]), ['c1-y1 proposed chance']);
});

test('the band in force at the earlier instant holds', (t) => {
	const rates = [
		{ min: '7.10', max: '7.15', until: START, source: '一' },
		{ min: '7.20', max: '7.25', from: START + 1, source: '二' },
	];
	const rules = { ...RULES, rates };
	t.is(statuses([coin('c1', 1000, 0)], [yuan('y1', 712_000n, 5)], [], rules).length, 1);
	t.is(statuses([coin('c1', 1000, 0)], [yuan('y1', 722_000n, 5)], [], rules).length, 0);
	t.is(statuses([coin('c1', 1000, 2)], [yuan('y1', 722_000n, 1)], [], rules).length, 1);
});

for (const [min, max] of [
	['七', '7.2'],
	['7.3', '7.2'],
	['0', '7.2'],
	['-1', '7.2'],
] as const) {
	test(`a band from "${min}" to "${max}" is a problem of the settings`, (t) => {
		const rules = { ...RULES, rates: [{ min, max, source: '报价单' }] };
		const thrown = t.throws(() => matchCashOuts([], [], rules, [], []), { instanceOf: Problem });
		t.is(thrown?.code, 'case.rate');
		t.deepEqual(thrown?.facts, { min, max, source: '报价单' });
	});
}

test('legs without an amount match nothing', (t) => {
	t.deepEqual(statuses([coin('c1', 0, 0)], [yuan('y1', 0n, 1)]), []);
});

/** Random small worlds: coins, yuan in parts, decisions. */
const someCoins = fc.array(fc.tuple(fc.integer({ min: 99, max: 102 }), fc.integer({ min: 0, max: 200 })), {
	maxLength: 7,
});
const someYuan = fc.array(fc.tuple(fc.integer({ min: 20_000, max: 73_000 }), fc.integer({ min: 0, max: 200 })), {
	maxLength: 9,
});

test('property: no leg is used twice, all legs are accounted for, and order means nothing', (t) => {
	const acts = fc.infiniteStream(fc.constantFrom('confirm', 'reject', 'withdraw'));
	fc.assert(
		fc.property(someCoins, someYuan, acts, (cs, ys, nextActs) => {
			const out = cs.map(([coins, hours], i) => coin(`c${i}`, coins, hours));
			const into = ys.map(([fen, hours], i) => yuan(`y${i}`, BigInt(fen), hours));
			const ids = matchCashOuts(out, into, RULES, [], []).cashOuts.map((c) => c.id);
			const decisions = ids.slice(0, 4).map((id, i) => decide(id, nextActs.next().value as DecisionAct, i + 2));
			const result = matchCashOuts(out, into, RULES, decisions, []);
			const used = result.cashOuts.filter(isSettled);
			const coinsUsed = used.flatMap((c) => c.coins);
			const yuanUsed = used.flatMap((c) => c.yuan);
			t.deepEqual([...coinsUsed, ...result.unmatchedCoins].sort(), out.map((leg) => leg.transfer).sort());
			t.deepEqual([...yuanUsed, ...result.unmatchedYuan].sort(), into.map((leg) => leg.transfer).sort());
			const rejected = new Set(decisions.filter(({ act }) => act === 'reject').map(({ subject }) => subject));
			t.false(used.some(({ id }) => rejected.has(id)));
			const backwards = [[...out].reverse(), [...into].reverse(), [...decisions].reverse()] as const;
			t.deepEqual(matchCashOuts(backwards[0], backwards[1], RULES, backwards[2], []), result);
		}),
		{ numRuns: 60, seed: 8 },
	);
});
