import { matchCashOuts } from '../../../src/cashouts/match.ts';
import type { CashOutRules, CoinLeg, YuanLeg } from '../../../src/cashouts/types.ts';
import { caseFileSchema } from '../../../src/run/case-file.ts';
import { settingsOf } from '../../../src/run/settings.ts';
import type { Pool, PoolCoin, PoolYuan } from './pool.ts';

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

/** The rules of a new case, whose rates alone are the pool's. */
export function rulesOf(pool: Pool): CashOutRules {
	const { cashOuts } = settingsOf(caseFileSchema.parse({ version: 1, name: 'pool' }));
	return { ...cashOuts, rates: pool.bands.map((band) => ({ ...band, source: 'screenshots' })) };
}

/** Asks the program, without exchange orders. */
export function explain(pool: Pool): Explanation[] {
	const yuan = pool.yuan.map((leg) => yuanLeg(leg, pool.helpers.get(leg.party)));
	return matchCashOuts(pool.coins.map(coinLeg), yuan, rulesOf(pool), [], []).cashOuts.map((found) => ({
		id: found.id,
		coins: found.coins,
		yuan: found.yuan,
		score: found.score,
		accepted: found.status === 'accepted',
		open: found.pairing === 'open',
	}));
}

function coinLeg({ id, side, party, instant, other, account, units }: PoolCoin): CoinLeg {
	return { ...ends({ id, side, party, instant, other, account }), asset: 'usdt', quantity: units, decimals: 6 };
}

function yuanLeg({ id, side, party, instant, other, account, fen }: PoolYuan, boss: string | undefined): YuanLeg {
	const leg = { ...ends({ id, side, party, instant, other, account }), fen };
	return boss === undefined ? leg : { ...leg, linked: [{ party: boss, why: 'subordinate' }] };
}

function ends({ id, side, party, instant, other, account }: Omit<PoolCoin, 'units'>) {
	return { transfer: id, side, party, instant, other, account, otherAccount: other };
}
