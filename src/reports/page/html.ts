import { htmlHead } from '../html-head.ts';
import type { PageCase } from './format.ts';
import { STYLE } from './style.ts';

/** The blocks of data that the page carries, by the ids of their elements. */
export interface Blocks {
	readonly case: PageCase;
	/** As JSON already, in pieces. */
	readonly rows: Iterable<string>;
	readonly under: Iterable<string>;
}

/**
 * The file of the page, in pieces. Data stands in blocks that no browser runs, and is made visible as text alone.
 */
export function* html({ case: told, rows, under }: Blocks, script: string): Generator<string> {
	const { language, title, words } = told;
	yield* htmlHead({ language, title: escapeHtml(title), style: STYLE, script });
	yield '<body>\n';
	yield `<noscript><p>${escapeHtml(words.noScript ?? '')}</p></noscript>\n<div id="page"></div>\n`;
	yield* block('case', [JSON.stringify(told)]);
	yield* block('rows', rows);
	yield* block('under', under);
	yield `<script>${script}</script>\n</body>\n</html>\n`;
}

function* block(id: string, pieces: Iterable<string>): Generator<string> {
	yield `<script type="application/json" id="${id}">`;
	// Inside JSON `<` stands in texts alone: written so, no text ends the block or begins a comment.
	for (const piece of pieces) yield piece.replaceAll('<', '\\u003c');
	yield '</script>\n';
}

/** A large object as JSON, key by key: as one text it could be too long for a string. */
export function* jsonPieces(value: object): Generator<string> {
	let before = '{';
	for (const [key, part] of Object.entries(value)) {
		yield `${before}${JSON.stringify(key)}:${JSON.stringify(part)}`;
		before = ',';
	}
	yield before === '{' ? '{}' : '}';
}

function escapeHtml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
