import type { Chances } from './chances.ts';
import { DAY, dayOf, HOUR, type Market, MINUTE } from './market.ts';
import type { Shape } from './pool.ts';

/** What a deal is worth on either side before it is split into legs. */
export interface Terms {
	/** Hundredths of a coin. */
	readonly cents: number;
	/** Yuan: people pay no fen for coins, but for the odd exchange that settles to the fen. */
	readonly fen: number;
}

/** Shares of deals; what is left is cash, or an account without evidence. */
const SHAPES: readonly (readonly [number, Shape | 'cash'])[] = [
	[64, 'one to one'],
	[18, 'one to many'],
	[8, 'many to one'],
	[3, 'many to many'],
	[7, 'cash'],
];

export function shapeOf(chances: Chances): Shape | 'cash' {
	return chances.weighted(SHAPES);
}

/**
 * Agrees on a deal. Either the coins are named and the yuan follow from the price, or the seller needs a round sum and
 * the coins follow. One in sixty takes a bad price (tainted coins sell at a discount): no band of the case knows it.
 *
 * @param margin share of the price that the buyer keeps; fees are in it
 */
export function agree(chances: Chances, market: Market, at: number, margin: number): Terms {
	const haggling = 0.0008 * chances.normal() + (chances.happens(1 / 60) ? chances.between(0.015, 0.04) : 0);
	const price = (market.prices[dayOf(at)] as number) * (1 - margin - haggling);
	if (chances.happens(0.4)) {
		const yuan = roundTo(chances.lognormal(32_000, 0.8), chances.pick([1000, 1000, 5000, 10_000]));
		const whole = chances.happens(0.6) ? 100 : 1;
		return { cents: Math.ceil((yuan / price) * (100 / whole)) * whole, fen: yuan * 100 };
	}
	const odd = chances.happens(0.25);
	const coins = chances.lognormal(4600, 0.8);
	const cents = odd ? Math.round(coins * 100) : roundTo(coins, chances.pick([100, 500, 500, 1000])) * 100;
	// On the way: a fee of a coin or so that the exchange takes before it sells.
	const fee = chances.happens(0.35) ? chances.pick([80, 100, 100, 150]) : 0;
	const exact = (cents - fee) * price;
	const grain = chances.weighted([
		[20, 1],
		[30, 100],
		[28, 1000],
		[22, 10_000],
	] as const);
	return { cents, fen: Math.max(grain, Math.round(exact / grain) * grain) };
}

/** How much later than the coins the (first) yuan come, ms: mostly within the hour, some the next day, some beforehand. */
export function delayOf(chances: Chances): number {
	if (chances.happens(0.12)) return -Math.floor(Math.min(20 * HOUR, chances.lognormal(40 * MINUTE, 1.2)));
	if (chances.happens(0.01)) return chances.whole(4 * DAY, 8 * DAY);
	return Math.floor(Math.min(60 * HOUR, chances.lognormal(28 * MINUTE, 1.4)));
}

/** Splits yuan over transfers: to a card limit, into round parts and a rest, or in no order. Sums to the whole. */
export function splitYuan(chances: Chances, fen: number, count: number): number[] {
	const limit = chances.pick([50_000_00, 49_999_00, 20_000_00]);
	if (fen > limit && fen <= limit * count && chances.happens(0.35)) {
		const parts: number[] = [];
		for (let left = fen; left > 0; left -= limit) parts.push(Math.min(left, limit));
		if (parts.length > 1) return parts;
	}
	const grain = chances.happens(0.75) ? chances.pick([1000_00, 5000_00, 500_00]) : 100;
	const parts = chances.parts(fen, count).map((part) => Math.max(grain, Math.round(part / grain) * grain));
	const rest = fen - parts.slice(1).reduce((a, b) => a + b, 0);
	return rest > 0 ? [rest, ...parts.slice(1)] : [fen];
}

/** Splits coins over sendings: a small trial first and then the rest, or what several wallets hold. Sums to the whole. */
export function splitCoins(chances: Chances, cents: number, count: number): number[] {
	if (chances.happens(0.5)) {
		const trial = chances.pick([10_00, 20_00, 50_00, 100_00]);
		if (trial * 4 < cents) return [trial, cents - trial];
	}
	return chances.parts(cents, count).filter((part) => part > 0);
}

function roundTo(value: number, grain: number): number {
	return Math.max(grain, Math.round(value / grain) * grain);
}
