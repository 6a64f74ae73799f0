import { element, FONTS, tooltip } from '../svg.ts';
import { hatchPatterns } from './paint-boxes.ts';
import { INK } from './paint-links.ts';

/** A sheet of paper: its size as printed, and the units that everything on it is drawn in. */
interface Paper {
	readonly width: number;
	readonly height: number;
	readonly widthMm: number;
	readonly heightMm: number;
}

/**
 * One sheet as an SVG document: white paper, arrows and hatches at hand, a title for whoever hears it read.
 *
 * @param arrow how large arrow heads are, in widths of their line
 */
export function svgSheet(paper: Paper, title: string, arrow: number, parts: readonly string[]): string {
	const { width, height, widthMm, heightMm } = paper;
	const size = { width: `${widthMm}mm`, height: `${heightMm}mm`, viewBox: `0 0 ${width} ${height}` };
	const root = { xmlns: 'http://www.w3.org/2000/svg', ...size, 'font-family': FONTS, fill: INK, role: 'img' };
	const svg = element('svg', root, [
		tooltip(title),
		element('defs', {}, [...arrows(arrow), ...hatchPatterns()]),
		element('rect', { width, height, fill: '#FFFFFF' }),
		...parts,
	]);
	return `<?xml version="1.0" encoding="UTF-8"?>\n${svg.replaceAll('><g', '>\n<g').replaceAll('</g><', '</g>\n<')}\n`;
}

/** Full for what is documented or consistent, open for what is only proposed. */
function arrows(size: number): string[] {
	const marker = { viewBox: '0 0 8 8', refX: 7.4, refY: 4, markerWidth: size, markerHeight: size, orient: 'auto' };
	const shape = { d: 'M0.5 1L7.5 4L0.5 7Z', stroke: INK };
	return [
		element('marker', { id: 'arrow', ...marker }, [element('path', { ...shape, fill: INK })]),
		element('marker', { id: 'arrow-open', ...marker }, [element('path', { ...shape, fill: '#FFFFFF' })]),
	];
}
