/** Sets of numbers whose sum lies between two bounds. */

/**
 * Every set of exactly `parts` of the values whose sum lies in [low, high], as ascending indices. Values above 0, in
 * ascending order. The last two are found from both ends, so that it takes about n^(parts - 1) steps.
 */
export function* subsets(values: readonly number[], parts: number, low: number, high: number): Generator<number[]> {
	if (parts === 1) {
		for (let i = firstFrom(values, low); i < values.length && (values[i] as number) <= high; i++) yield [i];
		return;
	}
	yield* chosen(values, parts, low, high, 0, []);
}

function* chosen(
	values: readonly number[],
	parts: number,
	low: number,
	high: number,
	from: number,
	taken: readonly number[],
): Generator<number[]> {
	if (parts === 2) {
		for (const pair of pairs(values, from, low, high)) yield [...taken, ...pair];
		return;
	}
	const largest = values.at(-1) ?? 0;
	for (let i = from; i < values.length; i++) {
		const value = values[i] as number;
		if (value * parts > high) return;
		if (value + largest * (parts - 1) < low) continue;
		yield* chosen(values, parts - 1, low - value, high - value, i + 1, [...taken, i]);
	}
}

function* pairs(values: readonly number[], from: number, low: number, high: number): Generator<[number, number]> {
	let top = values.length - 1;
	let bottom = values.length;
	for (let i = from; i < values.length; i++) {
		const value = values[i] as number;
		if (value * 2 > high) return;
		while (top > i && value + (values[top] as number) > high) top--;
		while (bottom > from && value + (values[bottom - 1] as number) >= low) bottom--;
		for (let j = Math.max(bottom, i + 1); j <= top; j++) yield [i, j];
	}
}

/** Index of the first value not below the bound. */
export function firstFrom(values: ArrayLike<number>, bound: number): number {
	let [low, high] = [0, values.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((values[middle] as number) < bound) low = middle + 1;
		else high = middle;
	}
	return low;
}
