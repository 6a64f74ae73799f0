import stringWidth from 'string-width';
import { visible } from './visible.ts';

/** A column of a table on the terminal. */
export interface Column {
	readonly title: string;
	readonly align?: 'right';
}

const GAP = '  ';

/**
 * A table in columns of equal width on screen: a Chinese character takes two cells, so widths are display widths.
 * The last column is never padded, and nothing is cut: what does not fit wraps at the terminal's edge.
 */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
	const cells = rows.map((row) => columns.map((_, index) => visible(row[index] ?? '')));
	const widths = columns.map((column, index) =>
		Math.max(stringWidth(column.title), ...cells.map((row) => stringWidth(row[index] ?? ''))),
	);
	const line = (row: readonly string[]): string =>
		row
			.map((cell, index) => pad(cell, widths[index] ?? 0, columns[index]?.align === 'right'))
			.join(GAP)
			.trimEnd();
	const rule = widths.map((width) => '-'.repeat(width)).join(GAP);
	return [line(columns.map((column) => column.title)), rule, ...cells.map(line)].join('\n');
}

/** Names and values one a line, the values in one column. */
export function fields(pairs: readonly (readonly [string, string])[]): string {
	const width = Math.max(0, ...pairs.map(([name]) => stringWidth(name)));
	return pairs.map(([name, value]) => `${pad(name, width, false)}${GAP}${visible(value)}`.trimEnd()).join('\n');
}

function pad(text: string, width: number, right: boolean): string {
	const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
	return right ? space + text : text + space;
}
