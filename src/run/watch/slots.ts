/** A case that becomes due, and how long its run takes as far as anybody knows. Milliseconds. */
export interface Sized {
	readonly folder: string;
	readonly expected: number;
}

/**
 * When each of the cases that are due at once can begin: the shortest first, one after another on so many workers, as if nothing else
 * ran. What begins within its own run time after its slot is not late.
 *
 * Shortest first, because then nobody waits behind a run that is longer than their own, and the sum of all waiting is the smallest
 * that there is (Smith's rule, 1956).
 *
 * @param from instant at which they can be run first, on the clock that slots are told in
 */
export function slotsOf(cases: readonly Sized[], from: number, workers: number): Map<string, number> {
	const free = Array.from({ length: workers }, () => from);
	const order = [...cases].sort((a, b) => a.expected - b.expected || (a.folder < b.folder ? -1 : 1));
	return new Map(
		order.map(({ folder, expected }) => {
			const slot = Math.min(...free);
			free[free.indexOf(slot)] = slot + expected;
			return [folder, slot] as const;
		}),
	);
}
