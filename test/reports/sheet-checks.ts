/** What must hold on every printed sheet, whatever it shows. */
import type { ExecutionContext } from 'ava';
import { boxesOf, inside, linesOf, overlap, textsOf } from './geometry.ts';
import { classOf, descendants, type Element } from './svg-reader.ts';

/** No text lies over another, nor nearer to the edge of the sheet than a printer reaches. */
export function checkTexts(t: ExecutionContext, root: Element): void {
	const texts = textsOf(root);
	const [, , width = 0, height = 0] = (root.attributes.viewBox ?? '').split(' ').map(Number);
	const outside = texts.filter(
		(each) => each.left < 8 || each.top < 8 || each.right > width - 8 || each.bottom > height - 8,
	);
	t.deepEqual(
		outside.map((each) => each.what),
		[],
	);
	const pairs = texts.flatMap((a, i) =>
		texts
			.slice(i + 1)
			.filter((b) => overlap(a, b, 0.3))
			.map((b) => `${a.what} | ${b.what}`),
	);
	t.deepEqual(pairs, []);
}

/** No text lies over a box that is not its own, no box over another, and texts stay inside their boxes. */
export function checkBoxes(t: ExecutionContext, root: Element): void {
	const boxes = boxesOf(root);
	const own = new Set(boxes.flatMap((box) => box.texts.map((text) => JSON.stringify(text))));
	const others = textsOf(root).filter((text) => !own.has(JSON.stringify(text)));
	const header = [...descendants(root)].filter((each) => classOf(each) === 'levels').flatMap((each) => textsOf(each));
	for (const box of boxes) {
		t.deepEqual(
			others.filter((text) => overlap(text, box, 0.3)).map((text) => text.what),
			[],
			box.what,
		);
		t.deepEqual(
			header.filter((text) => overlap(text, box, 0.3)).map((text) => text.what),
			[],
			box.what,
		);
		for (const text of box.texts) {
			t.true(text.left >= box.left && text.right <= box.right, text.what);
			t.true(text.top >= box.top && text.bottom <= box.bottom, text.what);
		}
	}
	const pairs = boxes.flatMap((a, i) =>
		boxes
			.slice(i + 1)
			.filter((b) => overlap(a, b))
			.map((b) => `${a.what} | ${b.what}`),
	);
	t.deepEqual(pairs, []);
}

/** No line runs through a box or through the text of a line. */
export function checkLines(t: ExecutionContext, root: Element): void {
	const texts = [...descendants(root)].filter((each) => classOf(each) === 'link');
	const labels = texts.flatMap((group) => textsOf(group));
	const boxes = boxesOf(root);
	const hits = linesOf(root).flatMap((points) => [
		...boxes.filter((box) => points.some((point) => inside(point, box, 2.5))),
		...labels.filter((label) => points.some((point) => inside(point, label, 1))),
	]);
	t.deepEqual(
		hits.map((hit) => hit.what),
		[],
	);
}

/** No text is smaller than 6 points. */
export function checkType(t: ExecutionContext, root: Element): void {
	const sizes = [...descendants(root)]
		.filter((each) => each.name === 'text')
		.map((each) => Number(each.attributes['font-size']));
	t.true(Math.min(...sizes) >= 6, `${Math.min(...sizes)}`);
}
