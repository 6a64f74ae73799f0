/** Where the objects of a JSON document begin and end, found without parsing it: one broken object costs itself alone. */

/** A stretch of the text that is one row, or that cannot be told apart into rows. */
export interface JsonSpan {
	readonly start: number;
	readonly end: number;
	/** `truncated`: the document ends within it. `value`: no JSON. */
	readonly fault?: 'truncated' | 'value';
}

/** Keys under which an answer of an interface lists its rows. */
const LISTS: ReadonlySet<string> = new Set(['data', 'token_transfers', 'transfers', 'trc20_transfers']);
/** Where reading stands once the rest of the text was given up: further than any place in it. */
const GIVEN_UP = Number.POSITIVE_INFINITY;
/** Pages may be kept in a list, and a list in an object; no saved answer goes deeper. */
const NESTING_MAX = 4;

/**
 * The rows of a saved answer: of one page, of several one after the other, of a list of pages, or of a bare list. What
 * stands around the lists (`meta`, `success`) is no row. Text that is no JSON is one span with its fault, up to where
 * reading can go on; nothing is passed over.
 */
export function* jsonSpans(text: string): Generator<JsonSpan> {
	let at = skipSpace(text, 0);
	while (at < text.length) {
		if (text[at] === '[') at = yield* listAt(text, at, 0);
		else if (text[at] === '{') at = yield* objectAt(text, at, 0);
		else at = yield* rest(text, at, 'value');
		at = skipSpace(text, at);
	}
}

/** @returns where the text goes on behind the list */
function* listAt(text: string, open: number, nesting: number): Generator<JsonSpan, number> {
	let at = open + 1;
	for (;;) {
		if (at === GIVEN_UP) return at;
		at = skipSpace(text, at);
		const character = text[at];
		if (character === undefined) return yield* rest(text, at, 'truncated');
		if (character === ']') return at + 1;
		if (character === ',') at += 1;
		else if (character === '{') at = yield* objectAt(text, at, nesting + 1);
		else {
			const end = endOfValue(text, at);
			if (end <= at) return yield* rest(text, at, end < 0 ? 'truncated' : 'value');
			yield { start: at, end };
			at = end;
		}
	}
}

/** One row, or a page whose list holds the rows. @returns where the text goes on behind it */
function* objectAt(text: string, open: number, nesting: number): Generator<JsonSpan, number> {
	let at = open + 1;
	let isPage = false;
	for (;;) {
		if (at === GIVEN_UP) return at;
		at = skipSpace(text, at);
		if (text[at] === '}') {
			if (!isPage) yield { start: open, end: at + 1 };
			return at + 1;
		}
		if (text[at] === ',') {
			at += 1;
			continue;
		}
		const member = memberAt(text, at);
		if (member === undefined) return yield* isPage ? rest(text, at, faultAt(text, at)) : brokenAt(text, open);
		if (LISTS.has(member.key) && text[member.value] === '[' && nesting < NESTING_MAX) {
			isPage = true;
			at = yield* listAt(text, member.value, nesting);
			continue;
		}
		const end = endOfValue(text, member.value);
		if (end <= member.value) return yield* isPage ? rest(text, at, faultAt(text, at)) : brokenAt(text, open);
		at = end;
	}
}

/** Key and place of the value of a member, undefined where there is none. */
function memberAt(text: string, at: number): { readonly key: string; readonly value: number } | undefined {
	if (text[at] !== '"') return undefined;
	const end = endOfString(text, at);
	const colon = end < 0 ? -1 : skipSpace(text, end);
	if (colon < 0 || text[colon] !== ':') return undefined;
	return { key: text.slice(at + 1, end - 1), value: skipSpace(text, colon + 1) };
}

/** An object that is no JSON, up to the bracket that closes it. @returns where the text goes on */
function* brokenAt(text: string, open: number): Generator<JsonSpan, number> {
	const end = endOfValue(text, open);
	if (end < 0) return yield* rest(text, open, 'truncated');
	yield { start: open, end, fault: 'value' };
	return end;
}

/** All that is left: nothing in it can be told apart. An empty one still says that the document was cut off. */
function* rest(text: string, start: number, fault: 'truncated' | 'value'): Generator<JsonSpan, number> {
	yield { start, end: text.length, fault };
	return GIVEN_UP;
}

function faultAt(text: string, at: number): 'truncated' | 'value' {
	return at >= text.length || (text[at] === '"' && endOfString(text, at) < 0) ? 'truncated' : 'value';
}

/** Behind the value, -1 where the text ends within it. Brackets are counted, not matched: that is the parser's task. */
function endOfValue(text: string, start: number): number {
	const first = text[start];
	if (first === '"') return endOfString(text, start);
	if (first !== '{' && first !== '[') return endOfScalar(text, start);
	let depth = 0;
	for (let at = start; at < text.length; at++) {
		const character = text[at];
		if (character === '"') {
			const end = endOfString(text, at);
			if (end < 0) return -1;
			at = end - 1;
		} else if (character === '{' || character === '[') depth += 1;
		else if (character === '}' || character === ']') {
			depth -= 1;
			if (depth === 0) return at + 1;
		}
	}
	return -1;
}

function endOfScalar(text: string, start: number): number {
	const scalar = /[^\s,:"[\]{}]*/y;
	scalar.lastIndex = start;
	const end = start + (scalar.exec(text)?.[0].length ?? 0);
	// At the end of the text a number may lack digits.
	return end === text.length ? -1 : end;
}

function endOfString(text: string, start: number): number {
	for (let at = start + 1; at < text.length; at++) {
		if (text[at] === '\\') at += 1;
		else if (text[at] === '"') return at + 1;
	}
	return -1;
}

function skipSpace(text: string, start: number): number {
	let at = start;
	while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
	return at;
}
