import Papa from 'papaparse';
import { cleanCell } from './cells.ts';
import type { EvidenceFile } from './contract.ts';
import { splitCsvLine } from './csv-line.ts';
import { STRETCH_WEIGHT_MAX, type TableRow, weightOf } from './rows.ts';
import { lineBlocks } from './text.ts';

/** A quoted cell may span lines; one whose quote is still open after so many is a stray quote, and costs one row only. */
const LINES_PER_ROW_MAX = 20;
/**
 * Unless it ends later as a regular writer ends it: people send each other messages of hundreds of lines, and a line within
 * one that looks like a payment must not become one.
 */
const LONG_LINES_MAX = 20_000;
const LONG_CHARACTERS_MAX = 1 << 18;
/** Ends that are tried of one long cell, and long cells without an end of one file: each costs a parse of all its lines. */
const LONG_ENDS_MAX = 50;
const LONG_FAILURES_MAX = 20;
/** After so many stray quotes in a file each line stands alone: looking for their ends takes a thousand times as long as reading. */
const STRAY_MAX = 1000;
/** Fewer than elsewhere: these rows are cut into cells at once, and the heap grows to four times what is held. */
const CSV_ROWS_PER_STRETCH = 2048;

interface Line {
	readonly row: number;
	readonly text: string;
	readonly fault: 'encoding' | 'truncated' | undefined;
	readonly open: boolean;
}

/**
 * Rows of a CSV whose cells may be quoted, irregularly too (`"3985734"<TAB>,`).
 *
 * @param most rows in one stretch
 */
export async function* rowsOfCsv(file: EvidenceFile, most = CSV_ROWS_PER_STRETCH): AsyncIterable<readonly TableRow[]> {
	const joiner = new RowJoiner();
	let weight = 0;
	for await (const block of lineBlocks(file)) {
		const last = block.lines.length - 1;
		for (let i = 0; i <= last; i++) {
			const text = block.lines[i] as string;
			const cells = joiner.add({
				row: block.firstRow + i,
				text,
				fault: block.faults.get(i),
				open: block.open && i === last,
			});
			weight += weightOf(text, cells);
			if (joiner.ready >= most || weight >= STRETCH_WEIGHT_MAX) {
				yield joiner.take();
				weight = 0;
			}
		}
	}
	joiner.end();
	if (joiner.ready > 0) yield joiner.take();
}

/** Joins lines into rows. */
class RowJoiner {
	#rows: TableRow[] = [];
	#waiting: Line[] = [];
	/** Cells of the last row that is whole and not blank. */
	#width = 0;
	#stray = 0;
	#longFailures = 0;
	/** Of the lines that wait: ends that were tried beyond the usual number of lines, and their characters. */
	#longEnds = 0;
	#characters = 0;

	get ready(): number {
		return this.#rows.length;
	}

	take(): readonly TableRow[] {
		const rows = this.#rows;
		this.#rows = [];
		return rows;
	}

	/** @returns how many cells the line has, where it is a row by itself */
	add(line: Line): number {
		const cells = this.#waiting.length === 0 ? splitCsvLine(line.text) : undefined;
		if (cells) this.#keep(rowOf(line.row, cells, line.text, line.fault, line.open));
		else this.#wait(line);
		return cells?.length ?? 0;
	}

	end(): void {
		while (this.#waiting.length > 0) this.#giveUp();
	}

	#keep(row: TableRow): void {
		if (!row.fault && row.raw !== '') this.#width = row.cells.length;
		this.#rows.push(row);
	}

