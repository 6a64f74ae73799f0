import { ascending, middleOf } from './rhythm.ts';
import { stretches } from './stretches.ts';
import { daySums } from './ties.ts';
import type { UnitPayment } from './types.ts';

/** A stretch of pay days that are alike: each the same sum (or half or twice of it), or sums that vary. */
export interface Pattern {
	/** The same sum, in fen; undefined: the sums vary. */
	readonly fixed?: bigint;
	/** First and last pay day. */
	readonly from: number;
	readonly until: number;
	readonly days: number;
	/** Days that are as the pattern says: the fixed sum, half or twice of it; or a sum that no fixed pay explains. */
	readonly fits: number;
	readonly medianDay: bigint;
	/** Least and greatest sum of a day. */
	readonly least: bigint;
	readonly most: bigint;
	readonly payments: readonly UnitPayment[];
}

/** So many of the most frequent sums may be a fixed pay. */
const LEVELS_MAX = 5;
/** In days: a fixed sum explains a day that has it almost for nothing, and hardly one that has not. */
const FIXED_COST = 0.1;
const MISSED_COST = 3;
const VARIED_COST = 1;
/** A change of pattern must explain about this many days better. */
const CHANGE_COST = 5;

/** How somebody's pay days fall into patterns. Bonuses are left out. */
export function patternsOf(payments: readonly UnitPayment[]): Pattern[] {
	const regular = payments.filter(({ bonus }) => !bonus);
	const sums = [...daySums(regular)].sort(([a], [b]) => a - b);
	const levels = frequent(sums.map(([, fen]) => fen));
	const costs = sums.map(([, fen]) => [
		VARIED_COST,
		...levels.map((level) => (isLevel(fen, level) ? FIXED_COST : MISSED_COST)),
	]);
	return stretches(costs, CHANGE_COST).map(({ label, first, last }) => {
		const days = sums.slice(first, last + 1);
		const fixed = label === 0 ? undefined : levels[label - 1];
		const [from, until] = [days[0]?.[0] as number, days.at(-1)?.[0] as number];
		const fen = days.map(([, sum]) => sum).sort(ascending);
		const usual = fixed ?? levels[0];
		const level = fen.filter((sum) => usual !== undefined && isLevel(sum, usual)).length;
		return {
			...(fixed === undefined ? {} : { fixed }),
			from,
			until,
			days: days.length,
			fits: fixed === undefined ? days.length - level : level,
			medianDay: middleOf(fen),
			least: fen[0] as bigint,
			most: fen.at(-1) as bigint,
			payments: regular.filter(({ day }) => from <= day && day <= until),
		};
	});
}

function isLevel(fen: bigint, level: bigint): boolean {
	return fen === level || fen * 2n === level || fen === level * 2n;
}

/** The sums that occur most often, at least twice, the most frequent first. */
function frequent(sums: readonly bigint[]): bigint[] {
	const counts = new Map<bigint, number>();
	for (const sum of sums) counts.set(sum, (counts.get(sum) ?? 0) + 1);
	return [...counts]
		.filter(([, times]) => times >= 2)
		.sort(([a, n], [b, m]) => m - n || ascending(a, b))
		.slice(0, LEVELS_MAX)
		.map(([sum]) => sum);
}
