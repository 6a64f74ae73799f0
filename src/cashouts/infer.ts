import { beliefs } from './beliefs.ts';
import { components, legNumbers } from './components.ts';
import type { Explanation } from './explanations.ts';
import { legKeys } from './legs.ts';
import type { Model } from './model.ts';
import { worlds } from './worlds.ts';

const LOOKS = 6;
/** An explanation less likely than this takes no part in the exact weighing. */
const NEGLIGIBLE = 1e-4;

export interface Inference {
	/** By place in the list; 0 for what takes no part. */
	readonly likelihoods: Float64Array;
	readonly weights: Float64Array;
	/** By place: 0 where its component was too large to be weighed exactly. */
	readonly exact: Uint8Array;
	/** Likelihood that the coins are matched with the yuan among themselves, one to one, in whatever pairing. */
	grouped(pairs: readonly (readonly (number | undefined)[])[], legs: ReadonlySet<string>): number;
}

/**
 * Learns what matches look like and weighs the explanations against one another, in turns; at last each component for
 * itself, exactly where it is small enough.
 *
 * @param active places of those that are in question: neither settled nor touching a leg that is
 * @param settled places of those that hold
 * @param leftOut coin transfer -> explanations that were not kept; each is taken to weigh as the least of those kept
 */
export function infer(
	model: Model,
	all: readonly Explanation[],
	active: readonly number[],
	settled: readonly number[],
	leftOut: ReadonlyMap<string, number>,
): Inference {
	const legs = legNumbers(all, active);
	const likelihoods = new Float64Array(all.length);
	let weights: Float64Array = new Float64Array(all.length);
	const look = () => {
		weights = lessLeftOut(all, active, model.weights(), leftOut);
		const found = beliefs(
			Float64Array.from(active, (i) => weights[i] as number),
			legs,
		);
		for (const [k, i] of active.entries()) likelihoods[i] = found[k] as number;
		for (const i of settled) likelihoods[i] = 1;
	};
	let learned: Float64Array = likelihoods;
	for (let round = 0; round < LOOKS; round++) {
		look();
		// Half of each look only, because what is taken from one explanation is given to its rival, and back.
		learned = round === 0 ? likelihoods.slice() : learned.map((before, i) => (before + (likelihoods[i] as number)) / 2);
		model.learn(learned);
	}
	look();
	const exact = new Uint8Array(all.length);
	const totals = new Map<number, { places: readonly number[]; logTotal: number }>();
	const weighed = active.filter((i) => (likelihoods[i] as number) >= NEGLIGIBLE);
	const weigh = (places: readonly number[]) =>
		worlds(
			Float64Array.from(places, (i) => weights[i] as number),
			legNumbers(all, places),
		);
	for (const places of components(all, weighed)) {
		const found = weigh(places);
		if (!found) continue;
		for (const [k, i] of places.entries()) {
			likelihoods[i] = found.likelihoods[k] as number;
			exact[i] = 1;
			totals.set(i, { places, logTotal: found.logTotal });
		}
	}
	return {
		likelihoods,
		weights,
		exact,
		grouped(pairs, groupLegs) {
			const total = totals.get(pairs.flat().find((i) => i !== undefined && totals.has(i)) ?? -1);
			if (!total) return 0;
			const others = total.places.filter((i) => !legKeys(all[i] as Explanation).some((leg) => groupLegs.has(leg)));
			const rest = weigh(others);
			if (!rest) return 0;
			const inner = permanent(pairs.map((row) => row.map((i) => (i === undefined ? 0 : (weights[i] as number)))));
			return Math.min(1, Math.exp(Math.log(inner) + rest.logTotal - total.logTotal));
		},
	};
}

function lessLeftOut(
	all: readonly Explanation[],
	active: readonly number[],
	weights: Float64Array,
	leftOut: ReadonlyMap<string, number>,
): Float64Array {
	if (leftOut.size === 0) return weights;
	const least = new Map<string, number>();
	for (const i of active) {
		const { coins, yuan } = all[i] as Explanation;
		if (coins.length + yuan.length === 2) continue;
		for (const { transfer } of coins)
			least.set(transfer, Math.min(least.get(transfer) ?? Number.POSITIVE_INFINITY, weights[i] as number));
	}
	return weights.map((weight, i) =>
		(all[i] as Explanation).coins.reduce(
			(rest, { transfer }) => rest / (1 + (leftOut.get(transfer) ?? 0) * (least.get(transfer) ?? 0)),
			weight,
		),
	);
}

/** Sum over all pairings of the products of their weights. */
function permanent(rows: readonly (readonly number[])[], taken = 0, row = 0): number {
	if (row === rows.length) return 1;
	let sum = 0;
	for (const [column, weight] of (rows[row] as readonly number[]).entries()) {
		if ((taken >> column) & 1) continue;
		sum += weight * permanent(rows, taken | (1 << column), row + 1);
	}
	return sum;
}
