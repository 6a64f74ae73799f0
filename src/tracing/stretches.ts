/**
 * Stretches of positions that are taken as one, apart and ascending, as first position, end (exclusive), first position,
 * and so on.
 */
export type Stretches = ArrayLike<number>;

/** Of stretches that lie inside one another or apart, in any order: those inside no other, of equal ones one. */
export function outermost(stretches: [from: number, end: number][]): number[] {
	stretches.sort(([a, aEnd], [b, bEnd]) => a - b || bEnd - aEnd);
	const found: number[] = [];
	for (const [from, end] of stretches) if (from >= (found.at(-1) ?? 0)) found.push(from, end);
	return found;
}

/** Goes through positions `first` to `end` (exclusive) in order: what lies before, between and after stretches, and these. */
export function alongStretches(
	stretches: Stretches,
	first: number,
	end: number,
	between: (from: number, end: number) => void,
	within: (from: number, end: number) => void,
): void {
	let done = first;
	for (let k = 0; k < stretches.length; k += 2) {
		const from = stretches[k] as number;
		const until = stretches[k + 1] as number;
		between(done, from);
		within(from, until);
		done = until;
	}
	between(done, end);
}
