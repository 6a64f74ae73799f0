import test from 'ava';
import fc from 'fast-check';
import { rateOf } from '../../src/cashouts/band.ts';
import { cashOutId } from '../../src/cashouts/candidates.ts';
import { matchCashOuts } from '../../src/cashouts/match.ts';
import { type CashOutRules, type CoinLeg, isSettled, type YuanLeg } from '../../src/cashouts/types.ts';
import type { Decision, DecisionAct } from '../../src/ledger/decision.ts';
import { Problem } from '../../src/ledger/problem.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2023, 2, 10);

const RULES: CashOutRules = {
	rates: [{ min: '7.10', max: '7.15', source: '报价单' }],
	beforeMs: 24 * HOUR,
	afterMs: 72 * HOUR,
	chanceMax: 0.05,
};

/** Coins of six decimals that left `hours` after the start. */
function coin(transfer: string, coins: number, hours: number, party = '甲'): CoinLeg {
	const quantity = BigInt(coins) * 1_000_000n;
	const instant = START + hours * HOUR;
	return { transfer, side: 'sold', party, asset: 'tron:usdt', quantity, decimals: 6, instant, other: '柜台' };
}

function yuan(transfer: string, fen: bigint, hours: number, party = '甲'): YuanLeg {
	return { transfer, side: 'sold', party, fen, instant: START + hours * HOUR, other: '卡商' };
}

/** Incoming payments of other purposes over a year, so that chance has something to go by. */
function life(party = '甲'): YuanLeg[] {
	return [1_000n, 50_000_000n].map((fen, i) => yuan(`life-${party}-${i}`, fen, 500 + i * 8_000, party));
}

function decide(subject: string, act: DecisionAct, line: number): Decision {
	return { subject, act, value: '', by: '检察官甲', why: '', at: '', line, review: '' };
}

function statuses(coins: CoinLeg[], legs: YuanLeg[], decisions: Decision[] = [], rules = RULES): string[] {
	return matchCashOuts(coins, legs, rules, decisions, [])
		.cashOuts.map((c) => `${c.coins}-${c.yuan} ${c.status} ${c.why}`)
		.sort();
}

test('the only pair that fits is accepted and stays inferred', (t) => {
	const { cashOuts, ...rest } = matchCashOuts(
		[coin('c1', 1000, 0)],
		[yuan('y1', 712_345n, 5), ...life()],
		RULES,
		[],
		[],
	);
	t.deepEqual(cashOuts, [
		{
			id: cashOutId(['c1'], ['y1']),
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
			score: cashOuts[0]?.score,
			chance: cashOuts[0]?.chance,
			overturned: [],
		},
	]);
	t.deepEqual(rest, { unmatchedCoins: [], unmatchedYuan: ['life-甲-0', 'life-甲-1'] });
	t.regex(cashOuts[0]?.id ?? '', /^c[0-9a-f]{16}$/);
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

test("legs that could be exchanged for one another stay proposed, each other's rivals", (t) => {
	const coins = [coin('c1', 1000, 0), coin('c2', 1000, 1)];
	const legs = [yuan('y1', 712_000n, 2), yuan('y2', 712_000n, 3), ...life()];
	t.deepEqual(
		statuses(coins, legs),
		['c1-y1', 'c1-y2', 'c2-y1', 'c2-y2'].map((pair) => `${pair} proposed rivals`),
	);
	const { cashOuts, unmatchedCoins } = matchCashOuts(coins, legs, RULES, [], []);
	const first = cashOuts.find((c) => c.id === cashOutId(['c1'], ['y1']));
	t.deepEqual(
		first?.rivals.map(({ id }) => id),
		[cashOutId(['c2'], ['y1']), cashOutId(['c1'], ['y2'])],
	);
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

test('the expected number of chance matches is rate in time times share of the amounts', (t) => {
	// Two others in 8,000 hours after y1 (499 hours earlier); the window is 96 hours.
	const { cashOuts } = matchCashOuts([coin('c1', 1000, 0)], [yuan('y1', 712_000n, 1), ...life()], RULES, [], []);
	const expected = ((2 * 96) / 8_499) * (Math.log(7.15 / 7.1) / Math.log(50_000_000 / 1_000));
	t.is(cashOuts[0]?.chance, Number(expected.toPrecision(6)));
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

test('property: no leg is used twice, all legs are accounted for, and order means nothing', (t) => {
	const coins = fc.array(fc.tuple(fc.integer({ min: 99, max: 102 }), fc.integer({ min: 0, max: 200 })), {
		maxLength: 8,
	});
	const legs = fc.array(fc.tuple(fc.integer({ min: 70_000, max: 73_000 }), fc.integer({ min: 0, max: 200 })), {
		maxLength: 8,
	});
	fc.assert(
		fc.property(coins, legs, fc.infiniteStream(fc.constantFrom('confirm', 'reject', 'withdraw')), (cs, ys, acts) => {
			const out = cs.map(([coins, hours], i) => coin(`c${i}`, coins, hours));
			const into = ys.map(([fen, hours], i) => yuan(`y${i}`, BigInt(fen), hours));
			const ids = matchCashOuts(out, into, RULES, [], []).cashOuts.map((c) => c.id);
			const decisions = ids.slice(0, 4).map((id, i) => decide(id, acts.next().value as DecisionAct, i + 2));
			const result = matchCashOuts(out, into, RULES, decisions, []);
			const used = result.cashOuts.filter(isSettled);
			const coinsUsed = used.flatMap((c) => c.coins);
			const yuanUsed = used.flatMap((c) => c.yuan);
			t.deepEqual([...coinsUsed, ...result.unmatchedCoins].sort(), out.map((leg) => leg.transfer).sort());
			t.deepEqual([...yuanUsed, ...result.unmatchedYuan].sort(), into.map((leg) => leg.transfer).sort());
			t.deepEqual(matchCashOuts([...out].reverse(), [...into].reverse(), RULES, [...decisions].reverse(), []), result);
		}),
		{ numRuns: 100, seed: 8 },
	);
});
