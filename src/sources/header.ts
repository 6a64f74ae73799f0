/** Finds a table's header by what it says, never by where it stands. */
import { cleanCell } from './cells.ts';

/** The header texts by which each field is known, best first. Fields that share a text take its occurrences in turn. */
export type Wanted<Field extends string> = Readonly<Record<Field, readonly string[]>>;

export interface Header<Field extends string> {
	/** Index into the rows that were looked at. */
	readonly index: number;
	/** Field -> index of its column. */
	readonly columns: Readonly<Partial<Record<Field, number>>>;
	/** Texts of the header row, cleaned. */
	readonly names: readonly string[];
	/** Columns that belong to no field; they stay in the raw row. */
	readonly unknown: readonly number[];
}

/** Rows in which a header is looked for. */
export const HEADER_ROWS = 40;
/** A spreadsheet has 16,384 columns. A wider row is no header, and looking at it would cost gigabytes. */
const HEADER_WIDTH_MAX = 20_000;

/**
 * The row with the most wanted columns among the first 40, the first of equals; undefined where none has `least`.
 *
 * A header matches a field by its whole text, or by its text without a unit in brackets: `交易金额(分)` is `交易金额`.
 * A text that occurs twice (网联/银联) serves the fields that name it in the order in which they are declared.
 */
export function findHeader<Field extends string>(
	rows: readonly (readonly string[])[],
	wanted: Wanted<Field>,
	least = 3,
): Header<Field> | undefined {
	let best: Header<Field> | undefined;
	let most = least - 1;
	const names = namesOf(wanted);
	for (let index = 0; index < Math.min(rows.length, HEADER_ROWS); index++) {
		const row = rows[index] ?? [];
		if (!mayHave(most + 1, row, names)) continue;
		const header = matchHeader(row, wanted, index);
		const found = Object.keys(header.columns).length;
		if (found > most) {
			best = header;
			most = found;
		}
	}
	return best;
}

/** Whether so many cells of the row are names of columns at all: rows of data fail here, at a fraction of the cost. */
function mayHave(least: number, row: readonly string[], names: ReadonlySet<string>): boolean {
	if (row.length > HEADER_WIDTH_MAX) return false;
	let found = 0;
	for (const text of textsOf(row).all) if (names.has(text)) found += 1;
	return found >= least;
}

const wantedNames = new WeakMap<object, ReadonlySet<string>>();

function namesOf(wanted: Wanted<string>): ReadonlySet<string> {
	let names = wantedNames.get(wanted);
	if (!names) {
		names = new Set(Object.values(wanted).flat().map(aliasText));
		wantedNames.set(wanted, names);
	}
	return names;
}

/** `columns` as `inspect` shows them: field -> header text. */
export function columnNames<Field extends string>(header: Header<Field>): Record<string, string> {
	const entries = Object.entries(header.columns) as [string, number][];
	return Object.fromEntries(entries.map(([field, column]) => [field, header.names[column] ?? '']));
}

/** Whether all of the fields have a column. */
export function hasAll<Field extends string>(header: Header<Field>, fields: readonly Field[]): boolean {
	return fields.every((field) => header.columns[field] !== undefined);
}

function matchHeader<Field extends string>(
	row: readonly string[],
	wanted: Wanted<Field>,
	index: number,
): Header<Field> {
	const texts = textsOf(row);
	const taken = new Set<number>();
	// No prototype: a header may be called `__proto__` or `constructor`.
	const columns: Partial<Record<Field, number>> = Object.create(null);
	for (const exact of [true, false]) {
		for (const field of Object.keys(wanted) as Field[]) {
			if (columns[field] !== undefined) continue;
			const column = columnOf(exact ? texts.whole : texts.bare, wanted[field], taken);
			if (column === undefined) continue;
			columns[field] = column;
			taken.add(column);
		}
	}
	const unknown = row.map((_, column) => column).filter((column) => !taken.has(column));
	return { index, columns, names: row.map(cleanCell), unknown };
}

/** Normalised text of a cell -> the columns in which it stands. */
type Places = ReadonlyMap<string, readonly number[]>;

interface RowTexts {
	/** Every cell, and once more without its unit where it has one. */
	readonly all: readonly string[];
	readonly whole: Places;
	/** The same without a unit in brackets. */
	readonly bare: Places;
}

// Every source looks at the same 40 rows of a file: what they need of a row is worked out once.
const rowTexts = new WeakMap<readonly string[], RowTexts>();
const aliasTexts = new Map<string, string>();

function textsOf(row: readonly string[]): RowTexts {
	let texts = rowTexts.get(row);
	if (!texts) {
		const whole = row.map(normalise);
		const bare = whole.map(withoutUnit);
		const all = [...whole, ...bare.filter((text, column) => text !== whole[column])];
		texts = { all, whole: placesOf(whole), bare: placesOf(bare) };
		rowTexts.set(row, texts);
	}
	return texts;
}

function placesOf(names: readonly string[]): Places {
	const places = new Map<string, number[]>();
	for (const [column, name] of names.entries()) {
		const known = places.get(name);
		if (known) known.push(column);
		else places.set(name, [column]);
	}
	return places;
}

function columnOf(places: Places, aliases: readonly string[], taken: ReadonlySet<number>): number | undefined {
	for (const alias of aliases) {
		const column = places.get(aliasText(alias))?.find((place) => !taken.has(place));
		if (column !== undefined) return column;
	}
	return undefined;
}

function aliasText(alias: string): string {
	let text = aliasTexts.get(alias);
	if (text === undefined) {
		text = normalise(alias);
		aliasTexts.set(alias, text);
	}
	return text;
}

/** Spaces out, brackets half-width, Latin letters in lower case. */
function normalise(text: string): string {
	return cleanCell(text).replaceAll('（', '(').replaceAll('）', ')').replaceAll(/\s+/g, '').toLowerCase();
}

function withoutUnit(name: string): string {
	const bracket = name.indexOf('(');
	return bracket > 0 && name.endsWith(')') ? name.slice(0, bracket) : name;
}
