import { addTo, apportion, exceeds, readAmount, subtractFrom, writeAmount } from './amount.ts';
import type { Bank, Segment } from './bank.ts';
import type { Graph } from './graph.ts';
import type { Passage } from './passage.ts';
import { Rings } from './rings.ts';
import type { Sums } from './tally.ts';

/**
 * Haircut: a holding is a mixture, one lot for each origin. A transfer takes of each in proportion, in whole units by
 * largest remainder, equal remainders by origin id.
 */
export class Mixtures implements Bank {
	private readonly graph: Graph;
	private readonly passage: Passage;
	private readonly rings: Rings;
	/** An amount in transit. */
	private readonly hand = new Float64Array(2);

	constructor(graph: Graph, passage: Passage) {
		this.graph = graph;
		this.passage = passage;
		this.rings = new Rings(graph.holdings.count, graph.holdings.count);
	}

	get bytes(): number {
		return this.rings.bytes;
	}

	run(from: number, end: number): void {
		for (let i = from; i < end; i++) this.transfer(i);
	}

	take(holding: number, amount: bigint): Segment[] {
		const parts = this.content(holding);
		const total = parts.reduce((sum, part) => sum + part.amount, 0n);
		if (total <= amount) {
			this.rings.dropLast(holding, parts.length);
			return parts;
		}
		const shares = apportion(
			amount,
			parts.map((part) => part.amount),
		);
		const taken = parts.map(({ origin }, k) => ({ origin, amount: shares[k] as bigint }));
		for (const { origin, amount: share } of taken) this.remove(holding, origin, share);
		return taken.filter((part) => part.amount > 0n);
	}

	put(holding: number, segments: readonly Segment[]): void {
		for (const { origin, amount } of segments) {
			writeAmount(this.hand, 0, amount);
			this.add(holding, origin, this.hand, 0);
		}
	}

	join(segments: readonly Segment[]): Segment[] {
		const sums = new Map<number, bigint>();
		for (const { origin, amount } of segments) sums.set(origin, (sums.get(origin) ?? 0n) + amount);
		return byOrigin([...sums].map(([origin, amount]) => ({ origin, amount })));
	}

	ordered(arrivals: readonly (readonly Segment[])[]): Segment[] {
		return arrivals.flat();
	}

	split(segments: readonly Segment[], amount: bigint): { part: Segment[]; rest: Segment[] } {
		const shares = apportion(
			amount,
			segments.map((segment) => segment.amount),
		);
		const present = (parts: readonly Segment[]): Segment[] => parts.filter((part) => part.amount > 0n);
		return {
			part: present(segments.map(({ origin }, k) => ({ origin, amount: shares[k] as bigint }))),
			rest: present(segments.map(({ origin, amount: has }, k) => ({ origin, amount: has - (shares[k] as bigint) }))),
		};
	}

	/** By origin: smallest id first. */
	content(holding: number): Segment[] {
		return byOrigin(this.rings.content(holding));
	}

	sumInto(held: Sums): void {
		this.rings.sumInto(held, this.graph.holdings.asset);
	}

	private transfer(i: number): void {
		const { rings, hand } = this;
		const holding = this.graph.holdings.payer[i] as number;
		const count = rings.count(holding);
		hand[0] = this.graph.high[i] as number;
		hand[1] = this.graph.low[i] as number;
		const lot = rings.lot(holding, 0);
		if (count === 0) {
			this.pay(i, this.passage.lack(i, hand, 0), hand, 0);
		} else if (count === 1 && exceeds(rings.cells, lot, hand, 0)) {
			subtractFrom(rings.cells, lot, hand, 0);
			this.pay(i, rings.origin(lot), hand, 0);
		} else {
			this.mix(i, holding);
		}
	}

	private mix(i: number, holding: number): void {
		const { hand } = this;
		const amount = readAmount(hand, 0);
		let lacking = amount;
		for (const part of this.take(holding, amount)) {
			lacking -= part.amount;
			writeAmount(hand, 0, part.amount);
			this.pay(i, part.origin, hand, 0);
		}
		if (lacking === 0n) return;
		writeAmount(hand, 0, lacking);
		this.pay(i, this.passage.lack(i, hand, 0), hand, 0);
	}

	private pay(i: number, origin: number, cells: Float64Array, at: number): void {
		if (!this.passage.pass(i, origin, cells, at)) return;
		this.add(this.graph.holdings.payee[i] as number, origin, cells, at);
	}

	private add(holding: number, origin: number, cells: Float64Array, at: number): void {
		const { rings } = this;
		for (let place = 0; place < rings.count(holding); place++) {
			const lot = rings.lot(holding, place);
			if (rings.origin(lot) !== origin) continue;
			addTo(rings.cells, lot, cells, at);
			return;
		}
		rings.append(holding, origin, cells, at);
	}

	private remove(holding: number, origin: number, amount: bigint): void {
		const { rings } = this;
		const count = rings.count(holding);
		let place = 0;
		while (rings.origin(rings.lot(holding, place)) !== origin) place += 1;
		const lot = rings.lot(holding, place);
		const left = readAmount(rings.cells, lot) - amount;
		if (left > 0n) {
			writeAmount(rings.cells, lot, left);
			return;
		}
		rings.copy(rings.lot(holding, count - 1), lot);
		rings.dropLast(holding, 1);
	}
}

function byOrigin(segments: Segment[]): Segment[] {
	return segments.sort((a, b) => a.origin - b.origin);
}
