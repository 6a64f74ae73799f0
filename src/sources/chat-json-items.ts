/** Cuts a JSON document into its messages without holding it: strings and brackets are followed, nothing is built. */

export interface JsonItem {
	/** Of the list that it is an element of, or of the object itself. */
	readonly key: string;
	/** The same for an element of a list; undefined for an object beside the lists. */
	readonly list?: string;
	readonly text: string;
	readonly fault?: 'encoding' | 'truncated' | 'columns';
}

/** A message that is longer is cut, and a reject. */
const ITEM_LENGTH_MAX = 1 << 20;
const RAW_LENGTH_MAX = 4096;
const KEY_LENGTH_MAX = 64;

const IN_STRING = /["\\]/g;
const OUTSIDE = /["{}[\]:,]/g;

export class JsonItems {
	readonly #lists: ReadonlySet<string>;
	readonly #objects: ReadonlySet<string>;
	#inString = false;
	#escaped = false;
	#depth = 0;
	/** The last string outside items: a key, once a colon follows. */
	#word = '';
	#key = '';
	/** Depth at which the list at hand was opened, and its key. */
	#list: { readonly depth: number; readonly key: string } | undefined;
	#item: { readonly depth: number; readonly key: string; readonly inList: boolean } | undefined;
	/** Pieces of the item at hand. */
	#pieces: string[] = [];
	#length = 0;
	#found = 0;
	#start = '';

	constructor(lists: readonly string[], objects: readonly string[]) {
		this.#lists = new Set(lists);
		this.#objects = new Set(objects);
	}

	/** @param text the next piece of the document */
	*push(text: string): Iterable<JsonItem> {
		if (this.#start.length < RAW_LENGTH_MAX) this.#start += text.slice(0, RAW_LENGTH_MAX);
		let from = 0;
		for (let i = 0; i < text.length; i++) {
			i = this.#skip(text, i);
			if (i === text.length) break;
			const began = this.#item === undefined;
			this.#step(text[i] as string);
			if (began && this.#item !== undefined) from = i;
			else if (!began && this.#item?.depth === this.#depth && !this.#inString) {
				this.#keep(text.slice(from, i + 1));
				yield this.#take();
			}
		}
		if (this.#item) this.#keep(text.slice(from));
	}

	/** What the end of the file leaves open. */
	*end(): Iterable<JsonItem> {
		if (this.#item) yield { ...this.#take(), fault: 'truncated' };
		else if (this.#found === 0 && this.#start.trim() !== '')
			yield { key: '', list: '', text: this.#start.slice(0, RAW_LENGTH_MAX), fault: 'columns' };
	}

	/** The next character that means something, from `at` on: most of a document is text inside strings. */
	#skip(text: string, at: number): number {
		if (this.#escaped) return at;
		const marks = this.#inString ? IN_STRING : OUTSIDE;
		marks.lastIndex = at;
		const next = marks.test(text) ? marks.lastIndex - 1 : text.length;
		if (this.#inString && !this.#item && this.#word.length < KEY_LENGTH_MAX)
			this.#word += text.slice(at, Math.min(next, at + KEY_LENGTH_MAX));
		return next;
	}

	#step(character: string): void {
		if (this.#inString) this.#stepInString(character);
		else if (character === '"') {
			this.#inString = true;
			this.#word = '';
		} else if (character === ':') this.#key = this.#word;
		else if (character === '{' || character === '[') this.#open(character);
		else if (character === '}' || character === ']') this.#close();
		else if (character === ',') this.#key = '';
	}

	#stepInString(character: string): void {
		if (this.#escaped) this.#escaped = false;
		else if (character === '\\') this.#escaped = true;
		else if (character === '"') this.#inString = false;
	}

	#open(bracket: string): void {
		const inList = this.#list !== undefined && this.#depth === this.#list.depth + 1;
		if (!this.#item && bracket === '{' && (inList || this.#objects.has(this.#key))) {
			this.#item = { depth: this.#depth, key: inList ? (this.#list?.key ?? '') : this.#key, inList };
		} else if (!this.#item && !this.#list && bracket === '[') {
			const key = this.#depth === 0 ? '' : this.#key;
			if (this.#lists.has(key) && (this.#depth === 0 || key !== '')) this.#list = { depth: this.#depth, key };
		}
		if (!this.#item) this.#key = '';
		this.#depth += 1;
	}

	#close(): void {
		this.#depth = Math.max(0, this.#depth - 1);
		if (!this.#item && this.#list?.depth === this.#depth) this.#list = undefined;
	}

	#keep(text: string): void {
		if (this.#length <= ITEM_LENGTH_MAX) this.#pieces.push(text);
		this.#length += text.length;
	}

	#take(): JsonItem {
		const { key, inList } = this.#item as { key: string; inList: boolean };
		const whole = this.#pieces.join('');
		const fault = this.#length > ITEM_LENGTH_MAX ? 'truncated' : whole.includes('\ufffd') ? 'encoding' : undefined;
		const text = fault === 'truncated' ? whole.slice(0, RAW_LENGTH_MAX) : whole;
		this.#item = undefined;
		this.#pieces = [];
		this.#length = 0;
		this.#key = '';
		if (inList) this.#found += 1;
		return { key, ...(inList ? { list: key } : {}), text, ...(fault ? { fault } : {}) };
	}
}
