/** Median milliseconds of some runs after a warm-up. Garbage is collected between runs where node exposes it, untimed. */
export function medianMs(runs: number, work: () => unknown): number {
	for (let k = 0; k < 3; k++) work();
	const times = Array.from({ length: runs }, () => {
		globalThis.gc?.();
		const start = performance.now();
		work();
		return performance.now() - start;
	});
	return times.sort((a, b) => a - b)[runs >> 1] as number;
}

/** Milliseconds of one run, and what it gave. */
export function once<T>(work: () => T): { readonly ms: number; readonly result: T } {
	const start = performance.now();
	const result = work();
	return { ms: performance.now() - start, result };
}
