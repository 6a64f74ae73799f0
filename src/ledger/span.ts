/** A stretch of time, both instants in it (ms). Either may be infinite. */
export interface Span {
	readonly from: number;
	readonly until: number;
}

/** A stretch of which either end may be missing. */
export interface OpenSpan {
	readonly from?: number | undefined;
	readonly until?: number | undefined;
}

/** Whether an instant lies in a stretch, both ends included; a missing end is none. */
export function holdsAt({ from, until }: OpenSpan, instant: number): boolean {
	return (from === undefined || from <= instant) && (until === undefined || instant <= until);
}

/** The same instants as few stretches, in order, no two touching. */
export function joined(spans: readonly Span[]): Span[] {
	const sorted = spans.filter((s) => s.from <= s.until).sort((a, b) => a.from - b.from || a.until - b.until);
	const list: { from: number; until: number }[] = [];
	for (const { from, until } of sorted) {
		const last = list.at(-1);
		if (last && from <= last.until + 1) last.until = Math.max(last.until, until);
		else list.push({ from, until });
	}
	return list;
}

/** What of `a` is in no stretch of `b`. */
export function without(a: readonly Span[], b: readonly Span[]): Span[] {
	let left = joined(a);
	for (const { from, until } of joined(b)) {
		left = left.flatMap((s) =>
			until < s.from || from > s.until
				? [s]
				: [
						{ from: s.from, until: from - 1 },
						{ from: until + 1, until: s.until },
					].filter((part) => part.from <= part.until),
		);
	}
	return left;
}

/** What is both in a stretch of `a` and in one of `b`. */
export function common(a: readonly Span[], b: readonly Span[]): Span[] {
	const [one, other] = [joined(a), joined(b)];
	const list: Span[] = [];
	for (let i = 0, j = 0; i < one.length && j < other.length; ) {
		const [x, y] = [one[i] as Span, other[j] as Span];
		const both = { from: Math.max(x.from, y.from), until: Math.min(x.until, y.until) };
		if (both.from <= both.until) list.push(both);
		if (x.until < y.until) i++;
		else j++;
	}
	return list;
}

/** Whether every instant of a stretch lies in one of the others. */
export function isWithin(span: Span, spans: readonly Span[]): boolean {
	return without([span], spans).length === 0;
}
