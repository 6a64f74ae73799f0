import test from 'ava';
import { binsOf, calibrationError } from './calibration.ts';
import { judge } from './judge.ts';
import { makePool } from './make.ts';
import type { Pool } from './pool.ts';
import { shiftCoins } from './shift.ts';

test('decoys change nothing of the deals, and every leg of a deal is in the pool once', (t) => {
	const [bare, crowded] = [makePool(2001, 0), makePool(2001, 3)];
	const sums = ({ deals, coins, yuan }: Pool) => {
		const units = new Map(coins.map((leg) => [leg.id, leg.units]));
		const fen = new Map(yuan.map((leg) => [leg.id, leg.fen]));
		const of = (map: Map<string, bigint>, ids: readonly string[]) => ids.map((id) => map.get(id) as bigint);
		return deals.map((deal) => [deal.shape, of(units, deal.coins), of(fen, deal.yuan)]);
	};
	t.deepEqual(sums(crowded), sums(bare));
	const legs = bare.deals.flatMap(({ coins, yuan }) => [...coins, ...yuan]);
	t.is(new Set(legs).size, legs.length);
	t.is(crowded.yuan.length, 4 * bare.yuan.length);
	t.deepEqual(makePool(2001, 3), crowded);
});

test('shifted coins keep their hour and leave the reach of every window', (t) => {
	const pool = makePool(2001, 0);
	const before = new Map(pool.coins.map(({ id, instant }) => [id, instant]));
	for (const { id, instant } of shiftCoins(pool).coins) {
		const moved = Math.abs(instant - (before.get(id) as number)) / 86_400_000;
		t.true(Number.isInteger(moved) && moved >= 8 && moved <= 113, `${id} moved ${moved} days`);
	}
});

test('right is what names the legs of one deal, or of several where the pairing is open', (t) => {
	const deal = (coins: string[], yuan: string[]) => ({ side: 'sold', shape: 'one to one', coins, yuan }) as const;
	const deals = [deal(['a'], ['x']), deal(['b'], ['y']), deal(['c'], ['z1', 'z2']), deal(['cash'], [])];
	const pool: Pool = { seed: 0, coins: [], yuan: [], deals, bands: [], helpers: new Map() };
	const said = (id: string, coins: string[], yuan: string[], score: number, open = false) => {
		return { id, coins, yuan, score, open, accepted: score >= 0.5 };
	};
	const judged = judge(pool, [
		said('1', ['a'], ['y'], 0.9),
		said('2', ['a'], ['x'], 0.4),
		said('3', ['a', 'b'], ['x', 'y'], 0.3, true),
		said('4', ['a', 'b'], ['x', 'y'], 0.2),
		said('5', ['c'], ['z1'], 0.7),
		said('6', ['c'], ['z1', 'z2'], 0.6),
	]);
	t.deepEqual(judged.top1, { found: 1, of: 3 }, 'of a, b and c only b has a right one first');
	t.deepEqual(judged.top5, { found: 3, of: 3 });
	t.deepEqual(judged.precision, { found: 1, of: 3 });
	t.deepEqual(judged.recall, { found: 1, of: 3 });
	t.deepEqual(
		judged.all.map(({ right }) => right),
		[false, true, true, false, false, true],
	);
});

test('the calibration error is the mean distance of statement and truth over bins of equal count', (t) => {
	// Ten bins of two: each states 0.8; five of them are wholly true, five half.
	const stated = Array.from({ length: 20 }, (_, k) => ({ score: 0.8 + k * 1e-9, right: k < 10 || k % 2 === 0 }));
	t.is(calibrationError(binsOf(stated)).toFixed(6), ((5 * 0.2 + 5 * 0.3) / 10).toFixed(6));
	t.is(calibrationError(binsOf([])), 0);
});
