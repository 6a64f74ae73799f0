import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { LAYOUTS, type Layout, writeLayout } from './source-files.ts';
import { writeTenpayFile } from './tenpay-file.ts';

const FILES = 200;
/** Every fortieth file is a workbook: exports of that form are fewer and smaller. */
const WORKBOOK_EVERY = 40;
const WORKBOOK_ROWS = 5000;
/** Bytes of a row of the layouts, roughly. */
const ROW_BYTES = 260;

/**
 * A folder of 200 files of mixed layouts: Tenpay returns, WeChat bills, bank flows, token transfers, a few workbooks, of
 * `bytes` together, each from a twentieth to twice the average.
 *
 * @returns bytes written
 */
export async function writeInspectFolder(folder: string, bytes: number): Promise<number> {
	let written = 0;
	for (let n = 0; n < FILES; n++) {
		const place = join(folder, `part-${n % 10}`);
		await mkdir(place, { recursive: true });
		const rows = Math.ceil((((n * 37) % FILES) + 10) * (bytes / FILES / FILES / ROW_BYTES) * 1.9);
		const layout = LAYOUTS[n % (LAYOUTS.length + 1)];
		if (n % WORKBOOK_EVERY === WORKBOOK_EVERY - 1) {
			written += await writeWorkbook(join(place, `${n}.xlsx`), LAYOUTS[1] as Layout, WORKBOOK_ROWS);
		} else if (layout) written += await writeLayout(join(place, `${n}-${layout.name}`), layout, rows);
		else written += await writeTenpayFile(join(place, `${n}-TenpayTrades.txt`), rows, n + 1);
	}
	return written;
}

async function writeWorkbook(path: string, { head, row }: Layout, rows: number): Promise<number> {
	const lines = [head, ...Array.from({ length: rows }, (_, i) => row(i))];
	const sheet = utils.aoa_to_sheet(lines.map((line) => line.trimEnd().split(',')));
	const book = utils.book_new();
	utils.book_append_sheet(book, sheet, '流水');
	const bytes = write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
	await writeFile(path, bytes);
	return bytes.length;
}
