import { addTo, readAmount } from './amount.ts';
import type { Segment } from './bank.ts';
import type { Sums } from './tally.ts';

/** Doubles a lot takes: high limb, low limb, origin. */
const CELLS = 3;

/** Integers of a holding's record: first lot of its ring, number of places, place of its first lot, number of lots. */
const RECORD = 4;

/** Transfers whose lots are fetched together. 16 to 256 measured alike; without fetching, a quarter more time. */
export const FETCHED_MAX = 64;

/** Rings of 2^k places, k below this. */
const CLASSES = 31;

/**
 * The lots of all holdings: a ring of 2^k places for each holding, all in one arena.
 *
 * Neighbouring lots lie side by side, because what costs time here is the cache miss, not the arithmetic: the same lots
 * as linked chains took four times as long once busy accounts held tens of thousands. Rings that were outgrown are used
 * again for others of their size. A lot is the index of its first cell: `cells[lot]` and the next are its amount.
 */
export class Rings {
	cells: Float64Array;
	private readonly records: Int32Array;
	private readonly free = new Int32Array(CLASSES).fill(-1);
	private readonly ahead = new Int32Array(2 * FETCHED_MAX);
	private readonly lastRead = new Float64Array(1);
	private used = 0;

	/** @param lots room to begin with */
	constructor(holdings: number, lots: number) {
		this.records = new Int32Array(RECORD * holdings);
		this.cells = new Float64Array(CELLS * Math.max(64, lots));
	}

	get bytes(): number {
		return this.records.byteLength + this.used * CELLS * 8;
	}

	/**
	 * Reads the lots that some transfers will first draw on and add to, all at once: their cache misses then overlap
	 * instead of queueing one behind the other. Changes nothing.
	 */
	fetch(payer: Int32Array, payee: Int32Array, from: number, end: number): void {
		const { ahead, cells } = this;
		for (let i = from; i < end; i++) {
			const to = payee[i] as number;
			ahead[2 * (i - from)] = this.lot(payer[i] as number, 0);
			ahead[2 * (i - from) + 1] = this.lot(to, Math.max(0, this.count(to) - 1));
		}
		let read = 0;
		for (let k = 0; k < 2 * (end - from); k++) read += cells[ahead[k] as number] as number;
		// Kept, so that the reads are not optimised away.
		this.lastRead[0] = read;
	}

	count(holding: number): number {
		return this.records[RECORD * holding + 3] as number;
	}

	/** The lot at a place, 0 the first. */
	lot(holding: number, place: number): number {
		const at = RECORD * holding;
		const { records } = this;
		const ring = ((records[at + 2] as number) + place) & ((records[at + 1] as number) - 1);
		return CELLS * ((records[at] as number) + ring);
	}

	/** Forgets the first lots. */
	dropFirst(holding: number, lots: number): void {
		const at = RECORD * holding;
		const { records } = this;
		records[at + 2] = ((records[at + 2] as number) + lots) & ((records[at + 1] as number) - 1);
		records[at + 3] = (records[at + 3] as number) - lots;
	}

	/** Forgets the last lots. */
	dropLast(holding: number, lots: number): void {
		const at = RECORD * holding + 3;
		this.records[at] = (this.records[at] as number) - lots;
	}

	origin(lot: number): number {
		return (this.cells[lot + 2] as number) | 0;
	}

	/** Adds what stands in `from` at `k` at the end: to the last lot where that has the same origin, else as a lot. */
	append(holding: number, origin: number, from: Float64Array, k: number): void {
		const at = RECORD * holding;
		const { records } = this;
		const count = records[at + 3] as number;
		if (count > 0) {
			const last = this.lot(holding, count - 1);
			if (this.cells[last + 2] === origin) {
				addTo(this.cells, last, from, k);
				return;
			}
		}
		if (count === records[at + 1]) this.enlarge(at, count);
		records[at + 3] = count + 1;
		const lot = this.lot(holding, count);
		this.cells[lot] = from[k] as number;
		this.cells[lot + 1] = from[k + 1] as number;
		this.cells[lot + 2] = origin;
	}

	copy(from: number, to: number): void {
		this.cells.copyWithin(to, from, from + CELLS);
	}

	content(holding: number): Segment[] {
		return Array.from({ length: this.count(holding) }, (_, place) => {
			const lot = this.lot(holding, place);
			return { origin: this.origin(lot), amount: readAmount(this.cells, lot) };
		});
	}

	/** @param assets by holding */
	sumInto(held: Sums, assets: Int32Array): void {
		for (let holding = 0; holding < assets.length; holding++) {
			for (let place = 0; place < this.count(holding); place++) {
				const lot = this.lot(holding, place);
				held.add(assets[holding] as number, this.origin(lot), this.cells, lot);
			}
		}
	}

	/** Moves a full ring into one of twice as many places. */
	private enlarge(at: number, count: number): void {
		const { records } = this;
		const places = Math.max(1, count * 2);
		const base = this.reserve(places);
		const { cells } = this;
		const old = records[at] as number;
		const start = records[at + 2] as number;
		const wrapped = CELLS * (base + count - start);
		cells.copyWithin(CELLS * base, CELLS * (old + start), CELLS * (old + count));
		cells.copyWithin(wrapped, CELLS * old, CELLS * (old + start));
		if (count > 0) this.release(old, count);
		records[at] = base;
		records[at + 1] = places;
		records[at + 2] = 0;
	}

	private reserve(places: number): number {
		const size = 31 - Math.clz32(places);
		const known = this.free[size] as number;
		if (known >= 0) {
			this.free[size] = this.cells[CELLS * known] as number;
			return known;
		}
		const base = this.used;
		this.used += places;
		if (CELLS * this.used > this.cells.length) {
			const larger = new Float64Array(CELLS * Math.ceil(this.used * 1.5));
			larger.set(this.cells);
			this.cells = larger;
		}
		return base;
	}

	/** A free ring holds the next free one of its size where its first lot was. */
	private release(base: number, places: number): void {
		const size = 31 - Math.clz32(places);
		this.cells[CELLS * base] = this.free[size] as number;
		this.free[size] = base;
	}
}
