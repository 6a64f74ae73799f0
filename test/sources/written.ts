import { utils, type WorkSheet, write } from '@e965/xlsx';
import type { EvidenceFile, Source } from '../../src/sources/contract.ts';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { HINTS } from './contract.ts';
import { type Gathered, gather } from './gathered.ts';

/** A text file with these lines. */
export function textFile(name: string, lines: readonly string[]): EvidenceFile {
	return memoryFile(name, Buffer.from(`${lines.join('\n')}\n`));
}

/** A workbook with these sheets. */
export function workbookFile(
	name: string,
	sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>,
): EvidenceFile {
	const book = utils.book_new();
	for (const [sheet, rows] of Object.entries(sheets)) {
		utils.book_append_sheet(book, utils.aoa_to_sheet(rows as unknown[][]) as WorkSheet, sheet);
	}
	return memoryFile(name, write(book, { type: 'buffer', bookType: 'xlsx' }));
}

/** What the source reads in a table of a header and rows, all of it at once. */
export function readLines(source: Source, header: string, rows: readonly string[], hints = HINTS): Promise<Gathered> {
	return gather(source.read(textFile('table.csv', [header, ...rows]), hints));
}

/** Reason and column of each reject. */
export function faults({ rejected }: Pick<Gathered, 'rejected'>): string[] {
	return rejected.map(({ reason, column }) => `${reason} ${column}`);
}
