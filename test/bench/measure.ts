/**
 * Median milliseconds of some work and of the yardstick beside it, run in turn after a warm-up, so that whatever else the
 * machine does falls on both. Garbage of what came before is collected first, where node exposes it.
 */
export function sideBySide(
	runs: number,
	work: () => unknown,
	yardstick: () => unknown,
): { readonly value: number; readonly against: number } {
	for (let k = 0; k < 3; k++) {
		work();
		yardstick();
	}
	const values: number[] = [];
	const yardsticks: number[] = [];
	globalThis.gc?.();
	for (let k = 0; k < runs; k++) {
		values.push(once(work).ms);
		yardsticks.push(once(yardstick).ms);
	}
	return { value: medianOf(values), against: medianOf(yardsticks) };
}

/** Milliseconds of one run, and what it gave. */
export function once<T>(work: () => T): { readonly ms: number; readonly result: T } {
	const start = performance.now();
	const result = work();
	return { ms: performance.now() - start, result };
}

export function medianOf(values: number[]): number {
	return values.sort((a, b) => a - b)[values.length >> 1] as number;
}
