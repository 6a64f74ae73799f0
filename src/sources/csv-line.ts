import { cleanCell, mayBeUnclean } from './cells.ts';

const COMMA = 0x2c;
const QUOTE = 0x22;
/** A space that stands at the edge of a quoted cell, which `mayBeUnclean` does not see. */
const QUOTED_SPACE = /" | "/;

/**
 * The cells of one plain line, cleaned: unquoted ones, and quoted ones without a quote in them.
 *
 * @returns undefined for all others, which need the whole grammar: doubled quotes, text after a quote, a cell left open
 */
export function splitCsvLine(line: string): string[] | undefined {
	// TABs beside a comma stand outside the quotes and would make them part of the text.
	const text = line.includes('\t') ? line.replaceAll('\t', '') : line;
	const quoted = text.includes('"');
	const cells = quoted ? splitQuoted(text) : text.split(',');
	if (cells && (mayBeUnclean(text) || (quoted && QUOTED_SPACE.test(text)))) return cells.map(cleanCell);
	return cells;
}

function splitQuoted(text: string): string[] | undefined {
	const cells: string[] = [];
	for (let at = 0; ; ) {
		let end: number;
		if (text.charCodeAt(at) === QUOTE) {
			const close = text.indexOf('"', at + 1);
			if (close < 0) return undefined;
			end = close + 1;
			if (end < text.length && text.charCodeAt(end) !== COMMA) return undefined;
			cells.push(text.slice(at + 1, close));
		} else {
			end = text.indexOf(',', at);
			if (end < 0) end = text.length;
			cells.push(text.slice(at, end));
		}
		if (end === text.length) return cells;
		at = end + 1;
	}
}
