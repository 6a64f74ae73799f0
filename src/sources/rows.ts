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
