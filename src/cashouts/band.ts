import { BigNumber } from 'bignumber.js';
import { Problem } from '../ledger/problem.ts';
import type { CoinLeg, RateBand } from './types.ts';

/** A rate band as exact fractions: yuan a coin = min/scale .. max/scale. */
export interface ExactBand {
	readonly from: number;
	readonly until: number;
	readonly min: bigint;
	readonly max: bigint;
	readonly scale: bigint;
}

/**
 * Reads a band's decimal texts without rounding.
 *
 * @throws Problem `case.rate` where a rate is no number above 0, or min is above max
 */
export function exactBand(band: RateBand): ExactBand {
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
	};
}

function readRate(text: string): BigNumber | undefined {
	return /^\d+(?:\.\d+)?$/.test(text) ? new BigNumber(text) : undefined;
}

/** Whether the yuan are the coins at some rate of the band. Yuan are whole fen: a fraction of one is no difference. */
export function withinBand({ quantity, decimals }: CoinLeg, fen: bigint, band: ExactBand): boolean {
	const unit = 10n ** BigInt(decimals) * band.scale;
	const low = (quantity * band.min * 100n) / unit;
	const high = (quantity * band.max * 100n + unit - 1n) / unit;
	return low <= fen && fen <= high;
}

/** Yuan a coin, six decimals, rounded half up. */
export function rateOf({ quantity, decimals }: CoinLeg, fen: bigint): string {
	const numerator = fen * 10n ** BigInt(decimals) * 1_000_000n;
	const denominator = quantity * 100n;
	const millionths = (numerator * 2n + denominator) / (denominator * 2n);
	return new BigNumber(millionths.toString()).shiftedBy(-6).toFixed(6);
}
