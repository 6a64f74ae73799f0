export interface TableRow {
	/** 1-based, as the file numbers it: the line (the first one of a row that spans several), or the sheet's row. */
	readonly row: number;
	/** Cleaned by `cleanCell`. Ways to write "nothing" (`/`, `null`, `-`) stay: `emptyIfNone` maps them. */
	readonly cells: readonly string[];
	/** The text line verbatim, without its line end; for sheets a JSON list of the cells. */
	readonly raw: string;
	/** The row cannot be trusted: bytes that are no text, a line cut short, or quotes that never close. */
	readonly fault?: 'encoding' | 'truncated' | 'columns';
	/** The file ends within this row: no line end follows. Too few cells then mean that it was cut off. */
	readonly open?: true;
}

/** Rows in one array at most: what a batch of statements is made from, and how far rows that belong together are sought. */
export const ROWS_PER_STRETCH = 4096;

/** Rows are held together up to this weight; some thousand honest ones weigh a tenth of it. */
export const STRETCH_WEIGHT_MAX = 1 << 25;
/** What a cell takes beside its characters. */
const CELL_WEIGHT = 16;

/** What a row takes in memory, about: a row of nothing but commas has a million cells. */
export function weightOf(raw: string, cells: number): number {
	return raw.length + cells * CELL_WEIGHT;
}
