import { Problem } from '../ledger/problem.ts';

/** What a part of a workbook tells as it is read. Names come without their namespace's prefix. */
export interface XmlListener {
	opened(name: string): void;
	attribute(name: string, value: string): void;
	text(text: string): void;
	closed(name: string): void;
}

/**
 * Reads XML bit by bit: the text in `chunks`, and nothing but the five entities and numbered characters in it. `afterEach`
 * runs after each chunk and gives what is to be handed on; `over` where nothing more comes.
 */
export async function* readXml<T>(
	chunks: AsyncIterable<Uint8Array>,
	listener: XmlListener,
	afterEach: (over: boolean) => T | undefined,
): AsyncIterable<T> {
	const { Parser } = await import('htmlparser2');
	let depth = 0;
	let silent = 0;
	const parser = new Parser(
		{
			onopentagname(name) {
				silent = 0;
				depth += 1;
				if (depth > DEPTH_MAX) throw new Error('too deep');
				listener.opened(bare(name));
			},
			onattribute: (name, value) => listener.attribute(name, value),
			ontext: (text) => listener.text(text),
			onclosetag(name) {
				depth -= 1;
				listener.closed(bare(name));
			},
		},
		{ xmlMode: true, decodeEntities: true },
	);
	const decoder = new TextDecoder();
	for await (const chunk of chunks) {
		// What has no end is kept by the parser for as long as it goes on: an attribute, a comment, a tag.
		silent += chunk.length;
		if (silent > SILENT_BYTES_MAX) throw new Error('no end');
		parser.write(decoder.decode(chunk, { stream: true }));
		const ready = afterEach(false);
		if (ready !== undefined) yield ready;
	}
	parser.end(decoder.decode());
	const rest = afterEach(true);
	if (rest !== undefined) yield rest;
}

/** Reads a whole part for its elements and their attributes alone. */
export async function readElements(
	chunks: AsyncIterable<Uint8Array>,
	seen: (name: string, attributes: ReadonlyMap<string, string>, parents: readonly string[]) => void,
): Promise<void> {
	const parents: string[] = [];
	let attributes = new Map<string, string>();
	let waiting: string | undefined;
	const settle = () => {
		if (waiting !== undefined) seen(waiting, attributes, parents.slice(0, -1));
		waiting = undefined;
	};
	const listener: XmlListener = {
		opened(name) {
			settle();
			waiting = name;
			attributes = new Map();
			parents.push(name);
		},
		attribute: (name, value) => attributes.set(bare(name), value),
		text: () => undefined,
		closed() {
			settle();
			parents.pop();
		},
	};
	for await (const _ of readXml(chunks, listener, () => undefined));
}

const DEPTH_MAX = 100;
const SILENT_BYTES_MAX = 8 << 20;

/** Characters that a spreadsheet holds in one cell are 32,767; what claims more is no workbook. */
export const CELL_CHARACTERS_MAX = 1 << 20;

export function damaged(path: string, cause?: unknown): Problem {
	return new Problem('evidence', 'evidence.workbook-damaged', { file: path }, cause);
}

/** `_x000D_` is a character that XML cannot hold; line ends are one character. */
export function plainText(text: string): string {
	const whole = text.includes('_x') ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code) => charOf(code)) : text;
	return whole.includes('\r') ? whole.replaceAll('\r\n', '\n') : whole;
}

function charOf(hex: string): string {
	return String.fromCharCode(Number.parseInt(hex, 16));
}

function bare(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}
