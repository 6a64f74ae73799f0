import type { Grade } from '../../ledger/transfer.ts';
import { element, round, textLine, tooltip } from '../svg.ts';
import { FONT, PITCH } from './boxes.ts';
import type { PlacedTag, Point } from './layout.ts';

/** Dash patterns in units of the line's width. Told apart on a photocopy too. */
export const DASHES: Readonly<Record<Grade, string | undefined>> = {
	'both-sides': undefined,
	'one-ledger': '6 3',
	inferred: '1.2 2.6',
	stated: '1.2 2.6',
};

export const INK = '#222222';

export interface Frame {
	readonly scale: number;
	readonly at: (point: Point) => Point;
}

/** The line: from the payer to its text, through it, and on to the payee. */
export function paintLine(placed: PlacedTag, frame: Frame): string {
	const { link } = placed.tag;
	const halves = [placed.before, placed.after];
	if (placed.through) halves.splice(1, 0, bridge(placed));
	const data = halves.map((curve) => pathOf(curve.map(frame.at))).join('');
	return element('path', {
		d: data,
		fill: 'none',
		stroke: INK,
		'stroke-width': 0.9,
		'stroke-linecap': link.grade === 'both-sides' ? undefined : 'butt',
		'stroke-dasharray': DASHES[link.grade],
		'marker-end': link.status === 'proposed' ? 'url(#arrow-open)' : 'url(#arrow)',
	});
}

/** The text of a line: amounts above it, dates and means below. `title` is what hovering shows. */
export function paintTag(placed: PlacedTag, title: string, frame: Frame): string {
	const { tag } = placed;
	const centre = frame.at(placed);
	const size = FONT * frame.scale;
	const pitch = PITCH * frame.scale;
	const line = (text: string, y: number) => textLine(text, centre.x, y, size, { anchor: 'middle' });
	// A line that runs downwards stops for its text: no gap between the two halves, and they need not be equally high.
	const middle = placed.through ? centre.y : centre.y + ((tag.above.length - tag.below.length) * pitch) / 2;
	const gap = placed.through ? 0.08 * size : 0;
	// A single line of text sits close on its line: the layout gave it the height of one.
	const foot = placed.through && tag.below.length === 0 ? 0.36 * size : 0.28 * size + gap;
	const above = tag.above.map((text, i) => line(text, middle - pitch * (tag.above.length - 1 - i) - foot));
	const below = tag.below.map((text, i) => line(text, middle + pitch * i + 0.98 * size + gap));
	const numbers = tag.link.numbers.join(' ');
	return element('g', { class: 'link', 'data-numbers': numbers }, [tooltip(title), ...above, ...below]);
}

/** Straight through the tag, from where the first half ends to where the second begins. */
function bridge({ before, after }: PlacedTag): Point[] {
	const [from, to] = [before.at(-1), after[0]];
	return from === undefined || to === undefined ? [] : [from, from, to, to];
}

function pathOf(points: readonly Point[]): string {
	const [start, ...rest] = points;
	if (start === undefined) return '';
	const place = ({ x, y }: Point) => `${round(x)} ${round(y)}`;
	return `M${place(start)}C${rest.map(place).join(' ')}`;
}
