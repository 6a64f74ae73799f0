import type { EvidenceFile, Sample } from './contract.ts';
import { rowsOfCsv } from './csv.ts';
import { formOf } from './form.ts';
import { HEADER_ROWS } from './header.ts';
import { pdfPages } from './pdf-document.ts';
import { textOfPage } from './pdf-lines.ts';
import type { TableRow } from './rows.ts';
import { lineBlocks, shapeOf, startOfText } from './text.ts';
import { rowsOfTsv } from './tsv.ts';
import { loadWorkbook } from './workbook.ts';

const TEXT_CHARACTERS = 1 << 16;
/** Bytes that hold so many characters in any encoding, and forty rows of any table. */
const START_BYTES = 1 << 18;

const samples = new WeakMap<EvidenceFile, Promise<Sample>>();

/**
 * The start of a file, parsed far enough to recognise it. `rows[i]` is row `i + 1` of its sheet, blank ones included. It
 * is kept for as long as the file object lives: a file is recognised, then read by a source that looks at it as well.
 *
 * @throws Problem for a workbook or PDF that is damaged or a bomb
 */
export function sampleOf(file: EvidenceFile): Promise<Sample> {
	const known = samples.get(file);
	if (known) return known;
	const sample = takeSample(file);
	samples.set(file, sample);
	return sample;
}

async function takeSample(file: EvidenceFile): Promise<Sample> {
	const form = await formOf(file);
	if (form === 'binary') return { form, text: '', sheets: [] };
	if (form === 'pdf') return { form, text: await textOfPdf(file), sheets: [] };
	if (form === 'workbook') {
		const sheets = [];
		for (const { name, rows } of await loadWorkbook(file)) {
			sheets.push({ name, rows: firstRows(await firstOf(rows())) });
		}
		return { form, text: '', sheets };
	}
	const start = startOfText(file, START_BYTES);
	const text = await startOf(start);
	const delimiter = sniffDelimiter(text);
	const rows = await firstOf(delimiter === ',' ? rowsOfCsv(start, HEADER_ROWS) : rowsOfTsv(start));
	const { encoding } = await shapeOf(file);
	return { form, encoding, delimiter, text, sheets: [{ name: '', rows: firstRows(rows) }] };
}

/** A cover may stand before the page that tells what the document is. */
const PDF_PAGES = 2;

async function textOfPdf(file: EvidenceFile): Promise<string> {
	let text = '';
	for await (const page of pdfPages(file, PDF_PAGES)) text += textOfPage(page);
	return text.slice(0, TEXT_CHARACTERS);
}

/**
 * TAB or comma, by which of them the first 40 lines have more. A TAB right before a comma or at the end of a line with
 * commas is padding (WeChat, Alipay), not a delimiter.
 */
export function sniffDelimiter(text: string): ',' | '\t' {
	let tabs = 0;
	let commas = 0;
	for (const line of text.split('\n', HEADER_ROWS)) {
		const bare = line.includes(',') ? line.replaceAll(/(?<!\t)\t+(?=,|\r?$)/g, '') : line;
		for (const character of bare) {
			if (character === '\t') tabs += 1;
			else if (character === ',') commas += 1;
		}
	}
	return tabs > commas ? '\t' : ',';
}

async function firstOf(stretches: AsyncIterable<readonly TableRow[]>): Promise<readonly TableRow[]> {
	const first: TableRow[] = [];
	for await (const rows of stretches) {
		first.push(...rows.slice(0, HEADER_ROWS));
		if (first.length >= HEADER_ROWS) break;
	}
	return first;
}

async function startOf(file: EvidenceFile): Promise<string> {
	let text = '';
	for await (const block of lineBlocks(file)) {
		for (const line of block.lines) {
			text += `${line}\n`;
			if (text.length >= TEXT_CHARACTERS) return text.slice(0, TEXT_CHARACTERS);
		}
	}
	return text;
}

function firstRows(rows: readonly TableRow[]): (readonly string[])[] {
	const first: string[][] = [];
	for (const row of rows) {
		if (row.row > HEADER_ROWS) break;
		while (first.length < row.row - 1) first.push([]);
		first.push([...row.cells]);
	}
	return first;
}
