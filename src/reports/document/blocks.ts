/**
 * What a document is made of, as plain data: the template sets it, and text from evidence reaches it as strings of a JSON
 * file alone, never as markup.
 */

/** A piece of a line: plain text, or text with a mark. */
export type Inline = string | Mark;

export interface Mark {
	readonly t: string;
	readonly bold?: true;
	/** Id of the block that it leads to. */
	readonly to?: string;
	/** The number of the page on which that block stands, after the text. */
	readonly page?: true;
	/** Long and without blanks (a path, a hash): may break anywhere, with nothing put into the text. */
	readonly long?: true;
	readonly small?: true;
	/** Begins a line. */
	readonly line?: true;
}

export type Rich = Inline | readonly Inline[];

/** Millimetres, a share of what is left, or as wide as its text. */
export type Width = { readonly mm: number } | { readonly fr: number } | 'auto';

export interface TableColumn {
	readonly head: string;
	readonly width: Width;
	readonly right?: true;
}

export interface Table {
	readonly kind: 'table';
	readonly columns: readonly TableColumn[];
	readonly rows: readonly (readonly Rich[])[];
	/** The sum under it. */
	readonly foot?: readonly Rich[];
	readonly title?: string;
}

export type Block =
	| {
			readonly kind: 'heading';
			readonly level: 1 | 2 | 3;
			readonly text: string;
			readonly id: string;
			/** Begins a page. */
			readonly fresh?: true;
			/** A bookmark, but no line of the contents. */
			readonly quiet?: true;
	  }
	| { readonly kind: 'paragraph'; readonly text: Rich }
	| { readonly kind: 'note'; readonly text: Rich }
	| { readonly kind: 'list'; readonly items: readonly Rich[] }
	| Table
	/** Names and what they stand for, in two columns. */
	| { readonly kind: 'facts'; readonly pairs: readonly (readonly [string, Rich])[] }
	/** Boxes from left to right with arrows between: the case at one look. */
	| { readonly kind: 'stream'; readonly boxes: readonly StreamBox[] }
	| { readonly kind: 'sheet'; readonly id: string; readonly sheet: Sheet }
	| { readonly kind: 'index'; readonly parts: readonly IndexPart[] }
	/** A picture on a page of its own. */
	| {
			readonly kind: 'picture';
			readonly id: string;
			readonly title: string;
			readonly file: string;
			readonly paper: 'a3' | 'a4';
			readonly upright?: true;
	  }
	| { readonly kind: 'front'; readonly front: Front }
	| { readonly kind: 'contents'; readonly title: string }
	| { readonly kind: 'signatures'; readonly lines: readonly string[] };

export interface Front {
	readonly title: string;
	readonly subtitle: string;
	readonly facts: readonly (readonly [string, string])[];
}

export interface StreamBox {
	readonly title: string;
	/** A line of text, or what a sum is and the sum under it. */
	readonly lines: readonly (string | readonly [what: string, sum: string])[];
	/** Drawn dotted: inferred. */
	readonly dotted?: true;
}

/** One person on half a page or less. */
export interface Sheet {
	readonly name: Rich;
	readonly note: string;
	readonly heads: readonly string[];
	readonly figures: readonly string[];
	readonly facts: readonly (readonly [string, Rich])[];
	/** May be longer than a page: it breaks, where others stand whole. */
	readonly tall?: true;
}

export interface IndexPart {
	readonly letter: string;
	readonly entries: readonly { readonly text: Rich; readonly note: Rich; readonly to: string }[];
}

/** A whole document; `files` are the pictures that its blocks name. */
export interface Document {
	readonly title: string;
	readonly language: 'zh' | 'en';
	readonly header: string;
	readonly footer: string;
	/** Between the number of a page and that of all. */
	readonly page: { readonly before: string; readonly of: string; readonly after: string };
	/** Year, month and day that the file says it was made: of the case, never of the clock. */
	readonly date?: readonly [number, number, number];
	readonly blocks: readonly Block[];
	readonly files: ReadonlyMap<string, string>;
}
