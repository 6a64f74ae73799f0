import { exceeds, isZero, readAmount, subtractFrom, writeAmount } from './amount.ts';
import type { Bank, Segment } from './bank.ts';
import type { Graph } from './graph.ts';
import type { Passage } from './passage.ts';
import { FETCHED_MAX, Rings } from './rings.ts';
import type { Sums } from './tally.ts';

const NOTHING = -1;

/**
 * FIFO and LIFO: a holding is a row of lots, oldest first. What arrives is added at the end; FIFO draws from the front,
 * LIFO from the end.
 *
 * Neighbours of one origin are merged, so that an account that only ever saw one origin has one lot. A transfer keeps
 * the order of its lots under both policies: moving a whole balance into an empty account leaves the same row there.
 */
export class LotQueues implements Bank {
	private readonly graph: Graph;
	private readonly passage: Passage;
	private readonly lifo: boolean;
	private readonly rings: Rings;
	/** An amount in transit. */
	private readonly hand = new Float64Array(2);

	constructor(graph: Graph, passage: Passage, lifo: boolean) {
		this.graph = graph;
		this.passage = passage;
		this.lifo = lifo;
		this.rings = new Rings(graph.holdings.count, graph.holdings.count);
	}

	get bytes(): number {
		return this.rings.bytes;
	}

	run(from: number, end: number): void {
		const { payer, payee } = this.graph.holdings;
		for (let start = from; start < end; start += FETCHED_MAX) {
			const blockEnd = Math.min(start + FETCHED_MAX, end);
			this.rings.fetch(payer, payee, start, blockEnd);
			this.runBlock(start, blockEnd);
		}
	}

	take(holding: number, amount: bigint): Segment[] {
		const { rings } = this;
		const taken: Segment[] = [];
		const count = rings.count(holding);
		let left = amount;
		let whole = 0;
		while (left > 0n && whole < count) {
			const lot = this.lotToDraw(holding, count, whole);
			const has = readAmount(rings.cells, lot);
			const splits = has > left;
			taken.push({ origin: rings.origin(lot), amount: splits ? left : has });
			if (splits) writeAmount(rings.cells, lot, has - left);
			else whole += 1;
			left -= splits ? left : has;
		}
		this.drop(holding, whole);
		return taken;
	}

	put(holding: number, segments: readonly Segment[]): void {
		const ordered = this.lifo ? segments.toReversed() : segments;
		for (const { origin, amount } of ordered) {
			writeAmount(this.hand, 0, amount);
			this.rings.append(holding, origin, this.hand, 0);
		}
	}

	join(segments: readonly Segment[]): Segment[] {
		const joined: Segment[] = [];
		for (const segment of segments) {
			const last = joined.at(-1);
			if (last?.origin !== segment.origin) joined.push(segment);
			else joined[joined.length - 1] = { origin: last.origin, amount: last.amount + segment.amount };
		}
		return joined;
	}

	ordered(arrivals: readonly (readonly Segment[])[]): Segment[] {
		return (this.lifo ? arrivals.toReversed() : arrivals).flat();
	}

	split(segments: readonly Segment[], amount: bigint): { part: Segment[]; rest: Segment[] } {
		const part: Segment[] = [];
		let left = amount;
		for (const [place, segment] of segments.entries()) {
			if (left === 0n) return { part, rest: segments.slice(place) };
			if (segment.amount > left) {
				part.push({ origin: segment.origin, amount: left });
				const rest = { origin: segment.origin, amount: segment.amount - left };
				return { part, rest: [rest, ...segments.slice(place + 1)] };
			}
			part.push(segment);
			left -= segment.amount;
		}
		return { part, rest: [] };
	}

	content(holding: number): Segment[] {
		return this.rings.content(holding);
	}

	sumInto(held: Sums): void {
		this.rings.sumInto(held, this.graph.holdings.asset);
	}

	/** Most transfers draw on one lot and add to one: they are settled here, without a call where it can be helped. */
	private runBlock(from: number, end: number): void {
		const { payer, payee } = this.graph.holdings;
		const { high, low } = this.graph;
		const { rings, hand, lifo, passage } = this;
		for (let i = from; i < end; i++) {
			const holding = payer[i] as number;
			const to = payee[i] as number;
			const count = rings.count(holding);
			hand[0] = high[i] as number;
			hand[1] = low[i] as number;
			let origin = NOTHING;
			if (count === 0) {
				origin = passage.lack(i, hand, 0);
			} else {
				const lot = rings.lot(holding, lifo ? count - 1 : 0);
				if (exceeds(rings.cells, lot, hand, 0)) {
					subtractFrom(rings.cells, lot, hand, 0);
					origin = rings.origin(lot);
				}
			}
			if (origin === NOTHING) this.across(i, holding, to, count);
			else if (passage.passWhole(i, origin, hand, 0)) rings.append(to, origin, hand, 0);
		}
	}

	/** A transfer that empties at least one lot of its payer. `hand` is what it still needs. */
	private across(i: number, holding: number, payee: number, count: number): void {
		if (holding === payee) {
			this.turnOver(i, holding);
			return;
		}
		const { rings, lifo, hand } = this;
		let whole = 0;
		while (whole < count) {
			const lot = this.lotToDraw(holding, count, whole);
			if (exceeds(rings.cells, lot, hand, 0)) break;
			subtractFrom(hand, 0, rings.cells, lot);
			whole += 1;
		}
		const rest = isZero(hand, 0) ? NOTHING : this.drawRest(i, holding, count, whole);
		if (rest !== NOTHING && lifo) this.pay(i, rest, hand, 0);
		const first = lifo ? count - whole : 0;
		for (let place = first; place < first + whole; place++) {
			const lot = rings.lot(holding, place);
			this.pay(i, rings.origin(lot), rings.cells, lot);
		}
		this.drop(holding, whole);
		if (rest !== NOTHING && !lifo) this.pay(i, rest, hand, 0);
	}

	/** The last piece of a draw, in `hand`: part of a lot, or what is lacking. Returns its origin. */
	private drawRest(i: number, holding: number, count: number, whole: number): number {
		if (whole === count) return this.passage.lack(i, this.hand, 0);
		const lot = this.lotToDraw(holding, count, whole);
		subtractFrom(this.rings.cells, lot, this.hand, 0);
		return this.rings.origin(lot);
	}

	/** A holding that pays itself: all is drawn before any of it is added again. */
	private turnOver(i: number, holding: number): void {
		const { hand } = this;
		const drawn = this.take(holding, readAmount(hand, 0));
		for (const { amount } of drawn) {
			writeAmount(hand, 0, readAmount(hand, 0) - amount);
		}
		const lacking = readAmount(hand, 0);
		if (lacking > 0n) drawn.push({ origin: this.passage.lack(i, hand, 0), amount: lacking });
		for (const { origin, amount } of this.lifo ? drawn.toReversed() : drawn) {
			writeAmount(hand, 0, amount);
			this.pay(i, origin, hand, 0);
		}
	}

	/** The lot that is drawn after `whole` others. */
	private lotToDraw(holding: number, count: number, whole: number): number {
		return this.rings.lot(holding, this.lifo ? count - 1 - whole : whole);
	}

	private drop(holding: number, lots: number): void {
		if (this.lifo) this.rings.dropLast(holding, lots);
		else this.rings.dropFirst(holding, lots);
	}

	private pay(i: number, origin: number, cells: Float64Array, at: number): void {
		if (!this.passage.pass(i, origin, cells, at)) return;
		this.rings.append(this.graph.holdings.payee[i] as number, origin, cells, at);
	}
}
