/** The rows of a sheet as they come: memory holds a stretch of them, however long the sheet. */
import { cleanCell } from './cells.ts';
import { ROWS_PER_STRETCH, type TableRow } from './rows.ts';
import { textOfNumber, textOfSerial } from './sheet-values.ts';
import type { SharedStrings } from './xlsx-strings.ts';
import type { DateFormats } from './xlsx-styles.ts';
import { CELL_CHARACTERS_MAX, plainText, readXml, type XmlListener } from './xlsx-xml.ts';

/** What cells refer to. */
export interface SheetContext {
	readonly strings: SharedStrings;
	readonly formats: DateFormats;
	readonly epochDays: number;
}

/** Columns that a spreadsheet has. */
const COLUMNS_MAX = 16_384;
/** Cells that are handed on at once: a few cells far to the right make wide rows of nothing. */
const CELLS_PER_STRETCH = 500_000;
const CELLS_WAITING_MAX = 8_000_000;
/** Characters of a row: one shared text of a megabyte may stand in all of its cells. */
const ROW_CHARACTERS_MAX = 1 << 22;
const CHARACTERS_PER_STRETCH = 1 << 23;
const CHARACTERS_WAITING_MAX = 1 << 26;

export function sheetRows(
	chunks: AsyncIterable<Uint8Array>,
	context: SheetContext,
): AsyncIterable<readonly TableRow[]> {
	const reader = new SheetReader(context);
	return cut(readXml(chunks, reader, (over) => reader.take(over)));
}

async function* cut(stretches: AsyncIterable<readonly TableRow[]>): AsyncIterable<readonly TableRow[]> {
	for await (const rows of stretches) {
		for (let at = 0; at < rows.length; at += ROWS_PER_STRETCH) yield rows.slice(at, at + ROWS_PER_STRETCH);
	}
}

class SheetReader implements XmlListener {
	readonly #context: SheetContext;
	#rows: TableRow[] = [];
	#waiting = 0;
	#characters = 0;
	/** Of the row being read. */
	#row = 0;
	#texts: string[] = [];
	#length = 0;
	/** Whether any cell of the row holds something, be it nothing but an empty text. */
	#filled = false;
	/** Of the cell being read. */
	#column = -1;
	#type = '';
	#style = -1;
	#text = '';
	#valued = false;
	#element: 'row' | 'c' | '' = '';
	#taking = false;
	#phonetic = false;

	constructor(context: SheetContext) {
		this.#context = context;
	}

	/** The rows that are whole, once they are enough for a stretch or the sheet is over. */
	take(over: boolean): readonly TableRow[] | undefined {
		const heavy = this.#waiting >= CELLS_PER_STRETCH || this.#characters >= CHARACTERS_PER_STRETCH;
		if (this.#rows.length === 0 || !(over || heavy || this.#rows.length >= ROWS_PER_STRETCH)) return undefined;
		const rows = this.#rows;
		this.#rows = [];
		this.#waiting = 0;
		this.#characters = 0;
		return rows;
	}

	opened(name: string): void {
		this.#element = '';
		if (name === 'c') {
			this.#element = 'c';
			this.#column += 1;
			this.#type = '';
			this.#style = -1;
			this.#text = '';
			this.#valued = false;
		} else if (name === 'v' || (name === 't' && !this.#phonetic)) {
			this.#taking = true;
			this.#valued = true;
		} else if (name === 'row') {
			this.#element = 'row';
			this.#row += 1;
			this.#texts = [];
			this.#length = 0;
			this.#filled = false;
			this.#column = -1;
		} else if (name === 'rPh') this.#phonetic = true;
	}

	attribute(name: string, value: string): void {
		if (this.#element === 'c') {
			if (name === 'r') this.#column = columnOf(value);
			else if (name === 't') this.#type = value;
			else if (name === 's') this.#style = Number(value);
		} else if (this.#element === 'row' && name === 'r') {
			// Never back: a row's number names it, and two rows of one number would be one.
			const row = Number(value);
			if (row > this.#row && row <= ROWS_MAX) this.#row = row;
		}
	}

	text(text: string): void {
		if (!this.#taking) return;
		this.#text += text;
		if (this.#text.length > CELL_CHARACTERS_MAX) throw new Error('a cell is too long');
	}

	closed(name: string): void {
		if (name === 'v' || name === 't') this.#taking = false;
		else if (name === 'c') this.#closeCell();
		else if (name === 'row') this.#closeRow();
		else if (name === 'rPh') this.#phonetic = false;
	}

	#closeCell(): void {
		const text = this.#cellText();
		if (text === undefined) return;
		this.#filled = true;
		if (text === '') return;
		if (this.#column >= COLUMNS_MAX) throw new Error('too many columns');
		while (this.#texts.length < this.#column) this.#texts.push('');
		this.#texts[this.#column] = text;
		this.#length += text.length;
		if (this.#length > ROW_CHARACTERS_MAX) throw new Error('a row is too long');
	}

	/** undefined: the cell is there for its looks alone. */
	#cellText(): string | undefined {
		switch (this.#type) {
			case 's':
				return this.#valued ? this.#context.strings.at(Number(this.#text)) : undefined;
			case 'str':
			case 'inlineStr':
				return plainText(this.#text);
			case 'b':
				return this.#text === '1' || this.#text === 'true' ? 'TRUE' : 'FALSE';
			case 'e':
				return '#ERROR';
			case 'd':
				return this.#text.replace('T', ' ').replace(/(?:\.0+)?Z?$/, '');
			default:
				return this.#text === '' ? undefined : this.#number();
		}
	}

	#number(): string {
		const value = Number(this.#text);
		if (Number.isNaN(value)) return this.#text;
		const format = this.#context.formats[this.#style] ?? '';
		return format === '' ? textOfNumber(value) : textOfSerial(value + this.#context.epochDays, format);
	}

	#closeRow(): void {
		if (!this.#filled) return;
		const texts = this.#texts;
		this.#waiting += texts.length;
		this.#characters += this.#length;
		if (this.#waiting > CELLS_WAITING_MAX) throw new Error('too many cells in one piece');
		if (this.#characters > CHARACTERS_WAITING_MAX) throw new Error('too much text in one piece');
		this.#rows.push({ row: this.#row, cells: texts.map(cleanCell), raw: JSON.stringify(texts) });
	}
}

/** Rows that a spreadsheet has. */
const ROWS_MAX = 1_048_576;

/** 0 for `A1`, 26 for `AA1`. */
function columnOf(place: string): number {
	let column = 0;
	for (let i = 0; i < place.length; i++) {
		const letter = place.charCodeAt(i) - 64;
		if (letter < 1 || letter > 26) break;
		column = column * 26 + letter;
	}
	return column - 1;
}
