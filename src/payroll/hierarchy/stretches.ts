/** A stretch of a row of observations that one label explains: positions, both included. */
export interface Stretch {
	readonly label: number;
	readonly first: number;
	readonly last: number;
}

/**
 * The cheapest way to explain a row of observations by stretches of labels: what each observation costs under its
 * label, and so much for every change (the Viterbi algorithm with one price for all changes). Of equally cheap ways the
 * one that changes later and to the lower label.
 *
 * @param costs observation -> label -> cost
 */
export function stretches(costs: readonly (readonly number[])[], change: number): Stretch[] {
	const labels = costs[0]?.length ?? 0;
	if (labels === 0) return [];
	let totals = Array.from({ length: labels }, () => 0);
	const cameFrom: number[][] = [];
	for (const row of costs) {
		const cheapest = least(totals);
		const from = totals.map((total, label) => (total <= (totals[cheapest] as number) + change ? label : cheapest));
		totals = from.map(
			(before, label) => (totals[before] as number) + (before === label ? 0 : change) + (row[label] as number),
		);
		cameFrom.push(from);
	}
	const path: number[] = [];
	let label = least(totals);
	for (let i = costs.length - 1; i >= 0; i -= 1) {
		path.unshift(label);
		label = cameFrom[i]?.[label] as number;
	}
	const found: { label: number; first: number; last: number }[] = [];
	for (const [i, one] of path.entries()) {
		const open = found.at(-1);
		if (open?.label === one) open.last = i;
		else found.push({ label: one, first: i, last: i });
	}
	return found;
}

function least(values: readonly number[]): number {
	return values.reduce((best, value, i) => (value < (values[best] as number) ? i : best), 0);
}
