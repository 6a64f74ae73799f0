import Papa from 'papaparse';
import { cleanCell } from './cells.ts';
import type { EvidenceFile } from './contract.ts';
import { splitCsvLine } from './csv-line.ts';
import type { TableRow } from './rows.ts';
import { lineBlocks } from './text.ts';

/** A quoted cell may span lines; one whose quote is still open after so many is a stray quote, and costs one row only. */
const LINES_PER_ROW_MAX = 20;
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
	let waiting: Line[] = [];
	let rows: TableRow[] = [];
	for await (const block of lineBlocks(file)) {
		const last = block.lines.length - 1;
		for (let i = 0; i <= last; i++) {
			const row = block.firstRow + i;
			const text = block.lines[i] as string;
			const fault = block.faults.get(i);
			const open = block.open && i === last;
			const cells = waiting.length === 0 ? splitCsvLine(text) : undefined;
			if (cells) rows.push(rowOf(row, cells, text, fault, open));
			else {
				waiting.push({ row, text, fault, open });
				waiting = settle(waiting, rows);
			}
			if (rows.length >= most) {
				yield rows;
				rows = [];
			}
		}
	}
	for (let rest = waiting; rest.length > 0; ) rest = giveUp(rest, rows);
	if (rows.length > 0) yield rows;
}

/** Adds the row that the waiting lines make up, or keeps them waiting for the end of a quoted cell. */
function settle(waiting: Line[], rows: TableRow[]): Line[] {
	const first = waiting[0] as Line;
	const last = waiting.at(-1) as Line;
	const waits = waiting.length < LINES_PER_ROW_MAX;
	// A line without a quote cannot close the cell: parsing the whole once more would tell nothing new.
	if (waiting.length > 1 && waits && !last.text.includes('"')) return waiting;
	const raw = waiting.length === 1 ? first.text : waiting.map((line) => line.text).join('\n');
	const parsed = parse(raw);
	if (parsed === 'unclosed') return waits ? waiting : giveUp(waiting, rows);
	const fault = waiting.find((line) => line.fault)?.fault;
	rows.push(rowOf(first.row, parsed, raw, fault, last.open));
	return [];
}

/** The first waiting line stands alone, not to be trusted; the others get another chance. */
function giveUp(waiting: Line[], rows: TableRow[]): Line[] {
	const [first, ...others] = waiting as [Line, ...Line[]];
	const fault = first.fault ?? (others.length === 0 && first.open ? 'truncated' : 'columns');
	rows.push(rowOf(first.row, first.text.split(',').map(cleanCell), first.text, fault, false));
	let rest: Line[] = [];
	for (const line of others) {
		rest.push(line);
		rest = settle(rest, rows);
	}
	return rest;
}

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

function parse(raw: string): string[] | 'unclosed' {
	const cells = raw.includes('\n') ? undefined : splitCsvLine(raw);
	if (cells) return cells;
	// TABs beside a comma stand outside the quotes and would make them part of the text.
	const text = raw.includes('\t') ? raw.replaceAll('\t', '') : raw;
	const result = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
	if (result.errors.some((error) => error.code === 'MissingQuotes')) return 'unclosed';
	// Text after a closing quote may make the parser see a second row: the line is one row all the same.
	return result.data.flat().map(cleanCell);
}
