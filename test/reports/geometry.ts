/** Places of what stands on a chart, read back from the SVG itself. */
import { textWidth } from '../../src/reports/text-width.ts';
import { classOf, descendants, type Element } from './svg-reader.ts';

export interface Rectangle {
	readonly what: string;
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

/** The ink of every text: from the top of a tall letter to a little below the baseline. */
export function textsOf(root: Element): Rectangle[] {
	return [...descendants(root)].filter((each) => each.name === 'text').map(textRectangle);
}

export function textRectangle(text: Element): Rectangle {
	const [x, y, size] = [number(text, 'x'), number(text, 'y'), number(text, 'font-size')];
	const width = textWidth(text.text, size);
	const anchor = text.attributes['text-anchor'];
	const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
	return { what: text.text, left, top: y - 0.82 * size, right: left + width, bottom: y + 0.16 * size };
}

export interface NodeBox extends Rectangle {
	readonly texts: readonly Rectangle[];
}

/** Every box of the chart with the texts in it. A folded box includes the card behind it. */
export function boxesOf(root: Element): NodeBox[] {
	return [...descendants(root)]
		.filter((each) => classOf(each) === 'node')
		.map((group) => {
			const corners = group.children.flatMap(cornersOf);
			const xs = corners.map(([x]) => x);
			const ys = corners.map(([, y]) => y);
			const place = { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
			const texts = group.children.filter((each) => each.name === 'text').map(textRectangle);
			return { what: texts[0]?.what ?? '', ...place, texts };
		});
}

function cornersOf(element: Element): [number, number][] {
	if (element.name === 'rect') {
		const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((key) => number(element, key)) as [
			number,
			number,
			number,
			number,
		];
		return [
			[x, y],
			[x + width, y + height],
		];
	}
	if (element.name !== 'polygon') return [];
	const values = (element.attributes.points ?? '').split(' ').map(Number);
	return values.flatMap((x, i): [number, number][] => (i % 2 === 0 ? [[x, values[i + 1] as number]] : []));
}

/** Points along every line of the chart, 24 on each piece of a curve. */
export function linesOf(root: Element): { readonly x: number; readonly y: number }[][] {
	const groups = [...descendants(root)].filter((each) => classOf(each) === 'lines');
	return groups.flatMap((group) => group.children.map((path) => pointsOf(path.attributes.d ?? '')));
}

function pointsOf(data: string): { x: number; y: number }[] {
	return data
		.split('M')
		.slice(1)
		.flatMap((part) => {
			const values = part.split(/[C ]/).map(Number);
			const corners = values.flatMap((x, i) => (i % 2 === 0 ? [{ x, y: values[i + 1] as number }] : []));
			const points: { x: number; y: number }[] = [];
			for (let i = 0; i + 3 < corners.length; i += 3) {
				const piece = corners.slice(i, i + 4) as [Point, Point, Point, Point];
				for (let step = 0; step <= 24; step++) points.push(bezier(piece, step / 24));
			}
			return points;
		});
}

type Point = { x: number; y: number };

function bezier([a, b, c, d]: [Point, Point, Point, Point], t: number): Point {
	const s = 1 - t;
	const mix = (p: number, q: number, r: number, w: number) =>
		s ** 3 * p + 3 * s * s * t * q + 3 * s * t * t * r + t ** 3 * w;
	return { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) };
}

export function overlap(a: Rectangle, b: Rectangle, slack = 0): boolean {
	return a.left < b.right - slack && b.left < a.right - slack && a.top < b.bottom - slack && b.top < a.bottom - slack;
}

export function inside({ x, y }: Point, box: Rectangle, slack: number): boolean {
	return x > box.left + slack && x < box.right - slack && y > box.top + slack && y < box.bottom - slack;
}

function number(element: Element, key: string): number {
	return Number(element.attributes[key]);
}
