import { type Look, STYLES } from '../chart/look.ts';
import { paintShape } from '../chart/paint-boxes.ts';
import { DASHES, INK } from '../chart/paint-links.ts';
import { element, textLine } from '../svg.ts';
import { textWidth } from '../text-width.ts';
import type { Words } from '../words.ts';

const SIZE = 7;
const ROW = 14;
const SHAPE = 20;
const LINE = 24;

/** What shapes and lines mean, in as many rows as the width asks for. */
export interface Legend {
	readonly height: number;
	paint(x: number, y: number): string;
}

export const NO_LEGEND: Legend = { height: 0, paint: () => '' };

interface Entry {
	readonly text: string;
	readonly width: number;
	paint(x: number, y: number): readonly string[];
}

/** The shapes that a drawing uses, and every kind of line. */
export function legendOf(looks: readonly Look[], words: Words, width: number): Legend {
	const shapes = (Object.keys(STYLES) as Look[]).filter((look) => looks.includes(look));
	const entries: Entry[] = [
		...shapes.map((look) => ({ text: words.legend[look], width: SHAPE, paint: shapePainter(look) })),
		...(['both-sides', 'one-ledger', 'inferred'] as const).map((grade) => ({
			text: words.legend[grade],
			width: LINE,
			paint: linePainter(DASHES[grade]),
		})),
	];
	const indent = textWidth(words.legend.title, SIZE) + 12;
	let [x, row] = [indent, 0];
	const placed = entries.map((entry) => {
		const own = entry.width + 4 + textWidth(entry.text, SIZE);
		if (x + own > width) [x, row] = [indent, row + 1];
		const at = { entry, x, row };
		x += own + 11;
		return at;
	});
	return {
		height: ROW * (row + 1) + 3,
		paint: (left, top) =>
			element('g', { class: 'legend' }, [
				textLine(words.legend.title, left, top + 9.6, SIZE, { bold: true }),
				...placed.flatMap(({ entry, x: own, row: line }) => {
					const y = top + ROW * line + 7;
					const caption = textLine(entry.text, left + own + entry.width + 4, y + 2.6, SIZE);
					return [...entry.paint(left + own, y), caption];
				}),
			]),
	};
}

function shapePainter(look: Look): Entry['paint'] {
	return (x, y) => paintShape(look, { x, y: y - 5.5, width: SHAPE, height: 11 }, 0.7);
}

function linePainter(dashes: string | undefined): Entry['paint'] {
	return (x, y) => {
		const line = { x1: x, y1: y, x2: x + LINE, y2: y, stroke: INK, 'stroke-width': 1.1 };
		return [element('line', { ...line, 'stroke-dasharray': dashes })];
	};
}
