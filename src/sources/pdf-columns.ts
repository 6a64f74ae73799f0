/** Where the columns of a table on a PDF page stand, and which cell a text belongs to. */
import type { Fragment } from './pdf-document.ts';

/** A column's header cell: its extent is where the column surely is. */
interface HeadCell<F extends string> {
	readonly field: F;
	readonly name: string;
	readonly x: number;
	readonly right: number;
}

export interface PdfHead<F extends string> {
	/** From left to right. */
	readonly cells: readonly HeadCell<F>[];
	/** Baselines of its first and last line, from the top of the page. */
	readonly top: number;
	readonly bottom: number;
}

/** Fields by the names of their headers. */
export type PdfNames<F extends string> = Readonly<Record<F, readonly string[]>>;

/** Lines of one wrapped header cell stand no further apart, in heights of letters. */
const WRAPPED_HEAD = 2;
/** No page has so many headers, no header so many words: what has more is no table that is read here. */
const HEADS_MAX = 20;
const HEAD_WORDS_MAX = 200;
/** Slack of positions, in heights of letters. */
const SLACK = 0.3;

/** The header: the highest place where most of the names stand beside one another, whole or wrapped over two lines. */
export function findHead<F extends string>(
	fragments: readonly Fragment[],
	names: PdfNames<F>,
	required: readonly F[],
): PdfHead<F> | undefined {
	const words = fragments.flatMap(wordsOf);
	const [lead] = required;
	if (lead === undefined) return undefined;
	const leads = words.filter(({ text }) => names[lead].includes(plain(text)));
	for (const first of leads.slice(0, HEADS_MAX)) {
		const near = words.filter(({ y, size }) => Math.abs(y - first.y) <= WRAPPED_HEAD * size);
		if (near.length > HEAD_WORDS_MAX) continue;
		const found = (Object.keys(names) as F[]).flatMap((field) => headCell(field, names[field], near));
		if (!required.every((field) => found.some(({ cell }) => cell.field === field))) continue;
		const cells = found.map(({ cell }) => cell).sort((a, b) => a.x - b.x);
		const baselines = found.flatMap(({ ys }) => ys);
		return { cells, top: Math.min(...baselines), bottom: Math.max(...baselines) };
	}
	return undefined;
}

function headCell<F extends string>(field: F, names: readonly string[], words: readonly Fragment[]) {
	for (const name of names) {
		const whole = words.find(({ text }) => plain(text) === name);
		if (whole) return [{ cell: { field, name, x: whole.x, right: whole.right }, ys: [whole.y] }];
		for (const upper of words) {
			const text = plain(upper.text);
			if (text === '' || !name.startsWith(text)) continue;
			const lower = words.find((word) => word.y > upper.y && overlap(word, upper) && text + plain(word.text) === name);
			if (!lower) continue;
			const cell = { field, name, x: Math.min(upper.x, lower.x), right: Math.max(upper.right, lower.right) };
			return [{ cell, ys: [upper.y, lower.y] }];
		}
	}
	return [];
}

function overlap(a: Fragment, b: Fragment): boolean {
	return a.x < b.right && b.x < a.right;
}

/** Without spaces, brackets half-width. */
function plain(text: string): string {
	return text.replaceAll(/\s/g, '').replaceAll('（', '(').replaceAll('）', ')');
}

/**
 * Left limits of all columns but the first: in the middle of the widest stretch between two header cells that no text
 * of a single cell covers. Texts with a space in them may be two cells, and have no say.
 */
export function columnLimits<F extends string>(head: PdfHead<F>, fragments: readonly Fragment[]): number[] {
	const single = fragments.filter(({ text }) => !/\S\s+\S/.test(text));
	return head.cells.slice(1).map((cell, i) => {
		const before = head.cells[i] as HeadCell<F>;
		const from = (before.x + before.right) / 2;
		const to = (cell.x + cell.right) / 2;
		return widestGap(from, to, [before, cell, ...single]) ?? (before.right + cell.x) / 2;
	});
}

interface Extent {
	readonly x: number;
	readonly right: number;
}

/** The middle of the widest part of a stretch that nothing covers. */
function widestGap(from: number, to: number, covers: readonly Extent[]): number | undefined {
	let widest = 0;
	let middle: number | undefined;
	let end = from;
	for (const { x, right } of [...covers, { x: to, right: to }].sort((a, b) => a.x - b.x)) {
		const next = Math.min(Math.max(x, from), to);
		if (next - end > widest) {
			widest = next - end;
			middle = (next + end) / 2;
		}
		end = Math.max(end, right);
	}
	return middle;
}

/**
 * The texts of each column. A text belongs where it begins; one that runs on into the next column, which has no text of
 * its own beside it, is two cells that the document shows at one go: it is cut at the space between them.
 *
 * @param starts where the texts of each column begin, as far as pages before this one have shown; kept up to date
 */
export function inColumns(fragments: readonly Fragment[], limits: readonly number[], starts: number[]): Fragment[][] {
	const columns: Fragment[][] = Array.from({ length: limits.length + 1 }, () => []);
	for (const { x, size } of fragments) {
		const column = columnOf(x + SLACK * size, limits);
		starts[column] = Math.min(starts[column] ?? x, x);
	}
	const pending = [...fragments];
	for (let fragment = pending.pop(); fragment; fragment = pending.pop()) {
		const column = columnOf(fragment.x + SLACK * fragment.size, limits);
		const rest = restBeyond(fragment, starts[column + 1], fragments);
		if (rest) pending.push(rest.after);
		columns[column]?.push(rest?.before ?? fragment);
	}
	return columns;
}

function columnOf(x: number, limits: readonly number[]): number {
	const column = limits.findIndex((limit) => x < limit);
	return column < 0 ? limits.length : column;
}

/** The part of a text that stands in the next column, which begins at `start`. */
function restBeyond(fragment: Fragment, start: number | undefined, all: readonly Fragment[]) {
	const { size, y } = fragment;
	if (start === undefined || fragment.right < start + SLACK * size) return undefined;
	const taken = all.some(
		(other) => Math.abs(other.y - y) < SLACK * size && other.x > fragment.x && other.x < fragment.right + size,
	);
	if (taken) return undefined;
	const words = wordsOf(fragment);
	const cut = words.findIndex((word, i) => i > 0 && word.x > start - size);
	if (cut < 1) return undefined;
	const [before, after] = [words.slice(0, cut), words.slice(cut)];
	return { before: joined(before), after: joined(after) };
}

function joined(words: readonly Fragment[]): Fragment {
	const [first, last] = [words[0] as Fragment, words.at(-1) as Fragment];
	return { ...first, right: last.right, text: words.map(({ text }) => text).join(' ') };
}

/** A text cut at its spaces, each word where it must stand: a Chinese letter is twice as wide as a Latin one. */
function wordsOf(fragment: Fragment): Fragment[] {
	const { text, x, right } = fragment;
	if (!/\S\s+\S/.test(text)) return [{ ...fragment, text: text.trim() }];
	const unit = (right - x) / widthOf(text);
	return Array.from(text.matchAll(/\S+/g), (match) => {
		const left = x + unit * widthOf(text.slice(0, match.index));
		return { ...fragment, text: match[0], x: left, right: left + unit * widthOf(match[0]) };
	});
}

function widthOf(text: string): number {
	let width = 0;
	for (const character of text) width += character.charCodeAt(0) < 0x2000 ? 1 : 2;
	return width;
}
