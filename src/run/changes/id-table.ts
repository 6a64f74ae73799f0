import { hash } from 'node:crypto';

/** A list of numbers in eight bytes each. */
export class Numbers {
	#values = new Float64Array(1024);
	length = 0;

	push(value: number): void {
		if (this.length === this.#values.length) {
			const larger = new Float64Array(2 * this.length);
			larger.set(this.#values);
			this.#values = larger;
		}
		this.#values[this.length++] = value;
	}

	at(index: number): number {
		return this.#values[index] ?? 0;
	}

	set(index: number, value: number): void {
		this.#values[index] = value;
	}
}

/**
 * Ids of transfers by number, in the order in which they came. A million of them take forty megabytes; as texts in a map
 * they would take five times that.
 */
export class IdTable {
	readonly #words = new Numbers();
	#places = new Int32Array(4096);
	length = 0;

	/** The number of an id that was there, or of a new one. */
	add(id: string): number {
		const key = keyOf(id);
		const known = this.#find(key);
		if (known.number >= 0) return known.number;
		for (const word of key) this.#words.push(word);
		this.#places[known.place] = ++this.length;
		if (2 * this.length > this.#places.length) this.#grow();
		return this.length - 1;
	}

	/** -1 where it is none of them. */
	find(id: string): number {
		return this.#find(keyOf(id)).number;
	}

	#find([one, two]: Key): { readonly number: number; readonly place: number } {
		const mask = this.#places.length - 1;
		// Of both words: ids that are no hashes may begin alike.
		for (let place = (one ^ two) & mask; ; place = (place + 1) & mask) {
			const number = (this.#places[place] ?? 0) - 1;
			if (number < 0) return { number, place };
			if (this.#words.at(2 * number) === one && this.#words.at(2 * number + 1) === two) return { number, place };
		}
	}

	#grow(): void {
		this.#places = new Int32Array(2 * this.#places.length);
		const mask = this.#places.length - 1;
		for (let number = 0; number < this.length; number++) {
			let place = (this.#words.at(2 * number) ^ this.#words.at(2 * number + 1)) & mask;
			while (this.#places[place] !== 0) place = (place + 1) & mask;
			this.#places[place] = number + 1;
		}
	}
}

/** The 96 bits of an id in two numbers of 48. */
type Key = readonly [number, number];

function keyOf(id: string): Key {
	const digits = /^t[0-9a-f]{24}$/.test(id) ? id.slice(1) : hash('sha256', id).slice(0, 24);
	return [Number.parseInt(digits.slice(0, 12), 16), Number.parseInt(digits.slice(12), 16)];
}

/** The first 52 bits of a text's SHA-256, as a number: two texts that differ give the same once in 4 × 10^15. */
export function digestOf(text: string): number {
	return Number.parseInt(hash('sha256', text).slice(0, 13), 16);
}
