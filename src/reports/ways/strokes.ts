import type { Grade } from '../../ledger/transfer.ts';
import { DASHES, INK } from '../chart/paint-links.ts';
import { element, round } from '../svg.ts';

interface Point {
	readonly x: number;
	readonly y: number;
}

/** A straight line of a grade, with an arrow at its end: full where records tell of it, open where it is inferred. */
export function stroke(from: Point, to: Point, grade: Grade): string {
	const place = ({ x, y }: Point) => `${round(x)} ${round(y)}`;
	const inferred = grade === 'inferred' || grade === 'stated';
	return element('path', {
		d: `M${place(from)}C${[from, to, to].map(place).join(' ')}`,
		fill: 'none',
		stroke: INK,
		'stroke-width': inferred ? 1.3 : 1,
		'stroke-dasharray': DASHES[grade],
		'marker-end': inferred ? 'url(#arrow-open)' : 'url(#arrow)',
	});
}
