import { type Child, el, put } from './dom.ts';

/** A column of a long list. */
export interface Column {
	readonly head: string;
	readonly class: string;
	cell(row: number): Child;
	/** Present where the list can be put in order by it. */
	readonly compare?: (a: number, b: number) => number;
}

export interface TableWords {
	sortBy(column: string): string;
	readonly none: string;
	cut(max: number, count: number): string;
}

/** Rows drawn above and below what is seen. */
const OVERSCAN = 8;
/** Rows printed at most; the sheet says so. */
const PRINT_MAX = 500;
/** Rows of one printed table: to lay out a single long one over pages takes a browser time to the square of its length. */
const PRINT_ROWS = 40;

/**
 * A table of any length of which only what is seen is in the document. The first cell of a row is a link; the arrow keys go
 * from one to the next.
 */
export class LongTable {
	readonly element: HTMLElement;
	private readonly columns: readonly Column[];
	private readonly link: (row: number) => string;
	private readonly words: TableWords;
	private readonly rowHeight: number;
	private readonly body = el('tbody', {});
	private readonly heads: HTMLTableCellElement[] = [];
	private readonly scroller: HTMLElement;
	private readonly table: HTMLTableElement;
	private readonly sheets = el('div', { class: 'sheets' });
	private readonly note = el('p', { class: 'note', role: 'note' });
	private rows: readonly number[] = [];
	private order: { column: Column; down: boolean } | undefined;
	private first = -1;
	private end = -1;
	private current = -1;

	constructor(
		label: string,
		columns: readonly Column[],
		link: (row: number) => string,
		words: TableWords,
		rowHeight: number,
	) {
		this.columns = columns;
		this.link = link;
		this.words = words;
		this.rowHeight = rowHeight;
		this.table = el('table', { class: 'long' }, el('caption', { class: 'unseen' }, label), this.head(), this.body);
		this.scroller = el('div', { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': label }, this.table);
		this.element = el('div', { class: 'list' }, this.note, this.scroller, this.sheets);
		this.scroller.addEventListener('scroll', () => requestAnimationFrame(() => this.draw(false)));
		this.body.addEventListener('keydown', (event) => this.move(event));
		new ResizeObserver(() => this.draw(false)).observe(this.scroller);
	}

	show(rows: readonly number[]): void {
		this.rows = this.order ? this.ordered(rows, this.order) : rows;
		this.scroller.scrollTop = 0;
		this.table.setAttribute('aria-rowcount', String(rows.length + 1));
		this.note.textContent = rows.length === 0 ? this.words.none : '';
		this.draw(true);
	}

	/** Marks the row that is open beside the list. */
	mark(row: number): void {
		this.current = row;
		this.draw(true);
	}

	/** Puts the rows for a printer beside the list, or takes them away. */
	print(printing: boolean): void {
		const sheets: HTMLElement[] = [];
		for (let first = 0; printing && first < Math.min(PRINT_MAX, this.rows.length); first += PRINT_ROWS) {
			const heads = this.columns.map((column) => el('th', { scope: 'col', class: column.class }, column.head));
			const lines = this.rows.slice(first, first + PRINT_ROWS).map((row, k) => this.line(row, first + k));
			sheets.push(el('table', { class: 'long' }, el('thead', {}, el('tr', {}, heads)), el('tbody', {}, lines)));
		}
		put(this.sheets, sheets);
		if (this.rows.length === 0) return;
		const cut = printing && this.rows.length > PRINT_MAX;
		this.note.textContent = cut ? this.words.cut(PRINT_MAX, this.rows.length) : '';
	}

	private head(): HTMLTableSectionElement {
		const cells = this.columns.map((column) => {
			const { compare } = column;
			const sorting = compare && {
				type: 'button',
				'aria-label': this.words.sortBy(column.head),
				onclick: () => this.sort(column),
			};
			const cell = el(
				'th',
				{ scope: 'col', class: column.class },
				sorting ? el('button', sorting, column.head) : column.head,
			);
			this.heads.push(cell);
			return cell;
		});
		return el('thead', {}, el('tr', { 'aria-rowindex': 1 }, cells));
	}

	private sort(column: Column): void {
		this.order = { column, down: this.order?.column === column ? !this.order.down : false };
		for (const [k, head] of this.heads.entries()) {
			if (this.columns[k] === column) head.setAttribute('aria-sort', this.order.down ? 'descending' : 'ascending');
			else head.removeAttribute('aria-sort');
		}
		this.show(this.rows);
	}

	private ordered(rows: readonly number[], { column, down }: { column: Column; down: boolean }): number[] {
		const compare = column.compare ?? (() => 0);
		return [...rows].sort((a, b) => (down ? compare(b, a) : compare(a, b)) || a - b);
	}

	private draw(anew: boolean): void {
		const seen = Math.ceil(this.scroller.clientHeight / this.rowHeight) || 20;
		const top = Math.floor(this.scroller.scrollTop / this.rowHeight);
		const first = Math.max(0, top - OVERSCAN);
		const end = Math.min(this.rows.length, top + seen + OVERSCAN);
		if (!anew && first === this.first && end === this.end) return;
		this.first = first;
		this.end = end;
		const focused = this.focused();
		const lines = this.rows.slice(first, end).map((row, k) => this.line(row, first + k));
		put(this.body, this.gap(first), lines, this.gap(this.rows.length - end));
		if (focused >= 0) this.linkAt(focused)?.focus({ preventScroll: true });
	}

	private line(row: number, place: number): HTMLElement {
		const cells = this.columns.map((column, k) => {
			const child = column.cell(row);
			if (k > 0) return el('td', { class: column.class }, child);
			const open = row === this.current ? { 'aria-current': 'true' } : {};
			return el('td', { class: column.class }, el('a', { href: this.link(row), 'data-place': place, ...open }, child));
		});
		return el('tr', { 'aria-rowindex': place + 2, class: row === this.current ? 'current' : undefined }, cells);
	}

	/** What is not drawn takes its room. */
	private gap(rows: number): HTMLElement | undefined {
		if (rows <= 0) return undefined;
		// One cell: a span over columns that a narrow screen hides would bring them back.
		const cell = el('td', {});
		cell.style.height = `${rows * this.rowHeight}px`;
		return el('tr', { class: 'gap', 'aria-hidden': 'true' }, cell);
	}

	private focused(): number {
		const active = document.activeElement;
		return active instanceof HTMLElement && this.body.contains(active) ? Number(active.dataset.place ?? -1) : -1;
	}

	private linkAt(place: number): HTMLElement | null {
		return this.body.querySelector(`a[data-place="${place}"]`);
	}

	private move(event: Event): void {
		const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
		const step = event instanceof KeyboardEvent ? steps[event.key] : undefined;
		const at = this.focused();
		if (step === undefined || at < 0) return;
		event.preventDefault();
		const to = Math.min(this.rows.length - 1, Math.max(0, at + step));
		const top = to * this.rowHeight;
		const { scrollTop, clientHeight } = this.scroller;
		// The head of the table covers the first row's height.
		if (top < scrollTop) this.scroller.scrollTop = top;
		else if (top + 2 * this.rowHeight > scrollTop + clientHeight)
			this.scroller.scrollTop = top + 2 * this.rowHeight - clientHeight;
		this.draw(false);
		this.linkAt(to)?.focus({ preventScroll: true });
	}
}
