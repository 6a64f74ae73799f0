import type { Stated } from './judge.ts';

/** One bin of a calibration: what was stated on average, and how often it was true. */
export interface Bin {
	readonly size: number;
	readonly stated: number;
	readonly right: number;
}

const BINS = 10;

/** Bins of equal count, from the least to the most confident. */
export function binsOf(stated: readonly Stated[]): Bin[] {
	const sorted = [...stated].sort((a, b) => a.score - b.score || Number(a.right) - Number(b.right));
	return Array.from({ length: BINS }, (_, k) => {
		const from = Math.floor((k * sorted.length) / BINS);
		const part = sorted.slice(from, Math.floor(((k + 1) * sorted.length) / BINS));
		const mean = (value: (one: Stated) => number) =>
			part.length === 0 ? 0 : part.reduce((sum, one) => sum + value(one), 0) / part.length;
		return { size: part.length, stated: mean(({ score }) => score), right: mean(({ right }) => Number(right)) };
	});
}

/** Expected calibration error: how far statement and truth lie apart, in the mean over all that was stated. */
export function calibrationError(bins: readonly Bin[]): number {
	const size = bins.reduce((sum, bin) => sum + bin.size, 0);
	return bins.reduce((sum, bin) => sum + bin.size * Math.abs(bin.stated - bin.right), 0) / Math.max(1, size);
}
