import { element, round, textLine, tooltip } from '../svg.ts';
import { BAND, FONT, PITCH } from './boxes.ts';
import type { PlacedBox } from './layout.ts';
import { type Look, STYLES } from './look.ts';
import { type Frame, INK } from './paint-links.ts';

export interface Rectangle {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export function rectangleOf(placed: PlacedBox, frame: Frame): Rectangle {
	const centre = frame.at(placed);
	const [width, height] = [placed.box.width * frame.scale, placed.box.height * frame.scale];
	return { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
}

/** A box: outline, colour band with its hatch, text. A folded one has a second edge behind it, like a stack of cards. */
export function paintBox(placed: PlacedBox, title: string, frame: Frame): string {
	const { box } = placed;
	const area = rectangleOf(placed, frame);
	const size = FONT * frame.scale;
	const left = area.x + insetOf(box.look, area.height, frame.scale) + (BAND + 3) * frame.scale;
	const top = area.y + Math.min(2.5, (box.height - box.lines.length * PITCH) / 2) * frame.scale;
	const texts = box.lines.map((line, index) =>
		textLine(line, left, top + PITCH * frame.scale * index + 0.9 * size, size, {
			bold: index === 0 && box.lines.length > 1,
		}),
	);
	const stack = box.node.folded ? [paintOutline(box.look, { ...area, x: area.x + 2, y: area.y - 2 }, frame.scale)] : [];
	return element('g', { class: 'node', 'data-id': box.node.id }, [
		tooltip(title),
		...stack,
		...paintShape(box.look, area, frame.scale),
		...texts,
	]);
}

/** Outline and band: also what the legend shows. */
export function paintShape(look: Look, area: Rectangle, scale: number): string[] {
	const inset = insetOf(look, area.height, scale);
	const band = {
		x: area.x + inset,
		y: area.y + 2 * scale,
		width: BAND * scale,
		height: area.height - 4 * scale,
	};
	const { colour, hatch } = STYLES[look];
	const layers = [element('rect', { ...band, fill: colour, stroke: INK, 'stroke-width': 0.3 })];
	if (hatch !== '') layers.push(element('rect', { ...band, fill: `url(#hatch-${look})` }));
	return [paintOutline(look, area, scale), ...layers];
}

/** Patterns of the hatches, for `<defs>`. */
export function hatchPatterns(): string[] {
	return Object.entries(STYLES)
		.filter(([, style]) => style.hatch !== '')
		.map(([look, style]) =>
			element('pattern', { id: `hatch-${look}`, width: 6, height: 6, patternUnits: 'userSpaceOnUse' }, [
				element('path', { d: style.hatch, stroke: '#000000', 'stroke-width': 0.8, fill: 'none' }),
			]),
		);
}

function insetOf(look: Look, height: number, scale: number): number {
	const { outline } = STYLES[look];
	if (outline === 'hexagon') return 5 * scale;
	if (outline === 'pill') return Math.min(height / 4, 6 * scale);
	return outline === 'slanted' || outline === 'octagon' ? 3.5 * scale : 2 * scale;
}

function paintOutline(look: Look, area: Rectangle, scale: number): string {
	const { outline } = STYLES[look];
	const line = { fill: '#FFFFFF', stroke: INK, 'stroke-width': 0.8 };
	const { x, y, width, height } = area;
	const cut = 4 * scale;
	if (outline === 'hexagon') {
		return polygon([x, y + height / 2, x + cut, y, x + width - cut, y, x + width, y + height / 2], area, cut, line);
	}
	if (outline === 'octagon') {
		const ring = [x, y + cut, x + cut, y, x + width - cut, y, x + width, y + cut];
		const back = [x + width, y + height - cut, x + width - cut, y + height, x + cut, y + height, x, y + height - cut];
		return element('polygon', { points: [...ring, ...back].map(round).join(' '), ...line });
	}
	if (outline === 'notched') {
		const right = [x + width, y, x + width - cut, y + height / 2, x + width, y + height];
		return element('polygon', { points: [x, y, ...right, x, y + height].map(round).join(' '), ...line });
	}
	if (outline === 'slanted') {
		const points = [x + cut / 2, y, x + width, y, x + width - cut / 2, y + height, x, y + height];
		return element('polygon', { points: points.map(round).join(' '), ...line });
	}
	if (outline === 'double') {
		const inner = { x: x + 1.4, y: y + 1.4, width: width - 2.8, height: height - 2.8 };
		return element('rect', { ...area, ...line }) + element('rect', { ...inner, ...line, 'stroke-width': 0.5 });
	}
	const corner = outline === 'pill' ? height / 2 : outline === 'rounded' ? 4 * scale : undefined;
	const weight = outline === 'thick' ? 1.8 : outline === 'thin' ? 0.4 : 0.8;
	return element('rect', { ...area, rx: corner, ...line, 'stroke-width': weight });
}

function polygon(
	upper: readonly number[],
	area: Rectangle,
	cut: number,
	line: Record<string, string | number>,
): string {
	const { x, y, width, height } = area;
	const lower = [x + width - cut, y + height, x + cut, y + height];
	return element('polygon', { points: [...upper, ...lower].map(round).join(' '), ...line });
}
