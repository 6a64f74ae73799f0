/** From the texts of a table's columns to its rows. No line is drawn between rows: where texts stand must tell. */
import type { Fragment } from './pdf-document.ts';
import { linesOf, type PdfLine } from './pdf-lines.ts';

/** A row of a table: the lines of each cell as printed, from the left column to the right one. */
export interface PdfRow {
	readonly y: number;
	readonly cells: PdfLine[][];
	/** A line may belong to this row or to the one beside it: its cells cannot be trusted. */
	doubtful: boolean;
}

/** Lines of one column that belong to no row, such as a page number. */
export interface LooseLine extends PdfLine {
	readonly column: number;
}

interface PdfBody {
	readonly rows: readonly PdfRow[];
	readonly loose: readonly LooseLine[];
}

/** Lines of one cell stand closer than so many times the usual distance of lines. */
const CELL_PITCH = 1.3;
const LEAST_PITCH = 0.8;
/** Lines that the end of the page before can have left of one cell. */
const ABOVE_MAX = 4;
/** Slack of positions, in heights of letters. */
const SLACK = 0.3;

/** The stretch in which a row's leading cell stands, baselines of its first and last line. */
interface Anchor {
	readonly top: number;
	readonly bottom: number;
	readonly slack: number;
}

/**
 * Rows by their leading column (the time): a row begins where `begins` knows a line of it. Cells of a row stand beside
 * its leading cell, whether at the same height or around the same middle. Lines that follow closely are one cell; where
 * cells of two rows follow closely, one that begins at the very height of its row is told from the one above it.
 */
export function rowsOf(
	columns: readonly (readonly Fragment[])[],
	leading: number,
	begins: (text: string) => boolean,
): PdfBody {
	const lines = columns.map(linesOf);
	const anchors = anchorsOf(lines[leading] ?? [], begins);
	const rows: PdfRow[] = anchors.map(({ top }) => ({ y: top, cells: columns.map(() => []), doubtful: false }));
	const loose: LooseLine[] = [];
	const pitch = pitchOf(lines);
	for (const [column, own] of lines.entries()) {
		if (column === leading) {
			placeLeading(own, column, rows, loose);
			continue;
		}
		for (const block of blocksOf(own, pitch)) placeBlock(block, column, anchors, rows, loose);
	}
	return { rows, loose: loose.sort((a, b) => a.y - b.y) };
}

function anchorsOf(lines: readonly PdfLine[], begins: (text: string) => boolean): Anchor[] {
	const anchors: Anchor[] = [];
	for (const { y, size, text } of lines) {
		const last = anchors.at(-1);
		if (begins(text)) anchors.push({ top: y, bottom: y, slack: SLACK * size });
		// Two lines hold a day and a time of day; what follows is no part of them.
		else if (last && last.top === last.bottom) anchors[anchors.length - 1] = { ...last, bottom: y };
	}
	return anchors;
}

/** The usual distance from line to line: the smallest one in any column. */
function pitchOf(lines: readonly (readonly PdfLine[])[]): number {
	let least = Number.POSITIVE_INFINITY;
	for (const own of lines) {
		for (const [i, { y, size }] of own.slice(1).entries()) {
			const distance = y - (own[i]?.y ?? 0);
			// Nearer than their height, letters of two lines would touch: a raised sign is no line of its own.
			if (distance > LEAST_PITCH * size) least = Math.min(least, distance);
		}
	}
	return least;
}

function placeLeading(lines: readonly PdfLine[], column: number, rows: readonly PdfRow[], loose: LooseLine[]): void {
	for (const line of lines) {
		const row = rows.findLast(({ y }) => y <= line.y);
		const cell = row?.cells[column];
		if (cell && cell.length < 2) cell.push(line);
		else loose.push({ ...line, column });
	}
}

