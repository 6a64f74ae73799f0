import { hash } from 'node:crypto';
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
 * The file of the page, in pieces. Its policy lets the one script and the one style run that are written here, by their
 * hashes, and nothing be loaded or sent. Data stands in blocks that no browser runs, and is made visible as text alone.
 */
export function* html({ case: told, rows, under }: Blocks, script: string): Generator<string> {
	const { language, title, words } = told;
	const policy = [
		"default-src 'none'",
		`script-src 'sha256-${hash('sha256', script, 'base64')}'`,
		`style-src 'sha256-${hash('sha256', STYLE, 'base64')}'`,
		"base-uri 'none'",
		"form-action 'none'",
	].join('; ');
	yield '<!doctype html>\n';
	yield `<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">\n<head>\n<meta charset="utf-8">\n`;
	yield `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`;
	yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n';
	yield '<meta name="referrer" content="no-referrer">\n';
	yield `<title>${escapeHtml(title)}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n`;
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
