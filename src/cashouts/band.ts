import { BigNumber } from 'bignumber.js';
import { Problem } from '../ledger/problem.ts';
import type { CashOutRules, CoinLeg, PartyOrder, RateBand, UsedBand } from './types.ts';

/** A rate band as exact fractions: yuan a coin = min/scale .. max/scale. */
export interface ExactBand {
	readonly from: number;
	readonly until: number;
	readonly min: bigint;
	readonly max: bigint;
	readonly scale: bigint;
	/** Of this asset alone; undefined: of every one. */
	readonly asset?: string;
	readonly used: UsedBand;
}

/**
 * Reads a band's decimal texts without rounding.
 *
 * @throws Problem `case.rate` where a rate is no number above 0, or min is above max
 */
export function exactBand(band: RateBand, basis: UsedBand['basis'] = 'case'): ExactBand {
	const [min, max] = [readRate(band.min), readRate(band.max)];
	if (!min || !max || min.isZero() || min.isGreaterThan(max)) {
		throw new Problem('config', 'case.rate', { min: band.min, max: band.max, source: band.source });
	}
	const places = Math.max(min.decimalPlaces() ?? 0, max.decimalPlaces() ?? 0);
	return {
		from: band.from ?? Number.NEGATIVE_INFINITY,
		until: band.until ?? Number.POSITIVE_INFINITY,
		min: BigInt(min.shiftedBy(places).toFixed(0)),
		max: BigInt(max.shiftedBy(places).toFixed(0)),
		scale: 10n ** BigInt(places),
		used: { min: band.min, max: band.max, source: band.source, basis },
	};
}

function readRate(text: string): BigNumber | undefined {
	return /^\d+(?:\.\d+)?$/.test(text) ? new BigNumber(text) : undefined;
}

const DAY_MS = 86_400_000;
/** How far a rate of the day may lie from those of the orders: half a percent. */
const BESIDE_ORDERS = 200n;

/**
 * Bands that completed orders give, for days of which the case states none: the rates of the orders within a day, half a
 * percent on either side.
 */
export function bandsOfOrders(orders: readonly PartyOrder[], decimalsOf: (asset: string) => number): ExactBand[] {
	const days = new Map<string, { asset: string; day: number; rates: BigNumber[]; orders: string[] }>();
	for (const { state, asset, quantity, fen, instant, order } of orders) {
		if (state !== 'done' || quantity <= 0n || fen <= 0n) continue;
		const rate = new BigNumber(rateOf({ quantity, decimals: decimalsOf(asset) }, fen));
		for (const day of [-1, 0, 1].map((beside) => Math.floor(instant / DAY_MS) + beside)) {
			const key = `${asset}|${day}`;
			const found = days.get(key) ?? { asset, day, rates: [], orders: [] };
			found.rates.push(rate);
			found.orders.push(order);
			days.set(key, found);
		}
	}
	return [...days.values()].map(({ asset, day, rates, orders: numbers }) => {
		const low = BigNumber.min(...rates)
			.times(BESIDE_ORDERS.toString())
			.div((BESIDE_ORDERS + 1n).toString());
		const high = BigNumber.max(...rates)
			.times((BESIDE_ORDERS + 1n).toString())
			.div(BESIDE_ORDERS.toString());
		const band = {
			from: day * DAY_MS,
			until: (day + 1) * DAY_MS - 1,
			min: low.toFixed(4, BigNumber.ROUND_FLOOR),
			max: high.toFixed(4, BigNumber.ROUND_CEIL),
			source: [...new Set(numbers)].sort().slice(0, 5).join(' '),
		};
		return { ...exactBand(band, 'orders'), asset };
	});
}

/** The band in force: what the case states goes before what orders give. */
export function bandAt(bands: readonly ExactBand[], asset: string, instant: number): ExactBand | undefined {
	return bands.find((b) => b.from <= instant && instant <= b.until && (b.asset === undefined || b.asset === asset));
}

/** Fen between which yuan for the coins may lie; `floor` is the lowest of the band itself, without a fee. */
export interface Bounds {
	readonly low: bigint;
	readonly floor: bigint;
	readonly high: bigint;
}

/**
 * What yuan the coins are worth at the rates of the band. Yuan are whole fen: a fraction of one is no difference. The fee
 * may be lacking below the lowest.
 */
export function boundsOf(
	{ quantity, decimals }: Pick<CoinLeg, 'quantity' | 'decimals'>,
	band: ExactBand,
	fee: CashOutRules['fee'],
): Bounds {
	const unit = 10n ** BigInt(decimals) * band.scale;
	const floor = (quantity * band.min * 100n) / unit;
	const high = (quantity * band.max * 100n + unit - 1n) / unit;
	const low = floor - (floor * fee.basisPoints) / 10_000n - fee.fen;
	return { low: low > 0n ? low : 1n, floor, high };
}

/** Yuan a coin, six decimals, rounded half up. */
export function rateOf({ quantity, decimals }: Pick<CoinLeg, 'quantity' | 'decimals'>, fen: bigint): string {
	const numerator = fen * 10n ** BigInt(decimals) * 1_000_000n;
	const denominator = quantity * 100n;
	const millionths = (numerator * 2n + denominator) / (denominator * 2n);
	return new BigNumber(millionths.toString()).shiftedBy(-6).toFixed(6);
}
