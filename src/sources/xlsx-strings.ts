import { CELL_CHARACTERS_MAX, plainText, readXml, type XmlListener } from './xlsx-xml.ts';

/** Texts kept ready: those that repeat in every row, such as 转账. */
const READY_MAX = 20_000;

/** The texts of a workbook, which cells name by number. A million rows have millions: they are kept as bytes. */
export class SharedStrings {
	#bytes = Buffer.alloc(1 << 16);
	#ends = new Uint32Array(1 << 12);
	#count = 0;
	readonly #ready = new Map<number, string>();

	add(text: string): void {
		const start = this.#end(this.#count - 1);
		const most = text.length * 3;
		if (start + most > this.#bytes.length) this.#bytes = grown(this.#bytes, start + most);
		if (this.#count === this.#ends.length) {
			const more = new Uint32Array(this.#count * 2);
			more.set(this.#ends);
			this.#ends = more;
		}
		this.#ends[this.#count] = start + this.#bytes.write(text, start, 'utf8');
		this.#count += 1;
	}

	/** Bytes of all texts together. */
	get size(): number {
		return this.#end(this.#count - 1);
	}

	/** The text of a number, '' where there is none. */
	at(index: number): string {
		if (!(index >= 0 && index < this.#count)) return '';
		const ready = this.#ready.get(index);
		if (ready !== undefined) return ready;
		const text = this.#bytes.toString('utf8', this.#end(index - 1), this.#end(index));
		if (this.#ready.size >= READY_MAX) this.#ready.clear();
		this.#ready.set(index, text);
		return text;
	}

	#end(index: number): number {
		return index < 0 ? 0 : (this.#ends[index] as number);
	}
}

/** @param bytesMax of all texts together @throws Error where there are more */
export async function readSharedStrings(chunks: AsyncIterable<Uint8Array>, bytesMax: number): Promise<SharedStrings> {
	const strings = new SharedStrings();
	let text = '';
	let taking = false;
	let phonetic = false;
	const listener: XmlListener = {
		opened(name) {
			if (name === 'si') text = '';
			else if (name === 'rPh') phonetic = true;
			else if (name === 't') taking = !phonetic;
		},
		attribute: () => undefined,
		text(piece) {
			if (!taking) return;
			text += piece;
			if (text.length > CELL_CHARACTERS_MAX) throw new Error('a text is too long');
		},
		closed(name) {
			if (name === 't') taking = false;
			else if (name === 'rPh') phonetic = false;
			else if (name === 'si') {
				strings.add(plainText(text));
				if (strings.size > bytesMax) throw new Error('too many texts');
			}
		},
	};
	for await (const _ of readXml(chunks, listener, () => undefined));
	return strings;
}

function grown(bytes: Buffer, needed: number): Buffer<ArrayBuffer> {
	const more = Buffer.alloc(Math.max(bytes.length * 2, needed));
	bytes.copy(more);
	return more;
}
