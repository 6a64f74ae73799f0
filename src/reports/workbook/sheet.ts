import type { Cell } from '../cell.ts';
import { escapeXml } from '../svg.ts';
import { visible } from '../visible.ts';
import { type BookCell, CellWriter } from './cell-xml.ts';
import type { Figures } from './figures.ts';
import { type Laid, type LaidSheet, rangesOf, totalsSheet } from './layout.ts';
import { amountWidth, linesOf, type Sum, textLines } from './measure.ts';
import { columnName, quotedSheet } from './place.ts';
import type { Strings } from './strings.ts';
import { MAIN, XML } from './xml.ts';

/** What is said on every sheet. */
export interface SheetWords {
	readonly total: string;
	readonly filtered: string;
	/** Under the title: what the table is. */
	readonly note: string;
	/** In the middle of the foot: `第&P页` and so on. */
	readonly pages: string;
	readonly caseName: string;
	/** Where a click on the title leads. */
	readonly contents: string;
}

/** A sheet of a table: heads that stay in view and filter, totals as formulas, made ready for print on A4. */
export function* tableSheet(
	laid: Laid,
	sheet: LaidSheet,
	rows: Iterator<readonly Cell[]>,
	{ strings, figures, words }: { strings: Strings; figures: Figures | undefined; words: SheetWords },
): Generator<string> {
	const { columns } = laid.table;
	const widths = widthsOf(laid);
	const cells = new CellWriter(strings);
	const { headRow } = sheet;
	yield* opening(widths, { row: headRow, columns: columns.length > 6 ? 2 : 1 });
	yield cells.row(1, [{ is: 'label', look: 'title', value: sheet.name, location: words.contents }], 1.4);
	yield cells.row(2, [{ is: 'label', look: 'note', value: words.note }], 1);
	const totals = totalsSheet(laid) === sheet ? [...totalRows(laid, words)] : [];
	const above = laid.totalsRow < headRow;
	if (above) for (const [index, total] of totals.entries()) yield cells.row(laid.totalsRow + index, total, 1);
	const heads = columns.map(({ head }) => ({ is: 'label', look: 'head', value: head }) as const);
	const lines = Math.max(...columns.map(({ head }, column) => textLines(head, widths[column] as number)));
	yield cells.row(headRow, heads, lines);
	for (let index = 0; index < sheet.rows; index++) {
		const row = rows.next().value as readonly Cell[];
		const shown = figures === undefined ? row : row.map((cell) => linked(cell, figures));
		yield cells.row(headRow + 1 + index, shown, linesOf(row, widths));
	}
	if (!above) for (const [index, total] of totals.entries()) yield cells.row(laid.totalsRow + index, total, 1);
	const filter = `A${headRow}:${columnName(columns.length - 1)}${headRow + Math.max(1, sheet.rows)}`;
	yield* closing(cells, widths, words, filter);
}

/** Above the rows: `sheetData` is open. What is frozen stays in view. */
export function* opening(
	widths: readonly number[],
	frozen: { readonly row: number; readonly columns: number },
): Generator<string> {
	const corner = `${columnName(frozen.columns)}${frozen.row + 1}`;
	yield `${XML}<worksheet xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`;
	yield '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0" showGridLines="1">';
	yield `<pane xSplit="${frozen.columns}" ySplit="${frozen.row}" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/>`;
	yield `<selection pane="bottomRight" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15.5"/><cols>`;
	for (const [index, width] of widths.entries())
		yield `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
	yield '</cols><sheetData>';
}

/** A page across so many digits is still read: 10 points shrink to 6. */
const PAGE_DIGITS = 250;

export function* closing(
	{ links }: CellWriter,
	widths: readonly number[],
	{ pages, caseName }: Pick<SheetWords, 'pages' | 'caseName'>,
	filter?: string,
): Generator<string> {
	yield '</sheetData>';
	if (filter !== undefined) yield `<autoFilter ref="${filter}"/>`;
	if (links.length > 0) {
		yield '<hyperlinks>';
		for (const { cell, location } of links) yield `<hyperlink ref="${cell}" location="${escapeXml(location)}"/>`;
		yield '</hyperlinks>';
	}
	const across = Math.ceil(widths.reduce((sum, width) => sum + width, 0) / PAGE_DIGITS);
	const footer = escapeXml(`&L&8 ${footerName(caseName)}&C&8${pages}&R&8&A`);
	yield '<printOptions gridLines="1"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>';
	yield `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${across}" fitToHeight="0"/>`;
	yield `<headerFooter><oddFooter>${footer}</oddFooter></headerFooter></worksheet>`;
}

