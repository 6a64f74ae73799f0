import type { Fragment, PdfPage } from './pdf-document.ts';

/** Texts on one baseline, in one column or over the whole page. */
export interface PdfLine {
	readonly y: number;
	readonly size: number;
	readonly text: string;
}

/** Baselines closer than this part of the letters' height are one. */
const SAME_BASELINE = 0.4;
/** A gap of this part of the letters' height is a space. */
const SPACE = 0.25;

/** Fragments joined into the lines in which they stand, from the top down. */
export function linesOf(fragments: readonly Fragment[]): PdfLine[] {
	const lines: Fragment[][] = [];
	for (const fragment of [...fragments].sort((a, b) => a.y - b.y)) {
		const line = lines.at(-1);
		const [first] = line ?? [];
		if (line && first && fragment.y - first.y < SAME_BASELINE * Math.min(first.size, fragment.size)) {
			line.push(fragment);
		} else lines.push([fragment]);
	}
	return lines.map((line) => {
		line.sort((a, b) => a.x - b.x);
		const { y, size } = line[0] as Fragment;
		return { y, size, text: textOf(line) };
	});
}

/** All lines of a page, for recognising the document. */
export function textOfPage({ fragments }: PdfPage): string {
	return linesOf(fragments)
		.map(({ text }) => `${text}\n`)
		.join('');
}

function textOf(line: readonly Fragment[]): string {
	let text = '';
	let right = Number.POSITIVE_INFINITY;
	for (const fragment of line) {
		text += fragment.x - right > SPACE * fragment.size ? ` ${fragment.text}` : fragment.text;
		right = fragment.right;
	}
	return text.trim();
}
