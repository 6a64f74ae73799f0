import { type Cost, compareCosts, PAYMENTS_MAX } from './cost.ts';
import { type Edge, type Graph, graphOf } from './search.ts';
import type { Choice, Settled, Step } from './types.ts';

/** Edges a history may have. Beyond it the history is not of somebody who is paid for days and leads. */
const EDGES_MAX = 100_000;

/**
 * The cheapest explanations of a whole history, and what each of them makes of every payment: shortest paths over states
 * (rate and wage in force, days paid, reports paid), forward and backward, so that the price of every reading of every
 * payment is exact. Undefined where the history is too long or too entangled to be explained exactly.
 *
 * After Viterbi, IEEE Trans. Inf. Theory 13 (1967) 260-269, with costs in place of probabilities.
 *
 * @param steps in time order
 * @param daysMax days that one payout may cover
 */
export function settleHistory(steps: readonly Step[], daysMax: number): Settled[] | undefined {
	if (steps.length > PAYMENTS_MAX) return undefined;
	const graph = graphOf(steps, daysMax, EDGES_MAX);
	if (!graph) return undefined;
	backward(graph.layers);
	const start = graph.layers[0]?.[0]?.from;
	const best: Cost = { deciding: start?.decidingAfter ?? 0, ranking: start?.rankingAfter ?? 0 };
	return steps.map((step, index) => settled(step, graph.layers[index] ?? [], graph.rates, best));
}

function backward(layers: Graph['layers']): void {
	for (let index = layers.length - 1; index >= 0; index--) {
		for (const { from, to, deciding, ranking } of layers[index] ?? []) {
			const on = deciding + to.decidingAfter;
			const after = ranking + to.rankingAfter;
			if (on < from.decidingAfter || (on === from.decidingAfter && after < from.rankingAfter)) {
				from.decidingAfter = on;
				from.rankingAfter = after;
			}
		}
	}
}

function settled(step: Step, layer: readonly Edge[], rates: Graph['rates'], best: Cost): Settled {
	const cheapest = new Map<Choice['reading'], { deciding: number; ranking: number }>();
	const inForce = new Set<number>();
	for (const { from, to, choice, deciding, ranking } of layer) {
		const total = from.deciding + deciding + to.decidingAfter;
		const rank = from.ranking + ranking + to.rankingAfter;
		const known = cheapest.get(choice.reading);
		if (!known) cheapest.set(choice.reading, { deciding: total, ranking: rank });
		else if (total < known.deciding || (total === known.deciding && rank < known.ranking)) {
			known.deciding = total;
			known.ranking = rank;
		}
		if (total === best.deciding) inForce.add(to.rate);
	}
	const readings = [...cheapest]
		.map(([reading, total], order) => ({ reading, total, order }))
		.sort((a, b) => compareCosts(a.total, b.total) || a.order - b.order)
		.map(({ reading, total }) => ({
			...(reading && { reading }),
			cost: total,
			equal: total.deciding === best.deciding,
		}));
	return {
		id: step.id,
		readings,
		best,
		rates: inForce.has(0) ? [] : [...inForce].sort((a, b) => a - b).map((rate) => rates[rate - 1] ?? 0n),
	};
}
