import { createHash, hash } from 'node:crypto';
import { storedText } from './stored-text.ts';

const LEAF_BYTES = 32;
const LEAF_WORDS = LEAF_BYTES / 4;
const FIRST_LEAVES = 64;
/** Leaves are dealt out by this many of their first bits, so that few are left to compare. */
const HEAP_BITS = 16;

/**
 * A hash over texts in whatever order they come: SHA-256 of the sorted SHA-256 of each. A sum of hashes needs no sorting,
 * but whoever may choose the texts finds others with the same sum.
 */
export class Leaves {
	#bytes = Buffer.alloc(FIRST_LEAVES * LEAF_BYTES);
	#count = 0;

	add(text: string): void {
		const begin = this.#count * LEAF_BYTES;
		if (begin === this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], begin * 2);
		// Half a surrogate pair has no UTF-8: hashed as it is, every other half would hash alike.
		this.#bytes.set(hash('sha256', storedText(text), 'buffer'), begin);
		this.#count++;
	}

	/** In hexadecimal digits. */
	digest(): string {
		const all = createHash('sha256');
		for (const leaf of sorted(this.#bytes, this.#count))
			all.update(this.#bytes.subarray(leaf * LEAF_BYTES, (leaf + 1) * LEAF_BYTES));
		return all.digest('hex');
	}
}

/** Numbers of the leaves in the order of their bytes: dealt out by the first bits, then each moved to its place. */
function sorted(leaves: Buffer, count: number): Uint32Array {
	const words = new Uint32Array(count * LEAF_WORDS);
	for (let word = 0; word < words.length; word++) words[word] = leaves.readUInt32BE(word * 4);
	const order = dealt(words, count);
	for (let at = 1; at < count; at++) {
		const leaf = order[at] as number;
		let place = at;
		for (; place > 0 && isBefore(words, leaf, order[place - 1] as number); place--)
			order[place] = order[place - 1] as number;
		order[place] = leaf;
	}
	return order;
}

function dealt(words: Uint32Array, count: number): Uint32Array {
	const heapOf = (leaf: number) => (words[leaf * LEAF_WORDS] as number) >>> (32 - HEAP_BITS);
	const places = new Uint32Array(2 ** HEAP_BITS + 1);
	for (let leaf = 0; leaf < count; leaf++) (places[heapOf(leaf) + 1] as number)++;
	for (let heap = 1; heap < places.length; heap++) (places[heap] as number) += places[heap - 1] as number;
	const order = new Uint32Array(count);
	for (let leaf = 0; leaf < count; leaf++) {
		const heap = heapOf(leaf);
		order[places[heap] as number] = leaf;
		(places[heap] as number)++;
	}
	return order;
}

function isBefore(words: Uint32Array, one: number, other: number): boolean {
	for (let word = 0; word < LEAF_WORDS; word++) {
		const [a, b] = [words[one * LEAF_WORDS + word] as number, words[other * LEAF_WORDS + word] as number];
		if (a !== b) return a < b;
	}
	return false;
}
