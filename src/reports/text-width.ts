/**
 * Width of text without a font at hand: East Asian characters are one em, the rest by class. Taken a little wider than
 * Noto Sans SC, Source Han Sans, Microsoft YaHei and PingFang set it, so that a box drawn for one font holds another.
 */
const CLASSES: readonly (readonly [RegExp, number])[] = [
	[/[ ,.:;'|!ijl()[\]{}]/, 0.33],
	[/[-/\\frtI"*]/, 0.42],
	[/[0-9#$+<>=~^_?]/, 0.58],
	[/[mwMW@%&]/, 0.94],
	[/[A-Z]/, 0.68],
	[/[·×°§±]/, 1],
	[/[\u0020-\u04ff]/, 0.6],
	[/[\uff61-\uffdc‹›]/, 0.6],
];

const widths = new Map<string, number>();

/** Estimated width of `text` at `size`, in the unit of `size`. */
export function textWidth(text: string, size: number): number {
	let ems = 0;
	for (const character of text) ems += emsOf(character);
	return ems * size;
}

/** `text`, cut with `…` where it is wider than `max`. */
export function clip(text: string, size: number, max: number): string {
	if (textWidth(text, size) <= max) return text;
	const room = max / size - 1;
	let kept = '';
	let ems = 0;
	for (const character of text) {
		ems += emsOf(character);
		if (ems > room) break;
		kept += character;
	}
	return `${kept}…`;
}

/** `text` in lines no wider than `max`. Breaks anywhere between East Asian characters, else at spaces. */
export function wrap(text: string, size: number, max: number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const piece of text.match(/[\x21-\u04ff]+|./gsu) ?? []) {
		if (line !== '' && textWidth(line + piece, size) > max && !/^[，。；、：）》”]$/u.test(piece)) {
			lines.push(line.trimEnd());
			line = piece === ' ' ? '' : piece;
		} else {
			line += piece;
		}
	}
	if (line !== '') lines.push(line);
	return lines.map((each) => clip(each, size, max + size));
}

function emsOf(character: string): number {
	const known = widths.get(character);
	if (known !== undefined) return known;
	const ems = CLASSES.find(([pattern]) => pattern.test(character))?.[1] ?? 1;
	if (widths.size < 20_000) widths.set(character, ems);
	return ems;
}
