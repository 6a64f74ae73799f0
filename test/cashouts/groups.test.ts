import test from 'ava';
import { matchCashOuts } from '../../src/cashouts/match.ts';
import type { CashOut, CashOutRules, CoinLeg, YuanLeg } from '../../src/cashouts/types.ts';
import { coin, life, RULES, yuan } from './world.ts';

function matched(coins: readonly CoinLeg[], legs: readonly YuanLeg[], rules: CashOutRules = RULES): CashOut[] {
	return [...matchCashOuts(coins, [...legs, ...life()], rules, [], []).cashOuts].sort((a, b) => b.score - a.score);
}

function told({ coins, yuan: legs, status, why }: CashOut): string {
	return `${coins}-${legs} ${status} ${why}`;
}

// 1,000 coins at 7.12 are 7,120 yuan; each group is worth what its coins are at a rate within 7.10 to 7.15.
for (const [shape, coins, legs] of [
	['one to many', [coin('c1', 1000, 0)], [yuan('y1', 500_000n, 1), yuan('y2', 150_000n, 2), yuan('y3', 62_000n, 2.5)]],
	['many to one', [coin('c1', 700, 0), coin('c2', 300, 1)], [yuan('y1', 712_000n, 3)]],
	['many to many', [coin('c1', 700, 0), coin('c2', 300, 1)], [yuan('y1', 400_000n, 3), yuan('y2', 312_000n, 3.5)]],
] as const) {
	test(`${shape}: the group is the best explanation, none of its parts explains anything`, (t) => {
		const [best] = matched(coins, legs);
		t.deepEqual(
			best?.coins,
			coins.map((leg) => leg.transfer),
		);
		t.deepEqual(
			best?.yuan,
			legs.map((leg) => leg.transfer),
		);
		t.is(best?.rate, '7.120000');
		t.true((best?.score ?? 0) > 0.9);
		t.is(best?.pairing, 'one');
	});
}

test('one to one only, where the rules say so', (t) => {
	const legs = [yuan('y1', 500_000n, 1), yuan('y2', 212_000n, 2)];
	t.deepEqual(matched([coin('c1', 1000, 0)], legs, { ...RULES, partsMax: 1 }), []);
});

test('parts of one match lie within the time of a group', (t) => {
	const legs = [yuan('y1', 500_000n, 1), yuan('y2', 212_000n, 26)];
	t.deepEqual(matched([coin('c1', 1000, 0)], legs), []);
	t.is(matched([coin('c1', 1000, 0)], legs, { ...RULES, groupMs: 48 * 3_600_000 }).length, 1);
});

test('four parts are a group where one payer sent them', (t) => {
	const parts = [300_000n, 200_000n, 150_000n, 62_000n].map((fen, i) => yuan(`y${i}`, fen, 1 + i / 10));
	t.deepEqual(matched([coin('c1', 1000, 0)], parts)[0]?.yuan, ['y0', 'y1', 'y2', 'y3']);
	const strangers = parts.map((leg, i) => ({ ...leg, other: `路人${i}` }));
	t.deepEqual(matched([coin('c1', 1000, 0)], strangers), []);
});

test('an assignment over all: the pair that fits nothing else decides what the other one is', (t) => {
	// y2 (7,145) fits only the 1,003 coins; so y1 (7,115), which fits both, is for the 1,000.
	const coins = [coin('c1', 1000, 0), coin('c2', 1005, 0.5)];
	const legs = [yuan('y1', 714_000n, 2), yuan('y2', 718_000n, 2.5)];
	t.deepEqual(
		matched(coins, legs)
			.filter((one) => one.score > 0.9)
			.map((one) => `${one.coins}-${one.yuan}`)
			.sort(),
		['c1-y1', 'c2-y2'],
	);
});

test('a fee is taken only where the case declares one, and is printed', (t) => {
	// 7,100 at the lowest rate; the yuan are 30 short.
	const [c, y] = [[coin('c1', 1000, 0)], [yuan('y1', 707_000n, 1)]];
	t.deepEqual(matched(c, y), []);
	for (const fee of [
		{ basisPoints: 50n, fen: 0n },
		{ basisPoints: 0n, fen: 3_000n },
	]) {
		const [only] = matched(c, y, { ...RULES, fee });
		t.is(only?.short, 3_000n);
		t.deepEqual(
			only?.overturned.find(({ code }) => code === 'overturn-payment')?.facts.low,
			fee.fen > 0n ? '707000' : '706450',
		);
	}
});

test('coins bought are the reverse step: yuan out, coins in', (t) => {
	const bought = { side: 'bought' as const };
	const coins = [{ ...coin('c1', 1000, 3), ...bought }];
	const legs = [{ ...yuan('y1', 712_000n, 1), ...bought }, ...life().map((leg) => ({ ...leg, ...bought }))];
	const { cashOuts, unmatchedCoins, unmatchedYuan } = matchCashOuts(coins, legs, RULES, [], []);
	t.deepEqual(
		cashOuts.map((one) => `${one.side} ${told(one)}`),
		['bought c1-y1 accepted unique'],
	);
	// What else the party paid is no purchase of coins that failed.
	t.deepEqual([unmatchedCoins, unmatchedYuan], [[], []]);
	// Yuan that went out are no yuan that came in.
	t.deepEqual(matchCashOuts([coin('c1', 1000, 0)], legs, RULES, [], []).cashOuts, []);
});

test("a linked party's yuan are proposed with the reason, never accepted", (t) => {
	const linked = [{ party: '甲', why: 'subordinate' as const }];
	const legs = [{ ...yuan('y1', 712_000n, 1, '乙'), linked }, ...life('乙').map((leg) => ({ ...leg, linked }))];
	const { cashOuts } = matchCashOuts([coin('c1', 1000, 0)], legs, RULES, [], []);
	t.is(cashOuts.length, 1);
	t.like(cashOuts[0], { party: '甲', payee: '乙', status: 'proposed' });
});

test('what is too unlikely counts as unmatched', (t) => {
	// Three days late, from a crowd of like payments.
	const crowd = Array.from({ length: 40 }, (_, i) => yuan(`n${i}`, 600_000n + BigInt(i) * 9_000n, i));
	const rows = matched([coin('c1', 1000, 0)], [...crowd, yuan('y1', 712_300n, 70)], { ...RULES, confidenceMin: 0.99 });
	t.is(rows.find(({ yuan: [leg] }) => leg === 'y1')?.why, 'weak');
});

test('certain matches of the days around narrow the band, and the match says so', (t) => {
	// Eight sales at 7.120 within two days; the case knows only 6.80 to 7.40.
	const wide = { ...RULES, rates: [{ min: '6.80', max: '7.40', source: '报价单' }] };
	const sizes = [1000, 1300, 1700, 2300, 3100, 4100, 5300, 7000];
	const coins = sizes.map((size, i) => coin(`c${i}`, size, i * 6));
	const legs = sizes.map((size, i) => yuan(`y${i}`, BigInt(size * 712), i * 6 + 1));
	const [first] = matched(coins, legs, wide);
	t.is(first?.status, 'accepted');
	t.is(first?.band?.basis, 'own');
	t.true(Number(first?.band?.min) > 7.1 && Number(first?.band?.max) < 7.14);
});
