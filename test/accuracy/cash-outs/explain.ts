import { matchOneToOne } from '../../../src/cashouts/match.ts';
import { DAY } from './market.ts';
import type { Pool } from './pool.ts';

/** The windows that a new case has: yuan up to a day before the coins, up to three days after them. */
export const BEFORE_MS = DAY;
export const AFTER_MS = 3 * DAY;

/** One explanation that the program gives. */
export interface Explanation {
	readonly id: string;
	readonly coins: readonly string[];
	readonly yuan: readonly string[];
	/** Confidence, 0 to 1. */
	readonly score: number;
	/** Accepted without a person. */
	readonly accepted: boolean;
	/** The legs match as a group, the pairing left open. */
	readonly open: boolean;
}

/** Asks the program, with the windows and the limit that a new case has, and no exchange orders. */
export function explain(pool: Pool): Explanation[] {
	const rates = pool.bands.map((band) => ({ ...band, source: 'screenshots' }));
	const rules = { rates, beforeMs: BEFORE_MS, afterMs: AFTER_MS, chanceMax: 0.01 };
	const coins = pool.coins
		.filter(({ side }) => side === 'sold')
		.map(({ id: transfer, party, instant, units: quantity, other: to }) => {
			return { transfer, party, instant, quantity, to, asset: 'usdt', decimals: 6 };
		});
	const yuan = pool.yuan
		.filter(({ side }) => side === 'sold')
		.map(({ id: transfer, party, instant, fen, other: from }) => ({ transfer, party, instant, fen, from }));
	return matchOneToOne(coins, yuan, rules, []).cashOuts.map((found) => ({
		id: found.id,
		coins: [found.coin],
		yuan: [found.yuan],
		score: 1 / (1 + found.rivals.length),
		accepted: found.status === 'accepted',
		open: false,
	}));
}
