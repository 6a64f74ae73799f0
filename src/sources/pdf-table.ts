/** A table that runs over the pages of a PDF, header repeated or not, as rows in reading order. */
import { columnLimits, findHead, inColumns, type PdfHead, type PdfNames } from './pdf-columns.ts';
import type { Fragment, PdfPage } from './pdf-document.ts';
import { linesOf } from './pdf-lines.ts';
import { type LooseLine, type PdfRow, rowsOf } from './pdf-rows.ts';

export interface PdfLayout<F extends string> {
	readonly names: PdfNames<F>;
	/** Columns without which it is not this table, the one to find it by first. */
	readonly required: readonly F[];
	/** The column whose cells tell rows apart. */
	readonly leading: F;
	/** Whether a line of that column is the first one of a row. */
	begins(text: string): boolean;
	/** Whether a row is all there; what is not goes on at the top of the next page. */
	isWhole(cells: Readonly<Record<F, readonly string[]>>): boolean;
	/** Whether a line is no part of any row, such as a page number. */
	isFooter(text: string): boolean;
	/** Whether explanations begin with a line of the first column: nothing below it is a row. */
	isEnd(text: string): boolean;
	/** Cuts what two known columns show at one go. */
	cut(fragment: Fragment, head: PdfHead<F>): readonly Fragment[];
}

/** What stands on the pages, in reading order. Lines of text that are no row of the table are items as well. */
export interface PdfItem<F extends string> {
	readonly page: number;
	readonly kind: 'above' | 'header' | 'row' | 'loose' | 'below';
	/** Lines of each cell; of what is no row, the line alone, under no field. */
	readonly cells: Record<F, string[]>;
	readonly text: string;
	/** A line of it may belong to another row. */
	readonly doubtful: boolean;
}

/** Reads a table page by page. */
export class PdfTable<F extends string> {
	readonly #layout: PdfLayout<F>;
	#head: PdfHead<F> | undefined;
	/** Where texts of each column begin. */
	#starts: number[] = [];
	/** The last row so far, where it may go on at the top of the next page. */
	#open: PdfItem<F> | undefined;

	constructor(layout: PdfLayout<F>) {
		this.#layout = layout;
	}

	/** Columns of the header seen last, from left to right; empty before any. */
	get columns(): readonly F[] {
		return this.#head?.cells.map(({ field }) => field) ?? [];
	}

	/** Items of a page. The last row may be completed by the next page: they are final when all pages are read. */
	page({ number, fragments }: PdfPage): PdfItem<F>[] {
		const own = findHead(fragments, this.#layout.names, this.#layout.required);
		const head = own ?? this.#head;
		if (!head) return linesOf(fragments).map(({ text }) => outside(number, 'above', text));
		if (own) this.#starts = own.cells.map(({ x }, i) => Math.min(x, this.#startOf(own, i)));
		this.#head = head;
		const isAbove = ({ y }: Fragment) => own !== undefined && y < own.top - SLACK;
		const isHead = ({ y }: Fragment) => own !== undefined && !(y < own.top - SLACK) && y <= own.bottom + SLACK;
		const above = linesOf(fragments.filter(isAbove)).map(({ text }) => outside<F>(number, 'above', text));
		const header = own ? [outside<F>(number, 'header', own.cells.map(({ name }) => name).join(' '))] : [];
		const body = fragments.filter((fragment) => !isAbove(fragment) && !isHead(fragment));
		return [...above, ...header, ...this.#body(number, body, head)];
	}

	/** Where pages before with the same header showed the column's texts to begin. */
	#startOf(head: PdfHead<F>, column: number): number {
		const same = this.#head?.cells.every(({ field, x }, i) => head.cells[i]?.field === field && head.cells[i]?.x === x);
		return (same && this.#starts[column]) || Number.POSITIVE_INFINITY;
	}

	#body(number: number, fragments: readonly Fragment[], head: PdfHead<F>): PdfItem<F>[] {
		const end = this.#endOf(fragments, head);
		const cut = fragments.filter(({ y }) => y < end).flatMap((fragment) => this.#layout.cut(fragment, head));
		const columns = inColumns(cut, columnLimits(head, cut), this.#starts);
		const leading = head.cells.findIndex(({ field }) => field === this.#layout.leading);
		const { rows, loose } = rowsOf(columns, leading, this.#layout.begins);
		const left = this.#continue(loose, rows[0]?.y ?? Number.POSITIVE_INFINITY, head);
		const items = [
			...rows.map((row) => ({ y: row.y, item: itemOf(number, row, head) })),
			...linesAcross(left).map(({ y, text }) => ({ y, item: outside<F>(number, 'loose', text) })),
			...linesOf(fragments.filter(({ y }) => y >= end)).map(({ y, text }) => ({
				y,
				item: outside<F>(number, 'below', text),
			})),
		];
		items.sort((a, b) => a.y - b.y);
		this.#open = items.findLast(({ item }) => item.kind === 'row')?.item ?? this.#open;
		return items.map(({ item }) => item);
	}

	/** Where explanations below the table begin. */
	#endOf(fragments: readonly Fragment[], head: PdfHead<F>): number {
		const second = head.cells[1]?.x ?? 0;
		const first = fragments.find(({ x, text }) => x < second && this.#layout.isEnd(text.trim()));
		return first ? first.y - SLACK : Number.POSITIVE_INFINITY;
	}

	/** Gives lines above a page's first row to the row that the page before left unfinished, as far as they follow closely. */
	#continue(loose: readonly LooseLine[], firstRow: number, head: PdfHead<F>): LooseLine[] {
		const open = this.#open;
		if (!open || this.#layout.isWhole(open.cells)) return [...loose];
		let above: LooseLine | undefined;
		let taken = 0;
		for (const line of loose) {
			const far = line.y >= firstRow || line.y - (above ?? line).y > CLOSE * line.size;
			const field = head.cells[line.column]?.field;
			if (far || field === undefined || this.#layout.isFooter(line.text)) break;
			open.cells[field].push(line.text);
			above = line;
			taken += 1;
		}
		return loose.slice(taken);
	}
}

/** Lines of one row are no further apart, in heights of letters. */
const CLOSE = 2;
/** Slack of the header's place, in points. */
const SLACK = 1;

function itemOf<F extends string>(page: number, row: PdfRow, head: PdfHead<F>): PdfItem<F> {
	const cells = Object.create(null) as Record<F, string[]>;
	for (const [column, { field }] of head.cells.entries()) {
		cells[field] = (row.cells[column] ?? []).map(({ text }) => text);
	}
	return { page, kind: 'row', cells, text: '', doubtful: row.doubtful };
}

function outside<F extends string>(page: number, kind: Exclude<PdfItem<F>['kind'], 'row'>, text: string): PdfItem<F> {
	return { page, kind, cells: Object.create(null) as Record<F, string[]>, text, doubtful: false };
}

/** Loose lines that stand on one baseline as one: a footer runs over several columns. */
function linesAcross(loose: readonly LooseLine[]): { y: number; text: string }[] {
	const fragments = loose.map(({ y, size, text, column }) => ({ text, x: column, right: column, y, size }));
	return linesOf(fragments);
}
