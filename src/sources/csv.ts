import Papa from 'papaparse';
import { cleanCell, mayBeUnclean } from './cells.ts';
import type { EvidenceFile } from './contract.ts';
import { ROWS_PER_STRETCH, type TableRow } from './rows.ts';
import { lineBlocks } from './text.ts';

/** A quoted cell may span lines; one whose quote is still open after so many is a stray quote, and costs one row only. */
const LINES_PER_ROW_MAX = 20;

interface Line {
	readonly row: number;
	readonly text: string;
	readonly fault?: 'encoding' | 'truncated';
	readonly open: boolean;
}

/** Rows of a CSV whose cells may be quoted, irregularly too (`"3985734"<TAB>,`). */
export async function* rowsOfCsv(file: EvidenceFile): AsyncIterable<readonly TableRow[]> {
	let waiting: Line[] = [];
	let rows: TableRow[] = [];
	for await (const block of lineBlocks(file)) {
		const last = block.lines.length - 1;
		for (let i = 0; i <= last; i++) {
			const fault = block.faults.get(i);
			const line: Line = {
				row: block.firstRow + i,
				text: block.lines[i] as string,
				open: block.open && i === last,
				...(fault ? { fault } : {}),
			};
			waiting.push(line);
			waiting = settle(waiting, rows);
			if (rows.length >= ROWS_PER_STRETCH) {
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
	rows.push({
		row: first.row,
		cells: parsed,
		raw,
		...(fault ? { fault } : {}),
		...(last.open ? { open: true as const } : {}),
	});
	return [];
}

/** The first waiting line stands alone, not to be trusted; the others get another chance. */
function giveUp(waiting: Line[], rows: TableRow[]): Line[] {
	const [first, ...others] = waiting as [Line, ...Line[]];
	rows.push({
		row: first.row,
		cells: first.text.split(',').map(cleanCell),
		raw: first.text,
		fault: first.fault ?? (others.length === 0 && first.open ? 'truncated' : 'columns'),
	});
	let rest: Line[] = [];
	for (const line of others) {
		rest.push(line);
		rest = settle(rest, rows);
	}
	return rest;
}

function parse(raw: string): string[] | 'unclosed' {
	// TABs beside a comma stand outside the quotes and would make them part of the text.
	const text = raw.includes('\t') ? raw.replaceAll('\t', '') : raw;
	if (!text.includes('"')) {
		const cells = text.split(',');
		return mayBeUnclean(text) ? cells.map(cleanCell) : cells;
	}
	const result = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
	if (result.errors.some((error) => error.code === 'MissingQuotes')) return 'unclosed';
	// Text after a closing quote may make the parser see a second row: the line is one row all the same.
	return result.data.flat().map(cleanCell);
}
