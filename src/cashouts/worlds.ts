/** At most so many legs may be open at a time, and so many states kept over all steps. */
const SLOTS = 30;
const STATES = 150_000;

/** All worlds of a component: in each, no leg is in two sets. */
export interface Worlds {
	/** Logarithm of the sum of the weights of all worlds; the world without any match weighs 1. */
	readonly logTotal: number;
	/** The share of all worlds that each set is in. */
	readonly likelihoods: Float64Array;
}

/**
 * Weighs every world exactly: set by set, a state being which legs are taken that later sets still ask for.
 *
 * @param weights of the sets; the weight of a world is the product of its sets'
 * @param legs of each set, as numbers. Sets of legs that lie close together should stand close together
 * @returns undefined where that would take more states than the limit
 */
export function worlds(weights: Float64Array, legs: readonly (readonly number[])[]): Worlds | undefined {
	const steps = slots(legs);
	if (!steps) return undefined;
	const layers: Map<number, number>[] = [new Map([[0, 1]])];
	let [states, logScale] = [1, 0];
	const scales: number[] = [];
	for (const [e, { mask, freed }] of steps.entries()) {
		const next = new Map<number, number>();
		let sum = 0;
		for (const [state, weight] of layers[e] as Map<number, number>) {
			const add = (to: number, value: number) => {
				next.set(to & ~freed, (next.get(to & ~freed) ?? 0) + value);
				sum += value;
			};
			add(state, weight);
			if ((state & mask) === 0) add(state | mask, weight * (weights[e] as number));
		}
		for (const [state, weight] of next) next.set(state, weight / sum);
		logScale += Math.log(sum);
		scales.push(sum);
		states += next.size;
		if (states > STATES) return undefined;
		layers.push(next);
	}
	return { logTotal: logScale, likelihoods: backwards(weights, steps, layers, scales) };
}

interface Step {
	/** Slots of the set's legs, and those that no later set asks for. */
	readonly mask: number;
	readonly freed: number;
}

/** Gives every leg a slot from its first set to its last. */
function slots(legs: readonly (readonly number[])[]): Step[] | undefined {
	const last = new Map<number, number>();
	for (const [e, set] of legs.entries()) for (const leg of set) last.set(leg, e);
	const slotOf = new Map<number, number>();
	const free = Array.from({ length: SLOTS }, (_, i) => SLOTS - 1 - i);
	const steps: Step[] = [];
	for (const [e, set] of legs.entries()) {
		let [mask, freed] = [0, 0];
		for (const leg of set) {
			const slot = slotOf.get(leg) ?? free.pop();
			if (slot === undefined) return undefined;
			slotOf.set(leg, slot);
			mask |= 1 << slot;
		}
		for (const leg of set) {
			if (last.get(leg) !== e) continue;
			const slot = slotOf.get(leg) as number;
			freed |= 1 << slot;
			free.push(slot);
		}
		steps.push({ mask, freed });
	}
	return steps;
}

/** From the last step back: what of each step's states goes on with the set taken. */
function backwards(
	weights: Float64Array,
	steps: readonly Step[],
	layers: readonly Map<number, number>[],
	scales: readonly number[],
): Float64Array {
	const likelihoods = new Float64Array(steps.length);
	let after = new Map<number, number>(
		[...(layers.at(-1) as Map<number, number>).keys()].map((state) => [state, 1] as const),
	);
	for (let e = steps.length - 1; e >= 0; e--) {
		const { mask, freed } = steps[e] as Step;
		const scale = scales[e] as number;
		const before = new Map<number, number>();
		let taken = 0;
		for (const [state, weight] of layers[e] as Map<number, number>) {
			let value = (after.get(state & ~freed) as number) / scale;
			if ((state & mask) === 0) {
				const way = ((weights[e] as number) * (after.get((state | mask) & ~freed) as number)) / scale;
				taken += weight * way;
				value += way;
			}
			before.set(state, value);
		}
		likelihoods[e] = taken;
		after = before;
	}
	return likelihoods;
}
