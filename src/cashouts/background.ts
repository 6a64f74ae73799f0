import { firstFrom, subsets } from './subsets.ts';
import type { YuanLeg } from './types.ts';

/** Width of a class of amounts, of their logarithm, and how far each payment is spread: about a quarter up and down. */
const STEP = 0.05;
const SPREAD = 5;
/** Logarithms of fen that amounts lie between; outside counts as at the edge. */
const LOWEST = 0;
const CLASSES = 600;
/** Amounts that stand for all others when sums are counted. */
const SAMPLE = 48;

/**
 * Payments of a party that came for other reasons: how many to expect in a time, and of which amounts. Each payment
 * counts by how unlikely it is that it was for coins. Two payments of any amount are added, so that a short history does
 * not say that nothing else can happen.
 */
export class Background {
	private readonly instants: Float64Array;
	private readonly before: Float64Array;
	private readonly weights: ReadonlyMap<string, number>;
	private readonly classes = new Float64Array(CLASSES);
	private readonly total: number;
	private readonly spanMs: number;
	private readonly windowMs: number;
	private sums: readonly Float64Array[] | undefined;
	private readonly sample: readonly number[];

	/** @param weights transfer -> likelihood that it is part of no match; 1 where it is missing */
	constructor(legs: readonly YuanLeg[], weights: ReadonlyMap<string, number>, windowMs: number) {
		this.weights = weights;
		this.windowMs = windowMs;
		this.instants = Float64Array.from(legs, (leg) => leg.instant);
		this.before = new Float64Array(legs.length + 1);
		for (const [i, leg] of legs.entries()) {
			const weight = this.weight(leg);
			this.before[i + 1] = (this.before[i] as number) + weight;
			this.spread(logOf(leg.fen), weight);
		}
		this.total = this.before[legs.length] as number;
		this.spanMs = Math.max((this.instants.at(-1) ?? 0) - (this.instants[0] ?? 0), windowMs);
		this.sample = quantiles(
			legs.map((leg) => [Number(leg.fen), this.weight(leg)] as const),
			SAMPLE,
		);
	}

	/** Payments to expect in a window around the instant, without those named: half of those seen there, half of the general rate. */
	expected(instant: number, without: readonly YuanLeg[]): number {
		const [from, until] = [instant - this.windowMs / 2, instant + this.windowMs / 2];
		const inside = without.filter((leg) => from <= leg.instant && leg.instant <= until);
		const seen =
			(this.before[firstFrom(this.instants, until + 1)] as number) -
			(this.before[firstFrom(this.instants, from)] as number) -
			this.sum(inside);
		const general = ((this.total - this.sum(without)) * this.windowMs) / this.spanMs;
		return Math.max(0, (Math.max(0, seen) + Math.max(0, general)) / 2);
	}

	/** Share of payments for one unit of the logarithm of the amount, without those named. */
	density(fen: number, without: readonly YuanLeg[]): number {
		const at = classOf(Math.log(fen));
		let mass = this.classes[at] as number;
		for (const leg of without) mass -= this.weight(leg) * kernel(classOf(logOf(leg.fen)) - at);
		const others = Math.max(0, this.total - this.sum(without));
		return (Math.max(0, mass) / STEP + 2 / (CLASSES * STEP)) / (others + 2);
	}

	/** The share of sums of exactly `parts` payments that lie between two amounts; taken wider where few sums are known. */
	shareOfSums(parts: number, low: number, high: number): number {
		this.sums ??= [2, 3].map((size) => sumsOf(this.sample, size));
		const sums = this.sums[Math.min(parts, 3) - 2];
		if (sums === undefined || sums.length === 0) return 0;
		const width = Math.log((high + 1) / low);
		const wide = Math.max(width, parts === 2 ? 0.08 : 0.02);
		const middle = (Math.log(low) + Math.log(high + 1)) / 2;
		const [from, until] = [Math.exp(middle - wide / 2), Math.exp(middle + wide / 2)];
		return ((firstFrom(sums, until) - firstFrom(sums, from)) / sums.length) * (width / wide);
	}

	private weight({ transfer }: YuanLeg): number {
		return this.weights.get(transfer) ?? 1;
	}

	private sum(legs: readonly YuanLeg[]): number {
		return legs.reduce((sum, leg) => sum + this.weight(leg), 0);
	}

	private spread(log: number, weight: number): void {
		const at = classOf(log);
		for (let off = -SPREAD; off <= SPREAD; off++) {
			const i = at + off;
			if (i >= 0 && i < CLASSES) this.classes[i] = (this.classes[i] as number) + weight * kernel(off);
		}
	}
}

function classOf(log: number): number {
	return Math.min(CLASSES - 1, Math.max(0, Math.floor((log - LOWEST) / STEP)));
}

/** A triangle that sums to 1. */
function kernel(off: number): number {
	return Math.max(0, SPREAD + 1 - Math.abs(off)) / (SPREAD + 1) ** 2;
}

function logOf(fen: bigint): number {
	return Math.log(Number(fen));
}

/** Amounts at even steps of the summed weight, ascending. */
function quantiles(weighted: readonly (readonly [number, number])[], count: number): number[] {
	const sorted = weighted.filter(([, weight]) => weight > 0).sort(([a], [b]) => a - b);
	const total = sorted.reduce((sum, [, weight]) => sum + weight, 0);
	if (total === 0) return [];
	const points: number[] = [];
	let [i, passed] = [0, 0];
	for (let k = 0; k < count; k++) {
		const until = (total * (k + 0.5)) / count;
		while (i < sorted.length - 1 && passed + (sorted[i]?.[1] as number) < until) passed += sorted[i++]?.[1] as number;
		points.push(sorted[i]?.[0] as number);
	}
	return points;
}

/** All sums of so many different points, ascending. */
function sumsOf(points: readonly number[], parts: number): Float64Array {
	const sums: number[] = [];
	for (const set of subsets(points, parts, 0, Number.POSITIVE_INFINITY))
		sums.push(set.reduce((sum, i) => sum + (points[i] as number), 0));
	return Float64Array.from(sums).sort();
}
