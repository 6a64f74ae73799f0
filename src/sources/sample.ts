import type { EvidenceFile, Sample } from './contract.ts';
import { formOf } from './form.ts';
import { HEADER_ROWS } from './header.ts';
import { readTable, type TableRow } from './tables.ts';
import { lineBlocks, shapeOf } from './text.ts';
import { loadWorkbook } from './workbook.ts';

const TEXT_CHARACTERS = 1 << 16;

/**
 * The start of a file, parsed far enough to recognise it. `rows[i]` is row `i + 1` of its sheet, blank ones included.
 *
 * @throws Problem for a workbook that is damaged or a bomb
 */
export async function sampleOf(file: EvidenceFile): Promise<Sample> {
	const form = await formOf(file);
	if (form === 'binary') return { form, text: '', sheets: [] };
	if (form === 'workbook') {
		const sheets = (await loadWorkbook(file)).map(({ name, rows }) => ({ name, rows: firstRows(rows) }));
		return { form, text: '', sheets };
	}
	const text = await startOf(file);
	const delimiter = sniffDelimiter(text);
	const rows: TableRow[] = [];
	for await (const stretch of readTable(file, { delimiter })) {
		rows.push(...stretch.slice(0, HEADER_ROWS));
		if (rows.length >= HEADER_ROWS) break;
	}
	const { encoding } = await shapeOf(file);
	return { form, encoding, delimiter, text, sheets: [{ name: '', rows: firstRows(rows) }] };
}

/**
 * TAB or comma, by which of them the first 40 lines have more. A TAB right before a comma or at the end of a line with
 * commas is padding (WeChat, Alipay), not a delimiter.
 */
export function sniffDelimiter(text: string): ',' | '\t' {
	let tabs = 0;
	let commas = 0;
	for (const line of text.split('\n', HEADER_ROWS)) {
		const bare = line.includes(',') ? line.replaceAll(/\t+(?=,|\r?$)/g, '') : line;
		for (const character of bare) {
			if (character === '\t') tabs += 1;
			else if (character === ',') commas += 1;
		}
	}
	return tabs > commas ? '\t' : ',';
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
