/** Workbooks (XLSX, XLS) as rows of text, with what a spreadsheet does to numbers and times undone. */
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { BigNumber } from 'bignumber.js';
import { Problem } from '../ledger/problem.ts';
import { cleanCell } from './cells.ts';
import type { EvidenceFile } from './contract.ts';
import { isZip } from './form.ts';
import type { TableRow } from './rows.ts';
import { checkZip } from './zip.ts';

export interface Sheet {
	readonly name: string;
	readonly rows: readonly TableRow[];
}

/** A workbook is held in memory whole: no more than this is opened. */
const WORKBOOK_BYTES_MAX = 64 << 20;

/** The workbook read last: a file is looked at, then read, and parsing it twice would double its cost. */
let latest: { readonly file: EvidenceFile; readonly sheets: Promise<readonly Sheet[]> } | undefined;

/**
 * All sheets of a workbook. The ZIP guard runs first: a workbook can be a bomb as well.
 *
 * @throws Problem `evidence.workbook-damaged`, `evidence.workbook-too-large`, `evidence.zip-…`
 */
export function loadWorkbook(file: EvidenceFile): Promise<readonly Sheet[]> {
	if (latest?.file !== file) latest = { file, sheets: parseWorkbook(file) };
	return latest.sheets;
}

/** Rows of the named sheet, or of the first one. A name that does not exist has no rows. */
export function sheetOf(sheets: readonly Sheet[], name: string | undefined): readonly TableRow[] {
	const sheet = name === undefined ? sheets[0] : sheets.find((candidate) => candidate.name === name);
	return sheet?.rows ?? [];
}

async function parseWorkbook(file: EvidenceFile): Promise<readonly Sheet[]> {
	if (file.size > WORKBOOK_BYTES_MAX) {
		throw new Problem('evidence', 'evidence.workbook-too-large', { file: file.path, bytes: file.size });
	}
	const parts: Uint8Array[] = [];
	for await (const chunk of file.bytes()) parts.push(chunk);
	const bytes = Buffer.concat(parts);
	if (isZip(bytes)) await checkZip(file.path, bytes);
	const { read, SSF } = await import('@e965/xlsx');
	let book: WorkBook;
	try {
		book = read(bytes, {
			type: 'buffer',
			dense: true,
			cellNF: true,
			cellText: false,
			cellHTML: false,
			cellFormula: false,
		});
	} catch (cause) {
		throw new Problem('evidence', 'evidence.workbook-damaged', { file: file.path }, cause);
	}
	const epochDays = book.Workbook?.WBProps?.date1904 ? 1462 : 0;
	const text = (cell: CellObject | undefined) => textOf(cell, (format) => SSF.is_date(format), epochDays);
	return book.SheetNames.map((name) => ({
		name,
		rows: Object.hasOwn(book.Sheets, name) ? rowsOf(book.Sheets[name] as WorkSheet, text) : [],
	}));
}

function rowsOf(sheet: WorkSheet, text: (cell: CellObject | undefined) => string): TableRow[] {
	const data = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
	const rows: TableRow[] = [];
	data.forEach((cells, index) => {
		if (!cells) return;
		const texts = Array.from(cells, text);
		while (texts.at(-1) === '') texts.pop();
		rows.push({ row: index + 1, cells: texts.map(cleanCell), raw: JSON.stringify(texts) });
	});
	return rows;
}

function textOf(cell: CellObject | undefined, isDate: (format: string) => boolean, epochDays: number): string {
	if (!cell || cell.v === undefined || cell.t === 'z') return '';
	if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE';
	if (cell.t === 'e') return '#ERROR';
	if (typeof cell.v !== 'number') return String(cell.v);
	return typeof cell.z === 'string' && isDate(cell.z) ? textOfSerial(cell.v + epochDays, cell.z) : textOfNumber(cell.v);
}

/**
 * A number as a spreadsheet shows it: 15 significant digits, so that 548.58000000000004 is 548.58. From 10^15 on the
 * digits beyond the 15th are lost for good; such a number stays in scientific form, which no reader takes for a whole
 * card number or amount.
 */
export function textOfNumber(value: number): string {
	if (Math.abs(value) >= 1e15) return value.toExponential(14).replace('e', 'E');
	return new BigNumber(value.toPrecision(15)).toFixed();
}

/** A date serial as `YYYY-MM-DD HH:MM:SS`, without the time of day where the format shows none. */
function textOfSerial(serial: number, format: string): string {
	const seconds = Math.round(serial * 86_400);
	// Day 60 is the 29 February 1900 that never was; no evidence is as old as that.
	const iso = new Date(Date.UTC(1899, 11, 30) + seconds * 1000).toISOString();
	if (serial < 1) return iso.slice(11, 19);
	return /[hHsS]/.test(format) || seconds % 86_400 !== 0
		? `${iso.slice(0, 10)} ${iso.slice(11, 19)}`
		: iso.slice(0, 10);
}
