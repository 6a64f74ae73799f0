import { formatTime } from '../../ledger/time.ts';
import { type Cell, plainAmount } from '../cell.ts';
import { escapeXml } from '../svg.ts';
import { columnName } from './place.ts';
import type { Strings } from './strings.ts';
import { type LookName, moneyStyle, STYLE } from './styles.ts';

/** What stands in a cell of a workbook: a cell of a schedule, or what only a workbook has. */
export type BookCell =
	| Cell
	| { readonly is: 'label'; readonly look: LookName; readonly value: string; readonly location?: string }
	| SumCell;

/** A formula, and what it comes to by our own reckoning. */
export interface SumCell {
	readonly is: 'sum';
	readonly formula: string;
	/** Smallest units, or a count of 0 decimals. */
	readonly amount: bigint;
	readonly decimals: number;
	/** Where a click leads: `'附表4之二 个人逐笔明细'!K10`. */
	readonly location?: string;
}

export interface SheetLink {
	readonly cell: string;
	readonly location: string;
}

/** Writes the cells of one sheet and gathers where they lead. */
export class CellWriter {
	readonly links: SheetLink[] = [];
	readonly #strings: Strings;
	readonly #names: string[] = [];

	constructor(strings: Strings) {
		this.#strings = strings;
	}

	/** @param row from 1 */
	row(row: number, cells: readonly BookCell[], lines: number): string {
		let xml = lines > 1 ? `<row r="${row}" ht="${heightOf(lines)}" customHeight="1">` : `<row r="${row}">`;
		for (let column = 0; column < cells.length; column++)
			xml += this.#cell(`${this.#name(column)}${row}`, cells[column] as BookCell);
		return `${xml}</row>`;
	}

	#name(column: number): string {
		this.#names[column] ??= columnName(column);
		return this.#names[column];
	}

	#cell(place: string, cell: BookCell): string {
		switch (cell.is) {
			case 'empty':
				return '';
			case 'text':
				return cell.value === '' ? '' : this.#text(place, STYLE.text, cell.value);
			case 'whole':
				return number(place, STYLE.whole, String(cell.value));
			case 'decimal':
				return number(place, STYLE.decimal, cell.value);
			case 'day':
				return this.#moment(place, STYLE.day, Date.parse(`${cell.value}T00:00:00Z`), cell.value);
			case 'time':
				return this.#time(place, cell.instant, cell.offsetMinutes);
			case 'money': {
				const { plain, exact } = plainAmount(cell.amount, cell.decimals);
				return exact ? number(place, moneyStyle(cell.decimals, 'plain'), plain) : this.#text(place, STYLE.text, plain);
			}
			case 'label':
				this.#link(place, cell.location);
				return this.#text(place, STYLE[cell.look], cell.value);
			case 'sum':
				this.#link(place, cell.location);
				return this.#sum(place, cell);
		}
	}

	/** A sum that a spreadsheet would round goes out as text without its formula. */
	#sum(place: string, { formula, amount, decimals, location }: SumCell): string {
		const { plain, exact } = plainAmount(amount, decimals);
		if (!exact) return this.#text(place, STYLE.totalLabel, plain);
		const style = moneyStyle(decimals, location === undefined ? 'total' : 'link');
		return `<c r="${place}" s="${style}"><f>${escapeXml(formula)}</f><v>${plain}</v></c>`;
	}

	#time(place: string, instant: number, offsetMinutes: number): string {
		const local = Math.floor(instant / 1000) * 1000 + offsetMinutes * 60_000;
		return this.#moment(place, STYLE.time, local, () => formatTime(instant, offsetMinutes));
	}

	/** Days since 1899-12-30, as spreadsheets count them; not before March 1900, where they do not agree. */
	#moment(place: string, style: number, local: number, shown: string | (() => string)): string {
		const serial = local / DAY_MS + UNIX_DAY;
		if (serial >= FIRST_COMMON_DAY) return number(place, style, String(serial));
		return this.#text(place, STYLE.text, typeof shown === 'string' ? shown : shown());
	}

	#text(place: string, style: number, value: string): string {
		return `<c r="${place}" s="${style}"${this.#strings.cell(value)}`;
	}

	#link(cell: string, location: string | undefined): void {
		if (location !== undefined && this.links.length < LINKS_MAX) this.links.push({ cell, location });
	}
}

const DAY_MS = 86_400_000;
const UNIX_DAY = 25_569;
const FIRST_COMMON_DAY = 61;

/** As many as a sheet can hold. */
const LINKS_MAX = 65_530;

const LINE_HEIGHT = 13.5;
/** The tallest row there is has 409 points. */
const LINES_MAX = 29;

function heightOf(lines: number): number {
	return LINE_HEIGHT * Math.min(LINES_MAX, lines) + 2;
}

function number(place: string, style: number, value: string): string {
	return `<c r="${place}" s="${style}"><v>${value}</v></c>`;
}
