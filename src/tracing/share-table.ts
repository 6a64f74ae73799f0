import { addTo } from './amount.ts';

/**
 * Shares of transfers by origin. Most transfers are of one origin throughout: these take one cell. The others have rows,
 * which stand together, each origin once.
 */
export class ShareTable {
	/** By transfer: 0 no share, n its first row counted from 1, -n wholly of origin n counted from 1. */
	readonly entry: Int32Array;
	count = 0;
	transfer: Int32Array;
	origin: Int32Array;
	/** Two cells a row. */
	amounts: Float64Array;

	/** Begins with little room: clearing memory that is not needed took a quarter of the time of a whole settlement. */
	constructor(transfers: number) {
		const rows = Math.max(64, transfers >> 3);
		this.entry = new Int32Array(transfers);
		this.transfer = new Int32Array(rows);
		this.origin = new Int32Array(rows);
		this.amounts = new Float64Array(2 * rows);
	}

	/** The whole of a transfer is of that origin. */
	whole(transfer: number, origin: number): void {
		this.entry[transfer] = -origin - 1;
	}

	/**
	 * Adds the amount that stands in `cells` at `at` to the transfer's share of that origin. All shares of a transfer are
	 * added before those of another.
	 */
	add(transfer: number, origin: number, cells: Float64Array, at: number): void {
		const first = this.entry[transfer] as number;
		if (first === 0) this.entry[transfer] = this.count + 1;
		else if (this.addToRow(first - 1, origin, cells, at)) return;
		const row = this.count;
		if (row === this.origin.length) this.grow();
		this.transfer[row] = transfer;
		this.origin[row] = origin;
		this.amounts[2 * row] = cells[at] as number;
		this.amounts[2 * row + 1] = cells[at + 1] as number;
		this.count = row + 1;
	}

	get bytes(): number {
		return this.entry.byteLength + this.count * (4 + 4 + 16);
	}

	private addToRow(first: number, origin: number, cells: Float64Array, at: number): boolean {
		for (let row = first; row < this.count; row++) {
			if (this.origin[row] !== origin) continue;
			addTo(this.amounts, 2 * row, cells, at);
			return true;
		}
		return false;
	}

	private grow(): void {
		const rows = Math.ceil(this.origin.length * 1.5);
		const moved = <T extends Int32Array | Float64Array>(from: T, to: T): T => {
			to.set(from);
			return to;
		};
		this.transfer = moved(this.transfer, new Int32Array(rows));
		this.origin = moved(this.origin, new Int32Array(rows));
		this.amounts = moved(this.amounts, new Float64Array(2 * rows));
	}
}
