import { utils, type WorkSheet, write } from '@e965/xlsx';
import type { EvidenceFile } from '../../src/sources/contract.ts';
import { memoryFile } from '../../src/sources/evidence-file.ts';

/** A sheet of an old workbook: its rows, and what is done to it afterwards. */
interface OldSheet {
	readonly rows: readonly (readonly unknown[])[];
	readonly hidden?: boolean;
	/** Cells joined to one, as `A1:K1`. */
	readonly merged?: readonly string[];
	/** Number formats by cell. */
	readonly formats?: Readonly<Record<string, string>>;
}

function oldWorkbook(sheets: Readonly<Record<string, OldSheet>>): Buffer {
	const book = utils.book_new();
	for (const [name, { rows, merged = [], formats = {} }] of Object.entries(sheets)) {
		const sheet: WorkSheet = utils.aoa_to_sheet(rows as unknown[][]);
		sheet['!merges'] = merged.map((range) => utils.decode_range(range));
		for (const [cell, format] of Object.entries(formats)) sheet[cell].z = format;
		utils.book_append_sheet(book, sheet, name);
	}
	book.Workbook = { Sheets: Object.values(sheets).map(({ hidden = false }) => ({ Hidden: hidden ? 1 : 0 })) };
	return write(book, { type: 'buffer', bookType: 'biff8' });
}

/** A workbook in the format of Excel 97 (BIFF8), as `.xls` files have it. */
export function oldWorkbookFile(sheets: Readonly<Record<string, OldSheet>>): EvidenceFile {
	return memoryFile('a.xls', oldWorkbook(sheets));
}
