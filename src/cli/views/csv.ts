/**
 * One line of CSV. A text that a spreadsheet would take for a formula gets an apostrophe before it: names and memos are
 * written by suspects, and quoting alone does not keep a cell from being run.
 */
export function csvLine(cells: readonly string[]): string {
	return `${cells.map(cell).join(',')}\r\n`;
}

function cell(text: string): string {
	const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
