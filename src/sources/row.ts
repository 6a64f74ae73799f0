import { type FileEvidence, type RecordId, recordId } from '../ledger/evidence.ts';
import { parseAmount } from '../ledger/money.ts';
import type { Moment } from '../ledger/time.ts';
import { emptyIfNone, plainAmount, readTime, unprotect } from './cells.ts';
import type { EvidenceFile, RejectReason } from './contract.ts';
import type { Header } from './header.ts';
import { RowFault } from './row-fault.ts';
import type { TableRow } from './tables.ts';

/** The table a row belongs to, and where our fields stand in it. */
export interface RowTable<F extends string> {
	readonly file: EvidenceFile;
	/** '' for text. */
	readonly sheet: string;
	/** Texts of the header row. */
	readonly names: readonly string[];
	/** Field -> indexes of its columns: a date and a time may make up one field. */
	readonly columns: Readonly<Partial<Record<F, readonly number[]>>>;
}

/** The table below a header in which each field has one column. */
export function tableBelow<F extends string>(file: EvidenceFile, sheet: string, header: Header<F>): RowTable<F> {
	// No prototype: fields may be called as anything.
	const columns: Partial<Record<F, readonly number[]>> = Object.create(null);
	for (const [field, column] of Object.entries(header.columns) as [F, number][]) columns[field] = [column];
	return { file, sheet, names: header.names, columns };
}

/** One row of a table, its cells by the names of our fields. What cannot be read throws a `RowFault` naming the cell. */
export class Row<F extends string> {
	/** 1-based, as the file numbers it. */
	readonly number: number;
	readonly raw: string;
	readonly #table: RowTable<F>;
	readonly #cells: readonly string[];

	constructor(table: RowTable<F>, row: TableRow) {
		this.number = row.row;
		this.raw = row.raw;
		this.#table = table;
		this.#cells = row.cells;
	}

	/** Whether the table has the column at all. */
	has(field: F): boolean {
		return this.#table.columns[field] !== undefined;
	}

	/** The cell, '' where it says "nothing" or the table lacks the column. Excel's `="6222…"` is what it protects. */
	text(field: F): string {
		const columns = this.#table.columns[field];
		if (columns === undefined) return '';
		if (columns.length === 1) return this.#cell(columns[0] ?? 0);
		return columns
			.map((column) => this.#cell(column))
			.filter((cell) => cell !== '')
			.join(' ');
	}

	#cell(column: number): string {
		const cell = this.#cells[column] ?? '';
		return emptyIfNone(cell.startsWith('="') ? unprotect(cell) : cell);
	}

	/** The cell. @throws RowFault `missing` where it is empty */
	needed(field: F): string {
		const text = this.text(field);
		if (text === '') throw this.fault(field, 'missing');
		return text;
	}

	/** Those of the fields that are not empty, by their names: for optional properties called the same. */
	optional<K extends F>(...fields: readonly K[]): { [P in K]?: string } {
		const found: { [P in K]?: string } = {};
		for (const field of fields) {
			const text = this.text(field);
			if (text !== '') found[field] = text;
		}
		return found;
	}

	/** A decimal of the given scale, never negative. @throws RowFault `amount`, `amount-damaged` */
	amount(field: F, decimals: number): bigint {
		const amount = this.signedAmount(field, decimals);
		if (amount < 0n) throw this.fault(field, 'amount');
		return amount;
	}

	/** A decimal of the given scale. @throws RowFault `amount`, `amount-damaged` */
	signedAmount(field: F, decimals: number): bigint {
		const text = this.text(field);
		const plain = plainAmount(text, decimals);
		if (plain !== undefined) return plain;
		const reading = parseAmount(text, decimals);
		if (reading.ok) return reading.amount;
		throw this.fault(field, reading.fault === 'damaged' ? 'amount-damaged' : 'amount');
	}

	/** @throws RowFault `time` where the cell names no time, or a day that does not exist */
	moment(field: F, offsetMinutes: number): Moment {
		const moment = readTime(this.text(field), offsetMinutes);
		if (moment === undefined) throw this.fault(field, 'time');
		return moment;
	}

	/** What to throw because of this field's cell: the header names it, in a sheet the cell itself (`人员!D7`). */
	fault(field: F, reason: RejectReason): RowFault {
		const { columns, names, sheet } = this.#table;
		const places = columns[field];
		if (places === undefined) return new RowFault(field, '', reason);
		const named = places.map((column) =>
			sheet === '' ? (names[column] ?? '') : `${sheet}!${columnLetters(column)}${this.number}`,
		);
		return new RowFault(named.join('+'), places.map((column) => this.#cells[column] ?? '').join(' '), reason);
	}

	/** Where a statement of this row stands. */
	evidence(part = 0): FileEvidence {
		return { kind: 'file', file: this.#table.file.hash, sheet: this.#table.sheet, row: this.number, part };
	}

	recordId(part = 0): RecordId {
		return recordId(this.evidence(part));
	}

	/** Where a statement other than a record stands: `<file hash>:<sheet>:<row>`. */
	place(): string {
		const { file, sheet } = this.#table;
		return `${file.hash}:${sheet}:${this.number}`;
	}

	/** Id of a statement other than a record: its kind's letter and 16 hex digits of where it stands. */
	statementId(letter: string, part = 0): string {
		return `${letter}${this.recordId(part).slice(1, 17)}`;
	}

	/** The row named for people, such as `accounts.csv:12` or `case.xlsx!账号:12`: the source of a claim that states none. */
	name(): string {
		const { file, sheet } = this.#table;
		const name = file.path.slice(file.path.lastIndexOf('/') + 1);
		return sheet === '' ? `${name}:${this.number}` : `${name}!${sheet}:${this.number}`;
	}
}

/** `A` for 0, `Z` for 25, `AA` for 26: how spreadsheets name columns. */
export function columnLetters(index: number): string {
	const letter = String.fromCharCode(65 + (index % 26));
	return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
