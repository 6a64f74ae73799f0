/**
 * What an explanation of a pay history costs, the weightiest first. Costs are counted and compared in this order, never
 * added up: a single contradiction of evidence weighs more than any number of rate changes.
 *
 * `contradictions`: more leads paid than the reports of the day leave; `odd`: payments no pay rule explains; `changes`:
 * changes of rate or wage that no rule states, and single payments at another one; `doubled`: a wage for more days than have
 * passed; `unreported`: leads that no report names; `rounded`; `part-days`.
 */
export const COST_NAMES = [
	'contradictions',
	'odd',
	'changes',
	'doubled',
	'unreported',
	'rounded',
	'part-days',
] as const;

export type CostName = (typeof COST_NAMES)[number];

/**
 * Counts of the costs, packed into two whole numbers that a float holds exactly, so that two sums are two additions.
 * `deciding`: the first four, which tell one explanation from another; `ranking`: the rest, which only put equals in order.
 */
export interface Cost {
	readonly deciding: number;
	readonly ranking: number;
}

/** Names of the costs that decide. */
const DECIDING = 4;
const BITS: readonly number[] = [39, 26, 13, 0, 34, 17, 0];

/** Payments a history may have, so that no count runs into the next one: a payment costs at most two of a kind. */
export const PAYMENTS_MAX = 4000;

export const FREE: Cost = { deciding: 0, ranking: 0 };

export function costOf(name: CostName, count = 1): Cost {
	const index = COST_NAMES.indexOf(name);
	const value = count * 2 ** (BITS[index] ?? 0);
	return index < DECIDING ? { deciding: value, ranking: 0 } : { deciding: 0, ranking: value };
}

export function sum(...costs: readonly Cost[]): Cost {
	return costs.reduce((a, b) => ({ deciding: a.deciding + b.deciding, ranking: a.ranking + b.ranking }), FREE);
}

export function compareCosts(a: Cost, b: Cost): number {
	return a.deciding - b.deciding || a.ranking - b.ranking;
}

/** The weightiest cost in which the worse one differs, and by how many; undefined where both are equal. */
export function excess(worse: Cost, better: Cost): { readonly name: CostName; readonly count: number } | undefined {
	const [more, less] = [countsOf(worse), countsOf(better)];
	for (const [index, name] of COST_NAMES.entries()) {
		const count = (more[index] ?? 0) - (less[index] ?? 0);
		if (count !== 0) return { name, count };
	}
	return undefined;
}

function countsOf({ deciding, ranking }: Cost): number[] {
	return COST_NAMES.map((_, index) => {
		const whole = index < DECIDING ? deciding : ranking;
		const bits = BITS[index] ?? 0;
		const above = BITS[index - 1];
		const upper = index === 0 || index === DECIDING || above === undefined ? Number.POSITIVE_INFINITY : 2 ** above;
		return Math.floor((upper === Number.POSITIVE_INFINITY ? whole : whole % upper) / 2 ** bits);
	});
}
