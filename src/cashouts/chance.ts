import type { ExactBand } from './band.ts';
import type { CashOutRules, YuanLeg } from './types.ts';

/**
 * How many matches chance alone would give one coin leg: the other incoming payments expected in its window, times the
 * share of them whose amount falls into the rate band.
 *
 *     chance = (n - 1) x window / span  x  ln(max / min) / ln(largest / smallest)
 *
 * n: the party's yuan legs (all but the pair's own are chance); window: before + after; span: first to last of them, at
 * least a window. Amounts are taken as log-uniform between the smallest and the largest, as amounts of mixed purpose
 * roughly are; a band wider than that range takes them all. A statistic and not money, so floats; six digits.
 */
export function chanceModel(
	legs: readonly YuanLeg[],
	{ beforeMs, afterMs }: CashOutRules,
): (band: ExactBand) => number {
	const windowMs = beforeMs + afterMs;
	const instants = legs.map((leg) => leg.instant);
	const fen = legs.map((leg) => Math.log(Number(leg.fen)));
	const spanMs = Math.max(extent(instants), windowMs);
	const expected = spanMs === 0 ? legs.length - 1 : ((legs.length - 1) * windowMs) / spanMs;
	const range = extent(fen);
	return (band) => {
		const width = Math.log(Number(band.max) / Number(band.min));
		const share = width >= range ? 1 : width / range;
		return Number((expected * share).toPrecision(6));
	};
}

/** Largest less smallest. A loop, because spreading a long list overflows the stack. */
function extent(values: readonly number[]): number {
	let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for (const value of values) {
		low = Math.min(low, value);
		high = Math.max(high, value);
	}
	return high - low;
}
