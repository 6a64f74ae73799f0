import { type Cost, compareCosts, excess, FREE, PAYMENTS_MAX, sum } from './cost.ts';
import { byState, type Move, movesFrom, START, type State } from './moves.ts';
import type { Choice, RatedReading, Settled, Step } from './types.ts';

interface Node {
	readonly state: State;
	/** Cheapest way here from the start. */
	before: Cost;
	/** Cheapest way from here to the end. */
	after: Cost | undefined;
}

interface Edge {
	readonly from: Node;
	readonly to: Node;
	readonly choice: Choice;
	readonly cost: Cost;
}

/** Edges a history may have. Beyond it the history is not of somebody who is paid for days and leads. */
const EDGES_MAX = 60_000;

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
	const layers = forward(steps, daysMax);
	if (!layers) return undefined;
	backward(layers);
	const best = totalOf(layers);
	return steps.map((step, index) => settled(step, layers[index] ?? [], best));
}

function forward(steps: readonly Step[], daysMax: number): Edge[][] | undefined {
	let nodes: Node[] = [{ state: START, before: FREE, after: undefined }];
	const layers: Edge[][] = [];
	const lastClaim = lastClaims(steps);
	let edges = 0;
	for (const [index, step] of steps.entries()) {
		const claimedLater = (report: string) => (lastClaim.get(report) ?? index) > index;
		const scene = { step, previous: steps[index - 1], claimedLater, daysMax };
		const reached = new Map<string, Node>();
		const layer: Edge[] = [];
		for (const from of nodes) {
			for (const move of movesFrom(from.state, scene)) layer.push(reach(from, move, reached));
		}
		edges += layer.length;
		if (edges > EDGES_MAX) return undefined;
		layers.push(layer);
		nodes = [...reached.values()];
	}
	for (const node of nodes) node.after = FREE;
	return layers;
}

/** The last step that could claim each report. */
function lastClaims(steps: readonly Step[]): Map<string, number> {
	const last = new Map<string, number>();
	for (const [index, { choices }] of steps.entries()) {
		for (const report of choices.flatMap((choice) => choice.reports)) last.set(report, index);
	}
	return last;
}

function reach(from: Node, { choice, state, cost }: Move, reached: Map<string, Node>): Edge {
	const before = sum(from.before, cost);
	const key = byState(state);
	const known = reached.get(key);
	const to = known ?? { state, before, after: undefined };
	if (!known) reached.set(key, to);
	else if (compareCosts(before, known.before) < 0) known.before = before;
	return { from, to, choice, cost };
}

function backward(layers: readonly (readonly Edge[])[]): void {
	for (const layer of layers.toReversed()) {
		for (const { from, to, cost } of layer) {
			if (!to.after) continue;
			const after = sum(cost, to.after);
			if (!from.after || compareCosts(after, from.after) < 0) from.after = after;
		}
	}
}

function through({ from, to, cost }: Edge): Cost {
	return sum(from.before, cost, to.after ?? FREE);
}

function totalOf(layers: readonly (readonly Edge[])[]): Cost {
	return (layers[0] ?? []).map(through).reduce((a, b) => (compareCosts(a, b) <= 0 ? a : b), {
		deciding: Number.POSITIVE_INFINITY,
		ranking: 0,
	});
}

function settled(step: Step, layer: readonly Edge[], best: Cost): Settled {
	const cheapest = new Map<Choice['reading'], Cost>();
	const rates = new Set<bigint>();
	let unknown = false;
	for (const edge of layer) {
		const total = through(edge);
		const { reading } = edge.choice;
		const known = cheapest.get(reading);
		if (!known || compareCosts(total, known) < 0) cheapest.set(reading, total);
		if (total.deciding !== best.deciding) continue;
		const { rate } = edge.to.state;
		if (rate === undefined) unknown = true;
		else rates.add(rate);
	}
	const readings = [...cheapest]
		.map(([reading, total], order) => ({ reading, total, order }))
		.sort((a, b) => compareCosts(a.total, b.total) || a.order - b.order)
		.map(({ reading, total }) => rated(reading, total, best));
	return {
		id: step.id,
		readings,
		rates: unknown ? [] : [...rates].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
	};
}

function rated(reading: Choice['reading'], total: Cost, best: Cost): RatedReading {
	const worse = excess(total, best);
	return {
		...(reading && { reading }),
		...(worse && { worse }),
		equal: total.deciding === best.deciding,
		contradicts: worse?.name === 'contradictions',
	};
}