	/** Adds the row that the waiting lines make up with this one, or keeps them waiting for the end of a quoted cell. */
	#wait(last: Line): void {
		const waiting = this.#waiting;
		waiting.push(last);
		if (waiting.length === 1) this.#begin();
		this.#characters += last.text.length;
		const usual = this.#stray < STRAY_MAX ? LINES_PER_ROW_MAX : 1;
		const long = waiting.length > usual;
		// A line without a quote cannot close the cell: parsing the whole once more would tell nothing new.
		const mayEnd = waiting.length === 1 || (long ? REGULAR_END : QUOTE).test(last.text);
		if (!mayEnd && !this.#tooLong(usual)) return;
		const raw = waiting.length === 1 ? last.text : waiting.map((line) => line.text).join('\n');
		const parsed = mayEnd ? parse(raw) : undefined;
		if (long) this.#longEnds += 1;
		const first = waiting[0] as Line;
		if (parsed && this.#isRow(parsed, waiting.length, usual)) {
			this.#waiting = [];
			const fault = waiting.find((line) => line.fault)?.fault;
			if (this.#areRows(waiting, parsed.cells.length))
				for (const line of waiting) this.#doubt(line, line.fault ?? 'columns');
			else this.#keep(rowOf(first.row, parsed.cells, raw, fault, last.open));
		} else if (this.#tooLong(usual)) this.#giveUp();
	}

	/** A cell of very many lines must end as a regular writer ends it, in a row as wide as the one before. */
	#isRow(parsed: Parsed, lines: number, usual: number): boolean {
		if (lines <= usual) return true;
		return parsed.regular && parsed.cells.length === this.#width;
	}

	/**
	 * Whether the first and the last of several lines could be rows themselves. Then a quote that somebody wrote into one
	 * memo and another one further down may have made one cell of all the payments between: nobody can tell.
	 *
	 * @param cells of the one row that they make together
	 */
	#areRows(lines: readonly Line[], cells: number): boolean {
		if (lines.length === 1 || this.#width < 2) return false;
		const first = (lines[0] as Line).text;
		const last = (lines.at(-1) as Line).text;
		const least = cells > 1 ? Math.min(cells, this.#width) : this.#width;
		if (first.split(',').length < least || last.split(',').length < least) return false;
		// A message may end in a list of names with commas, but where one row begins with a day all of them do.
		const start = cleanCell(first);
		if (DAY.test(start)) return DAY_OR_NOTHING.test(cleanCell(last));
		// A header with line ends in its names is wider than what stands above it, and no two rows.
		return cells <= this.#width || DIGIT.test(start);
	}

	#doubt(line: Line, fault: NonNullable<TableRow['fault']>): void {
		this.#keep(rowOf(line.row, line.text.split(',').map(cleanCell), line.text, fault, false));
	}

	#tooLong(usual: number): boolean {
		const lines = this.#waiting.length;
		if (lines < usual) return false;
		return (
			this.#stray >= STRAY_MAX ||
			this.#longFailures >= LONG_FAILURES_MAX ||
			this.#longEnds >= LONG_ENDS_MAX ||
			this.#characters > LONG_CHARACTERS_MAX ||
			lines >= LONG_LINES_MAX
		);
	}

	#begin(): void {
		this.#longEnds = 0;
		this.#characters = 0;
	}

	/** The first waiting line stands alone, not to be trusted; the others get another chance. */
	#giveUp(): void {
		const [first, ...others] = this.#waiting as [Line, ...Line[]];
		this.#stray += 1;
		if (others.length >= LINES_PER_ROW_MAX) this.#longFailures += 1;
		const fault = first.fault ?? (others.length === 0 && first.open ? 'truncated' : 'columns');
		this.#doubt(first, fault);
		this.#waiting = [];
		for (const line of others) this.add(line);
	}
}

const QUOTE = /"/;
/** A quote at the end of a cell. */
const REGULAR_END = /"[ \t]*(?:,|$)/;
const DIGIT = /^["'=]*\d/;
const DAY = /^["'=]*(?:19|20)\d\d(?:[-/年]\d|\.\d\d?\.\d)/;
/** A cell may be empty where it would repeat the one above. */
const DAY_OR_NOTHING = /^(?:,|["'=]*(?:19|20)\d\d(?:[-/年]\d|\.\d\d?\.\d))/;

function rowOf(
	row: number,
	cells: readonly string[],
	raw: string,
	fault: NonNullable<TableRow['fault']> | undefined,
	open: boolean,
): TableRow {
	if (fault === undefined) return open ? { row, cells, raw, open } : { row, cells, raw };
	return open ? { row, cells, raw, fault, open } : { row, cells, raw, fault };
}

interface Parsed {
	readonly cells: string[];
	/** Every quote stands where a writer puts it. */
	readonly regular: boolean;
}

/** @returns undefined where a quoted cell has no end */
function parse(raw: string): Parsed | undefined {
	const plain = raw.includes('\n') ? undefined : splitCsvLine(raw);
	if (plain) return { cells: plain, regular: true };
	// TABs beside a comma stand outside the quotes and would make them part of the text.
	const text = raw.includes('\t') ? raw.replaceAll('\t', '') : raw;
	const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
	if (errors.some((error) => error.code === 'MissingQuotes')) return undefined;
	// Text after a closing quote may make the parser see a second row: the line is one row all the same.
	return { cells: data.flat().map(cleanCell), regular: errors.length === 0 && data.length === 1 };
}
