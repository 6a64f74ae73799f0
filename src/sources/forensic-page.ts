/** The HTML of a forensic report as blocks of text: its headings, and the division that follows each. */
import { markupParser } from './markup.ts';

interface PageBlock {
	readonly kind: 'heading' | 'division';
	/** Text of the elements in it, a space between two of them. */
	readonly text: string;
	/** The page ended within it. */
	readonly cut: boolean;
}

const HEADING = /^h[1-6]$/;

/** Collects blocks while the page is written into it piece by piece. @throws TooDeep */
export class PageBlocks {
	readonly #parser: ReturnType<typeof markupParser>;
	#blocks: PageBlock[] = [];
	/** Name of the element whose text is collected, and how many of that name are open. */
	#within = '';
	#depth = 0;
	#awaiting = false;
	#hidden = 0;
	#parts: string[] = [];

	constructor() {
		this.#parser = markupParser({
			onopentag: (name) => this.#open(name),
			ontext: (text) => this.#text(text),
			onclosetag: (name, implied) => this.#close(name, implied),
		});
	}

	write(text: string): PageBlock[] {
		this.#parser.write(text);
		return this.#take();
	}

	end(): PageBlock[] {
		this.#parser.end();
		return this.#take();
	}

	#take(): PageBlock[] {
		const blocks = this.#blocks;
		this.#blocks = [];
		return blocks;
	}

	#open(name: string): void {
		if (name === 'script' || name === 'style') this.#hidden += 1;
		if (this.#within === '') {
			const starts = HEADING.test(name) || (this.#awaiting && name === 'div');
			if (starts) this.#within = name;
			this.#depth = starts ? 1 : 0;
			return;
		}
		if (name === this.#within) this.#depth += 1;
		this.#parts.push(' ');
	}

	#text(text: string): void {
		if (this.#within !== '' && this.#hidden === 0) this.#parts.push(text);
	}

	#close(name: string, implied: boolean): void {
		if (name === 'script' || name === 'style') this.#hidden = Math.max(0, this.#hidden - 1);
		this.#parts.push(' ');
		if (name === this.#within) this.#depth -= 1;
		if (this.#within === '' || this.#depth > 0) return;
		const kind = HEADING.test(this.#within) ? 'heading' : 'division';
		const text = this.#parts.join('').replaceAll(/\s+/g, ' ').trim();
		this.#blocks.push({ kind, text, cut: implied });
		this.#awaiting = kind === 'heading';
		this.#within = '';
		this.#parts = [];
	}
}
