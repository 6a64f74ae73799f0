/** Workbooks (XLSX, XLS) as rows of text. A large XLSX is streamed; whatever else is opened is held in memory. */
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { Problem } from '../ledger/problem.ts';
import { cleanCell } from './cells.ts';
import type { EvidenceFile } from './contract.ts';
import { wholeOf } from './evidence-file.ts';
import { isZip } from './form.ts';
import { ROWS_PER_STRETCH, type TableRow } from './rows.ts';
import { textOfNumber, textOfSerial } from './sheet-values.ts';
import { openXlsx, type StreamedSheet } from './xlsx.ts';
import { damaged } from './xlsx-xml.ts';
import { checkZip, listZip, memorySource } from './zip.ts';

export interface Sheet {
	readonly name: string;
	/** Every row that has cells, from the first, in stretches. */
	rows(): AsyncIterable<readonly TableRow[]>;
	/** The highest row number, 0 where there is no row. */
	lastRow(): Promise<number>;
}

/** Packed bytes lie in memory whole. */
const XLSX_BYTES_MAX = 256 << 20;
/** An XLS or XLSB is parsed in one go, at some twenty times its size. */
const WHOLE_BYTES_MAX = 64 << 20;
/** Sheets of up to so many bytes of XML together are kept as rows: they are looked at several times. */
const KEPT_XML_BYTES = 24 << 20;

/** What makes the library take a ZIP for a sheet of another program, whose rows may be repeated a billion times by a number. */
const OTHER_KINDS = /^(?:META-INF\/manifest\.xml|objectdata\.xml|Index\/)/i;

/** The workbook read last: a file is looked at, then read, and parsing it twice would double its cost. */
let latest: { readonly file: EvidenceFile; readonly sheets: Promise<readonly Sheet[]> } | undefined;

/**
 * All sheets of a workbook. The ZIP guard watches: a workbook can be a bomb as well.
 *
 * @throws Problem `evidence.workbook-damaged`, `evidence.workbook-too-large`, `evidence.zip-…`
 */
export function loadWorkbook(file: EvidenceFile): Promise<readonly Sheet[]> {
	if (latest?.file !== file) latest = { file, sheets: openWorkbook(file) };
	return latest.sheets;
}

/** The named sheet, or the first one; undefined where there is none of the name. */
export function sheetOf(sheets: readonly Sheet[], name: string | undefined): Sheet | undefined {
	return name === undefined ? sheets[0] : sheets.find((candidate) => candidate.name === name);
}

async function openWorkbook(file: EvidenceFile): Promise<readonly Sheet[]> {
	refuseAbove(file, XLSX_BYTES_MAX);
	const bytes = await wholeOf(file.bytes());
	if (isZip(bytes)) {
		const members = await listZip(file.path, memorySource(bytes));
		const streamed = await openXlsx(file.path, members);
		if (streamed) return await keptOrStreamed(streamed);
		if (members.some(({ name }) => OTHER_KINDS.test(name))) throw damaged(file.path);
		refuseAbove(file, WHOLE_BYTES_MAX);
		await checkZip(file.path, bytes);
	}
	refuseAbove(file, WHOLE_BYTES_MAX);
	return await parseWhole(file, bytes);
}

function refuseAbove(file: EvidenceFile, most: number): void {
	if (file.size <= most) return;
	throw new Problem('evidence', 'evidence.workbook-too-large', { file: file.path, bytes: file.size });
}

async function keptOrStreamed(sheets: readonly StreamedSheet[]): Promise<readonly Sheet[]> {
	if (sheets.reduce((sum, { size }) => sum + size, 0) > KEPT_XML_BYTES) return sheets.map(streamedSheet);
	return await Promise.all(sheets.map(async ({ name, rows }) => keptSheet(name, await allOf(rows()))));
}

async function allOf(stretches: AsyncIterable<readonly TableRow[]>): Promise<readonly TableRow[]> {
	const all: TableRow[] = [];
	for await (const rows of stretches) for (const row of rows) all.push(row);
	return all;
}

function keptSheet(name: string, all: readonly TableRow[]): Sheet {
	async function* rows(): AsyncIterable<readonly TableRow[]> {
		for (let at = 0; at < all.length; at += ROWS_PER_STRETCH) yield all.slice(at, at + ROWS_PER_STRETCH);
	}
	return { name, rows, lastRow: async () => all.at(-1)?.row ?? 0 };
}

function streamedSheet({ name, rows }: StreamedSheet): Sheet {
	let last: Promise<number> | undefined;
	const find = async () => {
		let row = 0;
		for await (const stretch of rows()) row = stretch.at(-1)?.row ?? row;
		return row;
	};
	return {
		name,
		rows,
		lastRow() {
			last ??= find();
			return last;
		},
	};
}

async function parseWhole(file: EvidenceFile, bytes: Buffer): Promise<readonly Sheet[]> {
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
		const locked = cause instanceof Error && /password/i.test(cause.message);
		const code = locked ? 'evidence.workbook-password' : 'evidence.workbook-damaged';
		throw new Problem('evidence', code, { file: file.path }, cause);
	}
	const epochDays = book.Workbook?.WBProps?.date1904 ? 1462 : 0;
	const text = (cell: CellObject | undefined) => textOf(cell, (format) => SSF.is_date(format), epochDays);
	return book.SheetNames.map((name) =>
		keptSheet(name, Object.hasOwn(book.Sheets, name) ? rowsOf(book.Sheets[name] as WorkSheet, text) : []),
	);
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
