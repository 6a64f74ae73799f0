const ROUNDS = 60;

/**
 * How likely each set of legs is matched, where no leg may be in two: messages between sets and legs until they hold
 * still (belief propagation, as for the permanent of a matrix). Exact where no ring of sets exists, close to it elsewhere.
 *
 * @param weights of the sets, above 0: how much more often one comes about than its legs do by themselves
 * @param legs of each set, as numbers from 0
 */
export function beliefs(weights: Float64Array, legs: readonly (readonly number[])[]): Float64Array {
	const starts = new Int32Array(legs.length + 1);
	for (const [e, set] of legs.entries()) starts[e + 1] = (starts[e] as number) + set.length;
	const edges = Int32Array.from(legs.flat());
	const legCount = edges.reduce((most, leg) => Math.max(most, leg + 1), 0);
	// Of each set and leg: the likelihood that nothing else takes the leg; and the odds of the set as the leg sees it.
	const free = new Float64Array(edges.length).fill(0.5);
	const odds = new Float64Array(edges.length);
	const sums = new Float64Array(legCount);
	for (let round = 0, moved = 1; round < ROUNDS && moved > 1e-7; round++) {
		sums.fill(0);
		for (let e = 0; e < legs.length; e++) {
			const [from, until] = [starts[e] as number, starts[e + 1] as number];
			let all = weights[e] as number;
			for (let k = from; k < until; k++) all *= free[k] as number;
			for (let k = from; k < until; k++) {
				const to = all / (free[k] as number);
				odds[k] = to;
				sums[edges[k] as number] = (sums[edges[k] as number] as number) + to;
			}
		}
		moved = 0;
		for (let k = 0; k < edges.length; k++) {
			const before = free[k] as number;
			const others = Math.max(0, (sums[edges[k] as number] as number) - (odds[k] as number));
			const next = Math.max(1e-300, 0.5 * before + 0.5 / (1 + others));
			moved = Math.max(moved, Math.abs(next - before));
			free[k] = next;
		}
	}
	return Float64Array.from(legs, (_, e) => {
		let all = weights[e] as number;
		for (let k = starts[e] as number; k < (starts[e + 1] as number); k++) all *= free[k] as number;
		return all / (1 + all);
	});
}
