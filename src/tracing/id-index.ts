/**
 * Finds a transfer's position by its id: a table of positions with open addressing. A `Map` of a million strings takes
 * ten times the memory, and a scan for each question longer than the answer.
 */
export class IdIndex {
	private readonly ids: readonly string[];
	/** Position + 1, or 0. */
	private readonly slots: Int32Array;

	/** @throws Error where an id occurs twice: its value would be counted twice */
	constructor(ids: readonly string[]) {
		this.ids = ids;
		this.slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * ids.length + 1)));
		for (const [position, id] of ids.entries()) {
			const slot = this.slotOf(id);
			if (this.slots[slot] !== 0) throw new Error(`transfer ${id} is given twice`);
			this.slots[slot] = position + 1;
		}
	}

	get bytes(): number {
		return this.slots.byteLength;
	}

	/** -1 where there is none. */
	find(id: string): number {
		return (this.slots[this.slotOf(id)] as number) - 1;
	}

	/** The slot that holds the id, or the free one where it belongs. */
	private slotOf(id: string): number {
		const mask = this.slots.length - 1;
		let hash = 0x811c9dc5;
		// FNV-1a
		for (let k = 0; k < id.length; k++) hash = Math.imul(hash ^ id.charCodeAt(k), 0x01000193);
		let slot = (hash ^ (hash >>> 15)) & mask;
		for (;;) {
			const position = (this.slots[slot] as number) - 1;
			if (position < 0 || this.ids[position] === id) return slot;
			slot = (slot + 1) & mask;
		}
	}
}