/** Lines of a column that follow closely. */
function blocksOf(lines: readonly PdfLine[], pitch: number): PdfLine[][] {
	const blocks: PdfLine[][] = [];
	for (const line of lines) {
		const block = blocks.at(-1);
		if (block && line.y - (block.at(-1)?.y ?? 0) <= CELL_PITCH * pitch) block.push(line);
		else blocks.push([line]);
	}
	return blocks;
}

function placeBlock(
	block: readonly PdfLine[],
	column: number,
	anchors: readonly Anchor[],
	rows: readonly PdfRow[],
	loose: LooseLine[],
): void {
	const [top, bottom] = extentOf(block);
	const beside = anchors.flatMap((anchor, i) =>
		anchor.top <= bottom + anchor.slack && top <= anchor.bottom + anchor.slack ? [i] : [],
	);
	const [first, ...more] = beside;
	if (first === undefined) {
		for (const line of block) loose.push({ ...line, column });
		return;
	}
	if (more.length === 0 && isBeside(block, anchors[first])) {
		rows[first]?.cells[column]?.push(...block);
		return;
	}
	const own = beside.map((i) => anchors[i] as Anchor);
	const [above = [], ...parts] = levelParts(block, own) ?? middleParts(block, own) ?? [];
	// Above the first row of a page the end of a cell of the page before may stand; elsewhere it is of the row above.
	const known = parts.length > 0 && (above.length === 0 || first === 0);
	if (known) for (const line of above) loose.push({ ...line, column });
	for (const [n, i] of beside.entries()) {
		const row = rows[i];
		if (row && known) row.cells[column]?.push(...(parts[n] ?? []));
		else if (row) row.doubtful = true;
	}
}

/** What stands above the first cell, then the cells: each begins at the very height of its row. */
function levelParts(block: readonly PdfLine[], anchors: readonly Anchor[]): (readonly PdfLine[])[] | undefined {
	const starts = anchors.map((anchor) => block.findIndex(({ y }) => isAt(y, anchor.top, anchor)));
	if (starts.includes(-1)) return undefined;
	return [block.slice(0, starts[0]), ...starts.map((start, n) => block.slice(start, starts[n + 1] ?? block.length))];
}

/** The same for cells around the middles of their rows. */
function middleParts(block: readonly PdfLine[], anchors: readonly Anchor[]): (readonly PdfLine[])[] | undefined {
	for (let above = 0; above <= ABOVE_MAX; above++) {
		const cells = cellsAround(block.slice(above), anchors);
		if (cells) return [block.slice(0, above), ...cells];
	}
	return undefined;
}

function cellsAround(lines: readonly PdfLine[], anchors: readonly Anchor[]): (readonly PdfLine[])[] | undefined {
	const cells: (readonly PdfLine[])[] = [];
	let start = 0;
	for (const anchor of anchors) {
		const top = lines[start]?.y ?? 0;
		const middle = (anchor.top + anchor.bottom) / 2;
		const end = lines.findIndex(({ y }, i) => i >= start && isAt((top + y) / 2, middle, anchor));
		if (end < 0) return undefined;
		cells.push(lines.slice(start, end + 1));
		start = end + 1;
	}
	return start === lines.length ? cells : undefined;
}

/** Whether a cell stands as cells of one row do: at the same height, around the same middle, or on the same last line. */
function isBeside(block: readonly PdfLine[], anchor: Anchor | undefined): boolean {
	const [top, bottom] = extentOf(block);
	const middle = anchor && (anchor.top + anchor.bottom) / 2;
	return (
		isAt(top, anchor?.top, anchor) || isAt((top + bottom) / 2, middle, anchor) || isAt(bottom, anchor?.bottom, anchor)
	);
}

function extentOf(block: readonly PdfLine[]): [number, number] {
	return [block[0]?.y ?? 0, block.at(-1)?.y ?? 0];
}

function isAt(y: number, place: number | undefined, anchor: Anchor | undefined): boolean {
	return place !== undefined && anchor !== undefined && Math.abs(y - place) <= anchor.slack;
}
