import { visible } from '../reports/visible.ts';

/** Our own colours: red, green, yellow, and back. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
const COLOURS = /(\u001b\[(?:3[123]|39)m)/;

/**
 * Text for a terminal: what would steer it or the eye is shown. Views show what they quote; this is the last place that
 * anything passes, so that one that forgets it cannot be used to wipe the screen or turn a figure round.
 */
export function shown(text: string): string {
	return text.split('\n').map(shownLine).join('\n');
}

function shownLine(line: string): string {
	// The line end of CSV.
	const [bare, end] = line.endsWith('\r') ? [line.slice(0, -1), '\r'] : [line, ''];
	if (!bare.includes('\u001b')) return visible(bare) + end;
	const parts = bare.split(COLOURS);
	return parts.map((part, index) => (index % 2 === 1 ? part : visible(part))).join('') + end;
}

/** JSON on one line or several, in which the same characters are written as escapes: a program reads what it read before. */
export function shownJson(json: string): string {
	return json
		.split('\n')
		.map((line) => (line.startsWith('\t') ? indented(line) : escaped(line)))
		.join('\n');
}

function indented(line: string): string {
	const start = line.search(/[^\t]/);
	return start < 0 ? line : line.slice(0, start) + escaped(line.slice(start));
}

function escaped(line: string): string {
	if (visible(line) === line) return line;
	return [...line].map((character) => (visible(character) === character ? character : unitsOf(character))).join('');
}

function unitsOf(character: string): string {
	return Array.from({ length: character.length }, (_, i) => {
		return `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`;
	}).join('');
}
