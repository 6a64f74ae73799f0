const DAY_MS = 86_400_000;

/** How many days a bar stands for. */
export type BinSize = 'day' | 'week' | 'month';

/** One bar's stretch of days. */
export interface Bin {
	/** `YYYY-MM-DD` of its first day. */
	readonly first: string;
}

/** Days of a time line, in bars wide enough to be seen. */
export interface Calendar {
	readonly size: BinSize;
	readonly bins: readonly Bin[];
	/** Index of the bar of a day; -1 where the day lies outside. */
	indexOf(day: string): number;
}

/** More bars than this would be narrower than a line. */
const BARS_MAX = 400;

/** @param days `YYYY-MM-DD`, in any order; the calendar reaches from the first to the last of them */
export function calendarOf(days: Iterable<string>): Calendar {
	let [first, last] = ['9999-12-31', '0000-01-01'];
	for (const day of days) {
		if (day < first) first = day;
		if (day > last) last = day;
	}
	if (first > last) return { size: 'day', bins: [], indexOf: () => -1 };
	const [from, until] = [numberOf(first), numberOf(last)];
	const length = until - from + 1;
	const size: BinSize = length <= BARS_MAX ? 'day' : length <= 7 * BARS_MAX ? 'week' : 'month';
	const starts: string[] = [];
	for (let n = from; n <= until; n++) {
		const start = startOf(n, size);
		if (starts.at(-1) !== start) starts.push(start);
	}
	const places = new Map(starts.map((start, i) => [start, i]));
	return {
		size,
		bins: starts.map((start) => ({ first: start })),
		indexOf: (day) => (day < first || day > last ? -1 : (places.get(startOf(numberOf(day), size)) ?? -1)),
	};
}

/** Days since 1970-01-01. */
function numberOf(day: string): number {
	return Math.round(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS);
}

function startOf(number: number, size: BinSize): string {
	// 1970-01-01 was a Thursday: three days after a Monday.
	const monday = number - ((((number + 3) % 7) + 7) % 7);
	const day = new Date((size === 'week' ? monday : number) * DAY_MS).toISOString().slice(0, 10);
	return size === 'month' ? `${day.slice(0, 7)}-01` : day;
}