/**
 * The case as a foot can hold it: a foot of more than 255 characters makes spreadsheets call the file broken. A blank
 * stands before it, since the size of letters would take its first digits (`6·15专案`) for its own.
 */
function footerName(caseName: string): string {
	return visible(caseName)
		.slice(0, FOOTER_NAME_MAX)
		.replaceAll(/\p{Cs}/gu, '')
		.replaceAll('&', '&&');
}

const FOOTER_NAME_MAX = 80;

function linked(cell: Cell, figures: Figures): BookCell {
	if (cell.is !== 'money' || cell.figure === undefined) return cell;
	return figures.sumOf(cell.figure, cell.amount, cell.decimals) ?? cell;
}

/** Wide enough for the totals too. */
function widthsOf({ table, measured: { widths, totals } }: Laid): number[] {
	return table.columns.map((_, column) => {
		const sums = totals.map(({ sums: of }) => of.get(column)).filter((sum) => sum !== undefined);
		return Math.max(widths[column] as number, ...sums.map(({ amount, decimals }) => amountWidth(amount, decimals)));
	});
}

/** A row for each group, and one for what a filter leaves. */
function* totalRows(laid: Laid, words: SheetWords): Generator<BookCell[]> {
	const { table, measured, totalsRow, filtered } = laid;
	for (const [index, { of, sums }] of measured.totals.entries()) {
		yield table.columns.map((_, column): BookCell => {
			const text = of.get(column);
			if (text !== undefined) return { is: 'label', look: 'totalLabel', value: text };
			const sum = sums.get(column);
			if (sum !== undefined) return totalOf(laid, column, sum, [...of.keys()], totalsRow + index);
			return column === 0 ? { is: 'label', look: 'totalLabel', value: words.total } : { is: 'empty' };
		});
	}
	if (!filtered) return;
	const [sums] = measured.totals.map((total) => total.sums);
	yield table.columns.map((_, column): BookCell => {
		const sum = sums?.get(column);
		if (sum?.exact) {
			const [range] = rangesOf(laid, column, 0, measured.rows - 1);
			return { is: 'sum', ...sum, formula: `ROUND(SUBTOTAL(109,${range}),${sum.decimals})` };
		}
		return column === 0 ? { is: 'label', look: 'totalLabel', value: words.filtered } : { is: 'empty' };
	});
}

/** Compared by EXACT: a criterion of SUMIFS reads `*`, `>5` and `usdt` in its own way. */
function totalOf(laid: Laid, column: number, sum: Sum, by: readonly number[], row: number): BookCell {
	const { amount, decimals, exact } = sum;
	if (!exact) return { is: 'money', amount, decimals };
	const ranges = (of: number) => rangesOf(laid, of, 0, laid.measured.rows - 1);
	const summed = ranges(column);
	if (by.length === 0) return { is: 'sum', formula: `ROUND(SUM(${summed.join(',')}),${decimals})`, amount, decimals };
	const parts = summed.map((range, part) => {
		const same = by.map((of) => `--EXACT(${ranges(of)[part]},${columnName(of)}${row})`);
		return `SUMPRODUCT(${[...same, range].join(',')})`;
	});
	return { is: 'sum', formula: `ROUND(${parts.join('+')},${decimals})`, amount, decimals };
}

export function printTitles({ name, headRow }: LaidSheet, columns: number): string {
	const sheet = quotedSheet(name);
	return `${sheet}!$A:$${columns > 6 ? 'B' : 'A'},${sheet}!$${headRow}:$${headRow}`;
}
