/** Any table as a stream of rows, whether it stands in a text file or in a sheet of a workbook. */
import type { EvidenceFile } from './contract.ts';
import { rowsOfCsv } from './csv.ts';
import { formOf } from './form.ts';
import type { TableRow } from './rows.ts';
import { shapeOf } from './text.ts';
import { rowsOfTsv } from './tsv.ts';
import { loadWorkbook, sheetOf } from './workbook.ts';

export type { TableRow };

export interface TableOptions {
	/** Sheet of a workbook, default its first; text files have none. */
	readonly sheet?: string;
	/** Of text files, default `,`. Cells may be quoted between commas, never between TABs. */
	readonly delimiter?: ',' | '\t';
}

/**
 * Streams every row of the table, blank ones included, in arrays of some thousand. Text is never held as a whole.
 *
 * @throws Problem `evidence.workbook-damaged`, `evidence.workbook-too-large`, for workbooks only
 */
export async function* readTable(file: EvidenceFile, options: TableOptions): AsyncIterable<readonly TableRow[]> {
	if ((await formOf(file)) === 'workbook') {
		const sheet = sheetOf(await loadWorkbook(file), options.sheet);
		if (sheet) yield* sheet.rows();
		return;
	}
	yield* options.delimiter === '\t' ? rowsOfTsv(file) : rowsOfCsv(file);
}

/** The highest row number that `readTable` can give: lets a newest-first table be numbered oldest first in one pass. */
export async function lastRowOf(file: EvidenceFile, options: TableOptions): Promise<number> {
	if ((await formOf(file)) === 'workbook') {
		return (await sheetOf(await loadWorkbook(file), options.sheet)?.lastRow()) ?? 0;
	}
	return (await shapeOf(file)).lines;
}
