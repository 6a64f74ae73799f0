/** Seeded numbers from 0 to below 1 (mulberry32). */
export function seededNumbers(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Ranks from 0, drawn so that rank r is as likely as 1 / (r + 1): Zipf with exponent 1.0. */
export function zipf(ranks: number, next: () => number): () => number {
	const sums = new Float64Array(ranks);
	let sum = 0;
	for (let r = 0; r < ranks; r++) {
		sum += 1 / (r + 1);
		sums[r] = sum;
	}
	return () => {
		const drawn = next() * sum;
		let low = 0;
		let high = ranks - 1;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((sums[middle] as number) < drawn) low = middle + 1;
			else high = middle;
		}
		return low;
	};
}
