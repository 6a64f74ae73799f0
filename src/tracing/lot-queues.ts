import { exceeds, isZero, readAmount, subtractFrom, writeAmount } from './amount.ts';
import type { Bank, Segment } from './bank.ts';
import type { Graph } from './graph.ts';
import type { Plan } from './plan.ts';
import { Rings } from './rings.ts';
import type { ShareTable } from './share-table.ts';
import type { Tally } from './tally.ts';

const NONE = -1;
const BLOCK = Number((globalThis as any).process.env.BLOCK ?? 64);

/**
 * FIFO and LIFO: a holding is a row of lots, oldest first. What arrives is added at the end; FIFO draws from the front,
 * LIFO from the end.
 *
 * Neighbours of one origin are merged, so that an account that only ever saw one origin has one lot. A transfer keeps
 * the order of its lots under both policies: moving a whole balance into an empty account leaves the same row there.
 */
export class LotQueues implements Bank {
	private readonly graph: Graph;
	private readonly plan: Plan;
	private readonly shares: ShareTable;
	private readonly tally: Tally;
	private readonly lifo: boolean;
	private readonly rings: Rings;
	/** An amount in transit. */
	private readonly hand = new Float64Array(2);
	read = 0;

	constructor(graph: Graph, plan: Plan, shares: ShareTable, tally: Tally, lifo: boolean) {
		this.graph = graph;
		this.plan = plan;
		this.shares = shares;
		this.tally = tally;
		this.lifo = lifo;
		this.rings = new Rings(graph.holdings.count, graph.size);
	}

	get bytes(): number {
		return this.rings.bytes;
	}

	run(from: number, end: number): void {
		for (let start = from; start < end; start += BLOCK) {
			const blockEnd = Math.min(start + BLOCK, end);
			this.fetch(start, blockEnd);
			for (let i = start; i < blockEnd; i++) this.transfer(i);
		}
	}

	/**
	 * Reads what the next transfers will need, all at once: their cache misses then overlap instead of queueing one
	 * behind the other.
	 */
	private fetch(from: number, end: number): void {
		const { payer, payee } = this.graph.holdings;
		const { rings } = this;
		let read = 0;
		for (let i = from; i < end; i++) {
			read ^= rings.count(payer[i] as number) ^ rings.count(payee[i] as number);
		}
		for (let i = from; i < end; i++) {
			read ^= rings.touch(payer[i] as number) ^ rings.touch(payee[i] as number);
		}
		this.read = read;
	}

	private transfer(i: number): void {
		const { rings, hand } = this;
		const holding = this.graph.holdings.payer[i] as number;
		const count = rings.count(holding);
		hand[0] = this.graph.high[i] as number;
		hand[1] = this.graph.low[i] as number;
		if (count === 0) {
			this.lack(i);
			this.pay(i, this.plan.unknown, hand, 0);
			return;
		}
		const lot = rings.lot(holding, this.lifo ? count - 1 : 0);
		if (exceeds(rings.cells, lot, hand, 0)) {
			subtractFrom(rings.cells, lot, hand, 0);
			this.pay(i, rings.origin(lot), hand, 0);
		} else {
			this.across(i, count);
		}
	}

	take(holding: number, amount: bigint): Segment[] {
		const { rings, lifo } = this;
		const taken: Segment[] = [];
		let left = amount;
		let whole = 0;
		const count = rings.count(holding);
		while (left > 0n && whole < count) {
			const lot = rings.lot(holding, lifo ? count - 1 - whole : whole);
			const { origin, amount: has } = this.segment(lot);
			const drawn = has < left ? has : left;
			taken.push({ origin, amount: drawn });
			left -= drawn;
			if (drawn === has) whole += 1;
			else writeAmount(rings.cells, lot, has - drawn);
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

	/** Neighbours, as in the row itself. */
	join(segments: readonly Segment[]): Segment[] {
		const joined: Segment[] = [];
		for (const segment of segments) {
			const last = joined.at(-1);
			if (last?.origin !== segment.origin) joined.push(segment);
			else joined[joined.length - 1] = { origin: last.origin, amount: last.amount + segment.amount };
		}
		return joined;
	}

	content(holding: number): Segment[] {
		return Array.from({ length: this.rings.count(holding) }, (_, k) => this.segment(this.rings.lot(holding, k)));
	}

	/** A transfer that empties at least one lot of its payer. `hand` is what it still needs. */
	private across(i: number, count: number): void {
		const { rings, lifo, hand } = this;
		const holding = this.graph.holdings.payer[i] as number;
		let whole = 0;
		while (whole < count) {
			const lot = rings.lot(holding, lifo ? count - 1 - whole : whole);
			if (exceeds(rings.cells, lot, hand, 0)) break;
			subtractFrom(hand, 0, rings.cells, lot);
			whole += 1;
		}
		const rest = isZero(hand, 0) ? NONE : this.drawRest(i, count, whole);
		if (rest !== NONE && lifo) this.pay(i, rest, hand, 0);
		const first = lifo ? count - whole : 0;
		for (let place = first; place < first + whole; place++) {
			const lot = rings.lot(holding, place);
			this.pay(i, rings.origin(lot), rings.cells, lot);
		}
		this.drop(holding, whole);
		if (rest !== NONE && !lifo) this.pay(i, rest, hand, 0);
	}

	/** The last piece of a draw, in `hand`: part of a lot, or what is lacking. Returns its origin. */
	private drawRest(i: number, count: number, whole: number): number {
		if (whole === count) {
			this.lack(i);
			return this.plan.unknown;
		}
		const { rings } = this;
		const lot = rings.lot(this.graph.holdings.payer[i] as number, this.lifo ? count - 1 - whole : whole);
		subtractFrom(rings.cells, lot, this.hand, 0);
		return rings.origin(lot);
	}

	private pay(i: number, origin: number, cells: Float64Array, at: number): void {
		if (origin !== this.plan.unknown) this.shares.add(i, origin, cells, at);
		if (this.plan.service[this.graph.dst[i] as number] === 0) {
			this.rings.append(this.graph.holdings.payee[i] as number, origin, cells, at);
		} else {
			this.tally.delivered.add(this.graph.asset[i] as number, origin, cells, at);
		}
	}

	private lack(i: number): void {
		this.tally.seeded.add(this.graph.asset[i] as number, this.plan.unknown, this.hand, 0);
	}

	private drop(holding: number, lots: number): void {
		if (this.lifo) this.rings.dropLast(holding, lots);
		else this.rings.dropFirst(holding, lots);
	}

	private segment(lot: number): Segment {
		return { origin: this.rings.origin(lot), amount: readAmount(this.rings.cells, lot) };
	}
}
