import { readFileSync, writeFileSync } from 'node:fs';
import type { ExecutionContext } from 'ava';
import { boxesOf, inside, linesOf, overlap, textsOf } from '../geometry.ts';
import { descendants, type Element, readXml } from '../svg-reader.ts';

/** Nothing lies over another or outside an A4 sheet, no line runs through a box or a text, and all can be read. */
export function checkSheet(t: ExecutionContext, svg: string): Element {
	const root = readXml(svg);
	const [, , width = 0, height = 0] = (root.attributes.viewBox ?? '').split(' ').map(Number);
	const texts = textsOf(root);
	const boxes = boxesOf(root);
	const own = new Set(boxes.flatMap((box) => box.texts.map((text) => JSON.stringify(text))));
	const outside = [...texts, ...boxes].filter(
		(each) => each.left < 20 || each.top < 20 || each.right > width - 20 || each.bottom > height - 20,
	);
	const free = texts.filter((text) => !own.has(JSON.stringify(text)));
	const faults = [
		...outside.map(({ what }) => `outside: ${what}`),
		...pairs(texts, texts, 0.3).map((pair) => `text over text: ${pair}`),
		...pairs(free, boxes, 0.3).map((pair) => `text over box: ${pair}`),
		...pairs(boxes, boxes, 0).map((pair) => `box over box: ${pair}`),
		...boxes.flatMap((box) =>
			box.texts
				.filter(
					(text) => text.left < box.left || text.right > box.right || text.top < box.top || text.bottom > box.bottom,
				)
				.map(({ what }) => `text out of its box: ${what}`),
		),
		...linesOf(root).flatMap((points) =>
			[...boxes, ...texts]
				.filter((each) => points.some((point) => inside(point, each, 0.5)))
				.map(({ what }) => `line through: ${what}`),
		),
	];
	t.deepEqual(faults, []);
	const sizes = [...descendants(root)]
		.filter(({ name }) => name === 'text')
		.map((text) => text.attributes['font-size']);
	t.true(Math.min(...sizes.map(Number)) >= 6);
	return root;
}

/** Looked at as a picture once. To make it again: `UPDATE_GOLDEN=1`, run, and look again. */
export function checkGolden(t: ExecutionContext, name: string, svg: string | undefined): void {
	const path = `test/reports/golden/${name}.svg`;
	if (process.env.UPDATE_GOLDEN && svg !== undefined) writeFileSync(path, svg);
	t.is(svg, readFileSync(path, 'utf8'));
}

type Placed = ReturnType<typeof textsOf>[number];

/** Sorted by their tops: a sheet of the bridge has hundreds of texts. */
function pairs(some: readonly Placed[], others: readonly Placed[], slack: number): string[] {
	const sorted = [...others].sort((a, b) => a.top - b.top);
	return some.flatMap((a) => {
		const found: string[] = [];
		for (const b of sorted) {
			if (b.top >= a.bottom) break;
			const twice = some === others && (a.top > b.top || (a.top === b.top && a.left >= b.left));
			if (a !== b && !twice && overlap(a, b, slack)) found.push(`${a.what} | ${b.what}`);
		}
		return found;
	});
}
