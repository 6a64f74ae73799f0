import type { Share } from '../tables.ts';
import { rulesOf } from './explain.ts';
import type { Pool } from './pool.ts';

/**
 * Coin legs of deals that the rules of the case allow at all: the price lies in the band of the day on which the
 * evidence puts the first coins, and every yuan leg in the window of every coin leg. Beside it, all coin legs of deals
 * whose yuan are in the pool: bad prices, late payments and clocks in the wrong zone make the difference.
 */
export function ceilingOf(pool: Pool): Share {
	const coins = new Map(pool.coins.map((leg) => [leg.id, leg]));
	const yuan = new Map(pool.yuan.map((leg) => [leg.id, leg]));
	const { beforeMs, afterMs } = rulesOf(pool);
	let found = 0;
	let of = 0;
	for (const deal of pool.deals) {
		if (deal.yuan.length === 0) continue;
		of += deal.coins.length;
		const out = deal.coins.flatMap((id) => coins.get(id) ?? []);
		const paid = deal.yuan.flatMap((id) => yuan.get(id) ?? []);
		const first = Math.min(...out.map(({ instant }) => instant));
		const band = pool.bands.find(({ from, until }) => from <= first && first <= until);
		const units = out.reduce((sum, leg) => sum + leg.units, 0n);
		const fen = paid.reduce((sum, leg) => sum + leg.fen, 0n);
		const price = (Number(fen) / Number(units)) * 10_000;
		const inBand = band !== undefined && Number(band.min) <= price && price <= Number(band.max);
		const lags = paid.flatMap((y) => out.map((c) => (deal.side === 'sold' ? 1 : -1) * (y.instant - c.instant)));
		if (inBand && lags.every((lag) => -beforeMs <= lag && lag <= afterMs)) found += deal.coins.length;
	}
	return { found, of };
}
