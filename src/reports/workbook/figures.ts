import { FIGURES, OTHER_FIGURES } from '../ledgers/figures.ts';
import type { SumCell } from './cell-xml.ts';
import { type Laid, type LaidSheet, rangesOf } from './layout.ts';
import { columnName, quotedSheet } from './place.ts';

/** Where the rows under a figure stand, and what they come to. */
interface Span {
	readonly column: number;
	readonly first: number;
	last: number;
	sum: bigint;
}

/** Figures as sums of the rows under them: a click on a figure leads to its rows, and its formula adds them up. */
export class Figures {
	readonly #laid: Laid;
	readonly #spans = new Map<string, Span>();

	/** @param laid a table whose amounts name the figures that they count in, those of a figure in one column */
	constructor(laid: Laid) {
		this.#laid = laid;
		const heads = new Set<string>([...FIGURES, ...OTHER_FIGURES].map(([head]) => head));
		const columns = laid.table.columns.flatMap(({ key }, column) => (heads.has(key) ? [column] : []));
		let index = 0;
		for (const cells of laid.table.rows(new Set(columns))) {
			for (const column of columns) {
				const cell = cells[column];
				if (cell?.is === 'money' && cell.figure !== undefined) this.#add(cell.figure, cell.amount, column, index);
			}
			index += 1;
		}
	}

	/** The figure as a formula; undefined where its rows are not all there: then it stands as a mere number. */
	sumOf(figure: string, amount: bigint, decimals: number): SumCell | undefined {
		const span = this.#spans.get(figure);
		if (!span || span.sum !== amount) return undefined;
		const { column, first, last } = span;
		const ranges = rangesOf(this.#laid, column, first, last);
		const sheet = this.#laid.sheets.find((each) => first < each.first + each.rows) as LaidSheet;
		const location = `${quotedSheet(sheet.name)}!${columnName(column)}${sheet.headRow + 1 + first - sheet.first}`;
		return { is: 'sum', formula: `ROUND(SUM(${ranges.join(',')}),${decimals})`, amount, decimals, location };
	}

	#add(figure: string, amount: bigint, column: number, index: number): void {
		const span = this.#spans.get(figure);
		if (!span) this.#spans.set(figure, { column, first: index, last: index, sum: amount });
		else {
			span.last = index;
			span.sum += amount;
		}
	}
}
