import { maskNumbers } from './numbers.ts';

/** A stretch of letters and digits as accounts and numbers are written in. */
const TOKEN = /[A-Za-z0-9_]+(?:[-.@][A-Za-z0-9_]+)*/g;
const ONE_WORD = /^[A-Za-z0-9]+$/;
const PIECE = /[A-Za-z0-9_]+/g;

/**
 * Hides in running text what a case knows of: accounts and identity numbers as whole words, names wherever they stand;
 * then every number that may be somebody's, where that is asked for.
 */
export class TextMask {
	readonly #words: ReadonlyMap<string, string>;
	readonly #numbers: boolean;
	readonly #ids: (text: string) => string;
	/** Names by their first two characters, longest first. */
	readonly #names = new Map<string, (readonly [name: string, shown: string])[]>();
	readonly #done = new Map<string, string>();

	/**
	 * @param words what is replaced where it stands as a word of its own
	 * @param names what is replaced wherever it stands; of two characters at least
	 * @param numbers whether numbers that the case does not know of are masked too
	 * @param ids what is done to ids in a text
	 */
	constructor(
		words: ReadonlyMap<string, string>,
		names: Iterable<readonly [string, string]>,
		numbers: boolean,
		ids: (text: string) => string,
	) {
		this.#words = words;
		this.#numbers = numbers;
		this.#ids = ids;
		for (const pair of names) {
			const head = pair[0].slice(0, 2);
			const list = this.#names.get(head);
			if (list) list.push(pair);
			else this.#names.set(head, [pair]);
		}
		for (const list of this.#names.values()) list.sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
	}

	of(text: string): string {
		if (text === '') return text;
		const known = this.#done.get(text);
		if (known !== undefined) return known;
		const plain = this.#withoutWords(text);
		// Names last: a stand-in ends with a figure, and a number right behind it would look longer than it is.
		const masked = this.#ids(this.#withoutNames(this.#numbers ? maskNumbers(plain) : plain));
		if (this.#done.size > 200_000) this.#done.clear();
		this.#done.set(text, masked);
		return masked;
	}

	/** Only what the case knows of: for numbers of orders, which look like cards. */
	known(text: string): string {
		if (ONE_WORD.test(text)) return this.#words.get(text) ?? text;
		return this.#withoutNames(this.#withoutWords(text));
	}

	#withoutWords(text: string): string {
		return text.replaceAll(TOKEN, (token) => this.#token(token));
	}

	#token(token: string): string {
		return this.#words.get(token) ?? token.replaceAll(PIECE, (piece) => this.#piece(piece));
	}

	/** The longest known stretch of what underscores join: they are a part of some handles, and of names of files. */
	#piece(piece: string): string {
		const known = this.#words.get(piece);
		if (known !== undefined || !piece.includes('_')) return known ?? piece;
		const parts = piece.split('_');
		for (let length = parts.length - 1; length > 0; length--) {
			for (let at = 0; at + length <= parts.length; at++) {
				const shown = this.#words.get(parts.slice(at, at + length).join('_'));
				if (shown === undefined) continue;
				const around = [parts.slice(0, at), parts.slice(at + length)].map((rest) => this.#piece(rest.join('_')));
				return [...(at > 0 ? [around[0]] : []), shown, ...(at + length < parts.length ? [around[1]] : [])].join('_');
			}
		}
		return piece;
	}

	#withoutNames(text: string): string {
		if (this.#names.size === 0) return text;
		let masked = '';
		let from = 0;
		for (let at = 0; at + 1 < text.length; at++) {
			const found = this.#names.get(text.slice(at, at + 2))?.find(([name]) => text.startsWith(name, at));
			if (!found) continue;
			masked += text.slice(from, at) + found[1];
			from = at + found[0].length;
			at = from - 1;
		}
		return masked + text.slice(from);
	}
}
