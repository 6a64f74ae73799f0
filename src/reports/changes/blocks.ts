/** What a change report is made of, before it is text or a page: both say the same. */
export type Block =
	| { readonly is: 'title'; readonly text: string; readonly below: string }
	| { readonly is: 'facts'; readonly pairs: readonly (readonly [string, string])[] }
	| { readonly is: 'verdict'; readonly text: string; readonly calm: boolean }
	| { readonly is: 'alarm'; readonly mark: string; readonly text: string; readonly fresh: boolean }
	| { readonly is: 'heading'; readonly text: string }
	| { readonly is: 'subheading'; readonly text: string }
	| { readonly is: 'note'; readonly text: string }
	| Table;

export interface Table {
	readonly is: 'table';
	readonly columns: readonly Column[];
	readonly rows: readonly (readonly string[])[];
}

export interface Column {
	readonly title: string;
	/** Numbers stand at the right; codes (ids, accounts, what to type) in a font of equal widths. */
	readonly as?: 'number' | 'code';
}

/** Rows of a section that are named; `changes.json` has all of them. */
const ROWS_MAX = 300;

/** A section: its heading and table, and nothing at all where there is nothing to tell. */
export function section(
	heading: string,
	columns: readonly Column[],
	rows: readonly (readonly string[])[],
	more: (left: number) => string,
): Block[] {
	if (rows.length === 0) return [];
	const left = rows.length - ROWS_MAX;
	return [
		{ is: 'heading', text: heading },
		{ is: 'table', columns, rows: rows.slice(0, ROWS_MAX) },
		...(left > 0 ? [{ is: 'note' as const, text: more(left) }] : []),
	];
}
