/** The columns of a table that nobody has described, by what its header calls them, with the values of its first rows. */
import { parseAmount } from '../ledger/money.ts';
import { cleanCell, emptyIfNone, unprotect } from './cells.ts';
import type { Sample } from './contract.ts';
import { GENERIC_COLUMNS, type GenericField, OF_COINS } from './generic-aliases.ts';
import { findHeader, type Header } from './header.ts';

/** Names that a row must have to be a header at all. */
const NAMES_MIN = 3;

export class GenericTable {
	readonly sheet: string;
	/** 1-based. */
	readonly headerRow: number;
	/** How many columns are known by their names. */
	readonly score: number;
	readonly #header: Header<GenericField>;
	readonly #rows: readonly (readonly string[])[];

	constructor(sheet: string, header: Header<GenericField>, rows: readonly (readonly string[])[]) {
		this.sheet = sheet;
		this.headerRow = header.index + 1;
		this.score = Object.keys(header.columns).length;
		this.#header = header;
		this.#rows = rows.slice(header.index + 1).filter((row) => row.filter((cell) => cell !== '').length > 2);
	}

	has(field: GenericField): boolean {
		return this.#header.columns[field] !== undefined;
	}

	/** The header's exact text, undefined where there is none, or another column before it has the same. */
	name(field: GenericField): string | undefined {
		const column = this.#header.columns[field];
		const name = column === undefined ? undefined : this.#header.names[column];
		return name !== undefined && this.#header.names.indexOf(name) === column ? name : undefined;
	}

	/** The field's cells in the first rows, '' where they say nothing. */
	cells(field: GenericField): string[] {
		const column = this.#header.columns[field];
		return this.#rows.map((row) => {
			const cell = column === undefined ? '' : cleanCell(row[column] ?? '');
			return emptyIfNone(cell.startsWith('="') ? unprotect(cell) : cell);
		});
	}

	/** The same without empty ones. */
	values(field: GenericField): string[] {
		return this.cells(field).filter((cell) => cell !== '');
	}

	/** Every different text of the header row. */
	names(): string[] {
		return [...new Set(this.#header.names.filter((name) => name !== ''))];
	}

	/** Decimals of an amount's column by the unit that its header names, undefined where it names none. */
	decimals(field: GenericField): number | undefined {
		const unit = /[(（](分|元|角|万元)[)）]$/.exec(this.name(field) ?? '')?.[1];
		return unit === undefined ? undefined : { 分: 0, 角: 1, 元: 2, 万元: 6 }[unit];
	}

	/** Whether one of the field's amounts is below nothing. */
	hasNegative(field: GenericField): boolean {
		return this.values(field).some((text) => /^[¥￥]?\s*-/.test(text) && parseAmount(text, 8).ok);
	}
}

/** The sheet and row that look most like the header of a table of payments. */
export function genericTable({ sheets }: Sample): GenericTable | undefined {
	let best: GenericTable | undefined;
	for (const { name, rows } of sheets) {
		const header = findHeader(rows, GENERIC_COLUMNS, NAMES_MIN);
		if (!header || header.names.some((text) => OF_COINS.test(text))) continue;
		const table = new GenericTable(name, header, rows);
		if (table.score > (best?.score ?? 0)) best = table;
	}
	return best;
}
