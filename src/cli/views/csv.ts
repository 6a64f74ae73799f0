import { isFormula } from '../../reports/csv.ts';
import { visible } from '../../reports/visible.ts';

/**
 * One line of CSV. A text that a spreadsheet would take for a formula gets an apostrophe before it, and characters that
 * steer a reader's eye are shown: names and memos are written by suspects, and quoting alone does not keep a cell from
 * being run.
 */
export function csvLine(cells: readonly string[]): string {
	return `${cells.map(cell).join(',')}\r\n`;
}

function cell(text: string): string {
	const shown = visible(text);
	const safe = isFormula(shown) && !/^-?\d+(?:\.\d+)?$/.test(shown) ? `'${shown}` : shown;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
