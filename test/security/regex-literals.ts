/** The regular expressions that stand in TypeScript, found without a parser. */

export interface RegexLiteral {
	readonly source: string;
	readonly flags: string;
	readonly line: number;
}

/** Words after which a slash begins a regular expression and no division. */
const BEFORE_REGEX = /(?:^|[^\w$.])(?:return|typeof|case|in|of|yield|await|throw|else)$/;

/** Literals of a text: strings, templates and comments are passed over, `}` of a template's hole goes back into it. */
export function regexLiterals(text: string): RegexLiteral[] {
	return new Scanner(text).literals();
}

class Scanner {
	readonly #text: string;
	readonly #found: RegexLiteral[] = [];
	/** Braces that were open where each template's hole began. */
	readonly #holes: number[] = [];
	#braces = 0;
	/** The last characters that mean something. */
	#before = '';
	#at = 0;

	constructor(text: string) {
		this.#text = text.replace(/^#![^\n]*/, '');
	}

	literals(): RegexLiteral[] {
		while (this.#at < this.#text.length) if (!this.#passOver()) this.#step(this.#text[this.#at] as string);
		return this.#found;
	}

	/** A comment, a text or a regular expression. */
	#passOver(): boolean {
		const text = this.#text;
		const at = this.#at;
		const character = text[at] as string;
		if (text.startsWith('//', at)) this.#at = ended(text.indexOf('\n', at), text);
		else if (text.startsWith('/*', at)) this.#at = ended(text.indexOf('*/', at) + 2, text);
		else if (character === "'" || character === '"') this.#value(stringEnd(text, at));
		else if (character === '`') this.#value(this.#templateEnd(at + 1));
		else if (character === '/' && beginsRegex(this.#before)) this.#regex();
		else return false;
		return true;
	}

	#value(end: number): void {
		this.#at = end;
		this.#before = this.#text.startsWith('${', end - 2) ? '(' : ')';
	}

	#regex(): void {
		const end = regexEnd(this.#text, this.#at);
		const flags = /^[a-z]*/.exec(this.#text.slice(end + 1))?.[0] ?? '';
		const line = this.#text.slice(0, this.#at).split('\n').length;
		this.#found.push({ source: this.#text.slice(this.#at + 1, end), flags, line });
		this.#value(end + 1 + flags.length);
	}

	#step(character: string): void {
		this.#at += 1;
		if (character === '}' && this.#holes.at(-1) === this.#braces) {
			this.#holes.pop();
			this.#value(this.#templateEnd(this.#at));
			return;
		}
		if (character === '{') this.#braces += 1;
		else if (character === '}') this.#braces -= 1;
		if (character.trim() !== '') this.#before = `${this.#before}${character}`.slice(-12);
		else if (/[\w$]$/.test(this.#before)) this.#before += ' ';
	}

	/** Behind the template, or behind the start of a hole in it. */
	#templateEnd(start: number): number {
		for (let at = start; at < this.#text.length; at++) {
			const character = this.#text[at];
			if (character === '\\') at += 1;
			else if (character === '`') return at + 1;
			else if (character === '$' && this.#text[at + 1] === '{') {
				this.#holes.push(this.#braces);
				return at + 2;
			}
		}
		return this.#text.length;
	}
}

function beginsRegex(before: string): boolean {
	const last = before.trimEnd();
	return last === '' || !/[\w$)\]}]$/.test(last) || BEFORE_REGEX.test(last);
}

function stringEnd(text: string, start: number): number {
	const quote = text[start];
	for (let at = start + 1; at < text.length; at++) {
		if (text[at] === '\\') at += 1;
		else if (text[at] === quote || text[at] === '\n') return at + 1;
	}
	return text.length;
}

function regexEnd(text: string, start: number): number {
	let inClass = false;
	for (let at = start + 1; at < text.length; at++) {
		if (text[at] === '\\') at += 1;
		else if (text[at] === '[') inClass = true;
		else if (text[at] === ']') inClass = false;
		else if (text[at] === '/' && !inClass) return at;
	}
	throw new Error(`a regular expression without an end at ${start}`);
}

function ended(at: number, text: string): number {
	return at <= 1 ? text.length : at;
}
