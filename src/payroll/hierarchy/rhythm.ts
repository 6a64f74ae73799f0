import type { Rhythm, RhythmKind } from './types.ts';

/** From so many pay days on a rhythm can be told. */
const DAYS_MIN = 3;
const DAILY_GAP_MAX = 3;
const WEEKLY_GAP_MAX = 10;
const MONTHLY_GAP_MIN = 25;
const MONTHLY_GAP_MAX = 35;

/** The rhythm of pay days. @param days different days as numbers, ascending, at least one */
export function rhythmOf(days: readonly number[]): Rhythm {
	const first = days[0] as number;
	const gaps = days.slice(1).map((day, i) => day - (days[i] as number));
	const spanDays = (days.at(-1) as number) - first + 1;
	const medianGap = gaps.length === 0 ? 0 : middle(gaps);
	const weeksPaid = new Set(days.map((day) => Math.floor((day - first) / 7))).size;
	return {
		kind: kindOf(days.length, medianGap),
		days: days.length,
		spanDays,
		weeks: Math.ceil(spanDays / 7),
		weeksPaid,
		medianGap,
	};
}

function kindOf(days: number, gap: number): RhythmKind {
	if (days >= DAYS_MIN && gap <= DAILY_GAP_MAX) return 'daily';
	if (days >= DAYS_MIN && gap <= WEEKLY_GAP_MAX) return 'weekly';
	return days >= 2 && gap >= MONTHLY_GAP_MIN && gap <= MONTHLY_GAP_MAX ? 'monthly' : 'irregular';
}

/** The lower middle of some numbers. */
export function middle(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] as number;
}

/** The lower middle of some amounts. */
export function middleOf(values: readonly bigint[]): bigint {
	return [...values].sort(ascending)[Math.floor((values.length - 1) / 2)] as bigint;
}

export function ascending(a: bigint, b: bigint): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** The value that occurs most often, the least of several, and how often. */
export function usual(values: readonly bigint[]): { readonly value: bigint; readonly times: number } {
	const counts = new Map<bigint, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	const [value, times] = [...counts].sort(([a, n], [b, m]) => m - n || ascending(a, b))[0] as [bigint, number];
	return { value, times };
}
