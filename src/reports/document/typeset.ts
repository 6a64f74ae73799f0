import type { Assets } from '../package/part.ts';
import { visible } from '../visible.ts';
import type { Document } from './blocks.ts';
import { glyphsOf } from './glyphs.ts';
import { TEMPLATE } from './template.ts';

/**
 * Sets a document as PDF (Typst): tagged, searchable, fonts embedded as far as they are used. Same document and fonts,
 * same bytes.
 *
 * @throws Error with the compiler's words where the template does not fit the document: a bug
 */
export async function typeset(document: Document, assets: Assets): Promise<Uint8Array> {
	const [regular, bold] = await Promise.all([assets.font('regular'), assets.font('bold')]);
	const shows = glyphsOf(regular);
	const { files, ...data } = document;
	const json = JSON.stringify(data, (_, value: unknown) =>
		typeof value === 'string' ? withGlyphs(visible(value), shows) : leanMark(value, shows),
	);
	const drawings = [...files].map(([name, svg]) => [name, withGlyphs(svg, shows)] as const);
	return await assets.pdf({ main: TEMPLATE, files: [['document.json', json], ...drawings], fonts: [regular, bold] });
}

/** Breaks are made only where a run of letters, digits and codes could be longer than its column: each costs memory. */
function leanMark(value: unknown, shows: (codePoint: number) => boolean): unknown {
	if (typeof value !== 'object' || value === null || !('long' in value) || !('t' in value)) return value;
	const { long, ...mark } = value;
	return /[!-~‹›]{20}/.test(withGlyphs(visible(String(value.t)), shows)) ? { ...mark, long } : mark;
}

/**
 * Text as the font can show it. What it has no glyph for (an emoji in a nickname, a rare character) is named by its code
 * instead of vanishing: `‹U+1F41F›`.
 */
function withGlyphs(text: string, shows: (codePoint: number) => boolean): string {
	const out: string[] = [];
	for (const character of text) {
		const code = character.codePointAt(0) as number;
		const kept = code < 0x20 || shows(code);
		out.push(kept ? character : `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`);
	}
	return out.join('');
}
