import { costOf } from './cost.ts';
import { type Allowed, inForce, numbered } from './force.ts';
import { PaidDaysBook } from './paid-days.ts';
import type { Choice, Step } from './types.ts';

/** What a history remembers between two payments, and the cheapest ways here and on. Costs as in `Cost`. */
export interface Node {
	readonly rate: number;
	readonly wage: number;
	readonly days: number;
	/** Reports paid already that a later payment could claim, sorted. */
	readonly reports: readonly string[];
	deciding: number;
	ranking: number;
	decidingAfter: number;
	rankingAfter: number;
}

/** One way to read a payment, from one state to another. */
export interface Edge {
	readonly from: Node;
	readonly to: Node;
	readonly choice: Choice;
	readonly deciding: number;
	readonly ranking: number;
}

export interface Graph {
	/** Edges of each step. */
	readonly layers: readonly (readonly Edge[])[];
	/** Fen a lead by the number of a node's rate, which counts from 1. */
	readonly rates: readonly bigint[];
}

interface Prepared {
	readonly choice: Choice;
	readonly rate: number;
	readonly wage: number;
	readonly percent: number;
}

const CHANGE = costOf('changes').deciding;
const DOUBLED = costOf('doubled').deciding;

/** Rates or wages a history may know; more leave it unexplained. */
const VALUES_MAX = 63;

/**
 * Every state that a history can be in, with the cheapest way to each: a payment at the rate in force, once at another one,
 * or from now on; reports that are still unpaid. Undefined beyond so many edges.
 *
 * Plain numbers, because it is walked through for every payment of every member: `test/payroll/plain-moves.ts` says the
 * same in plain words.
 */
export function graphOf(steps: readonly Step[], daysMax: number, edgesMax: number): Graph | undefined {
	const rates = numbered(steps.flatMap((step) => [...step.rates]));
	const wages = numbered(steps.flatMap((step) => [...step.wages]));
	if (rates.list.length > VALUES_MAX || wages.list.length > VALUES_MAX) return undefined;
	const allowed = steps.map((step) => ({
		rates: new Set(step.rates.map(rates.numberOf)),
		wages: new Set(step.wages.map(wages.numberOf)),
	}));
	const lastClaim = lastClaims(steps);
	const book = new PaidDaysBook(daysMax);
	let nodes: Node[] = [nodeAt(0, 0, book.none, [], 0, 0)];
	const layers: Edge[][] = [];
	let edges = 0;
	for (const [index, step] of steps.entries()) {
		const scene: Scene = {
			step,
			gap: step.day - (steps[index - 1]?.day ?? step.day),
			allowed: allowed[index] ?? NOTHING,
			before: allowed[index - 1],
			book,
			stillClaimed: (reports) => reports.filter((report) => (lastClaim.get(report) ?? index) > index).sort(),
		};
		const prepared = step.choices.map((choice) => prepare(choice, rates.numberOf, wages.numberOf));
		const reached = new Layer();
		for (const from of nodes) explore(from, prepared, scene, reached);
		edges += reached.edges.length;
		if (edges > edgesMax) return undefined;
		layers.push(reached.edges);
		nodes = [...reached.nodes.values()];
	}
	for (const node of nodes) {
		node.decidingAfter = 0;
		node.rankingAfter = 0;
	}
	return { layers, rates: rates.list };
}

interface InForceThen {
	readonly rates: Allowed;
	readonly wages: Allowed;
}

const NOTHING: InForceThen = { rates: new Set(), wages: new Set() };

interface Scene {
	readonly step: Step;
	/** Days since the payment before. */
	readonly gap: number;
	readonly allowed: InForceThen;
	readonly before: InForceThen | undefined;
	readonly book: PaidDaysBook;
	/** Of reports those that a later payment could claim, sorted. */
	stillClaimed(reports: string[]): readonly string[];
}

function prepare(choice: Choice, rateOf: (fen: bigint) => number, wageOf: (fen: bigint) => number): Prepared {
	const { reading, wage } = choice;
	return {
		choice,
		rate: reading?.leads ? rateOf(reading.rate) : 0,
		wage: wage === undefined ? 0 : wageOf(wage),
		percent: reading?.daysPercent ?? 0,
	};
}

function explore(from: Node, prepared: readonly Prepared[], scene: Scene, reached: Layer): void {
	const { step, gap, allowed, before, book } = scene;
	const days = book.later(from.days, gap);
	for (const { choice, rate, wage, percent } of prepared) {
		if (clash(from.reports, choice.reports)) continue;
		const paid = book.pay(days, percent, step.morning);
		const atRate = inForce(from.rate, rate, allowed.rates, before?.rates);
		const atWage = inForce(from.wage, wage, allowed.wages, before?.wages);
		const price =
			choice.cost.deciding +
			(paid % 2 === 1 ? DOUBLED : 0) +
			(atRate.changed ? CHANGE : 0) +
			(atWage.changed ? CHANGE : 0);
		const on = { from, choice, days: paid >> 1, reports: paidReports(from, choice, scene), price };
		for (const standing of atRate.values) for (const daily of atWage.values) reached.add(on, standing, daily);
	}
}

function paidReports(from: Node, choice: Choice, { stillClaimed }: Scene): readonly string[] {
	if (from.reports.length === 0 && choice.reports.length === 0) return NO_REPORTS;
	return stillClaimed([...from.reports, ...choice.reports]);
}

interface Move {
	readonly from: Node;
	readonly choice: Choice;
	readonly days: number;
	readonly reports: readonly string[];
	readonly price: number;
}

/** The states after one step. */
class Layer {
	readonly nodes = new Map<number | string, Node>();
	readonly edges: Edge[] = [];

	add({ from, choice, days, reports, price }: Move, rate: number, wage: number): void {
		const number = (days * 64 + rate) * 64 + wage;
		const key = reports.length === 0 ? number : `${number} ${reports.join(' ')}`;
		const deciding = from.deciding + price;
		const ranking = from.ranking + choice.cost.ranking;
		let to = this.nodes.get(key);
		if (!to) {
			to = nodeAt(rate, wage, days, reports, deciding, ranking);
			this.nodes.set(key, to);
		} else if (deciding < to.deciding || (deciding === to.deciding && ranking < to.ranking)) {
			to.deciding = deciding;
			to.ranking = ranking;
		}
		this.edges.push({ from, to, choice, deciding: price, ranking: choice.cost.ranking });
	}
}

function nodeAt(
	rate: number,
	wage: number,
	days: number,
	reports: readonly string[],
	deciding: number,
	ranking: number,
): Node {
	const after = Number.POSITIVE_INFINITY;
	return { rate, wage, days, reports, deciding, ranking, decidingAfter: after, rankingAfter: after };
}

const NO_REPORTS: readonly string[] = [];

function clash(paid: readonly string[], claimed: readonly string[]): boolean {
	return paid.length > 0 && claimed.some((report) => paid.includes(report));
}

/** The last step that could claim each report. */
function lastClaims(steps: readonly Step[]): Map<string, number> {
	const last = new Map<string, number>();
	for (const [index, { choices }] of steps.entries()) {
		for (const { reports } of choices) for (const report of reports) last.set(report, index);
	}
	return last;
}
