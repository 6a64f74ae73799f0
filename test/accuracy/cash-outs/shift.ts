import { Chances } from './chances.ts';
import { DAY, DAYS, START } from './market.ts';
import type { Pool } from './pool.ts';

/** Further than any window reaches. */
const NEAREST = 8;

/**
 * The pool with each coin leg moved by some days of its own, round the end of the period: the hour stays, the market
 * stays, and whatever matches now does so by chance.
 */
export function shiftCoins(pool: Pool): Pool {
	const chances = new Chances(pool.seed * 7919 + 4);
	const coins = pool.coins.map((leg) => {
		const moved = leg.instant - START + chances.whole(NEAREST, DAYS - NEAREST) * DAY;
		return { ...leg, instant: START + (((moved % (DAYS * DAY)) + DAYS * DAY) % (DAYS * DAY)) };
	});
	return { ...pool, coins: coins.sort((a, b) => a.instant - b.instant || (a.id < b.id ? -1 : 1)) };
}
