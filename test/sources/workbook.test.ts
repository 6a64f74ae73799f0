import { utils, type WorkSheet, write } from '@e965/xlsx';
import test from 'ava';
import { Problem } from '../../src/ledger/problem.ts';
import type { EvidenceFile } from '../../src/sources/contract.ts';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { sampleOf } from '../../src/sources/sample.ts';
import { textOfNumber } from '../../src/sources/sheet-values.ts';
import { readTable, type TableRow } from '../../src/sources/tables.ts';
import { buildZip } from './zip-builder.ts';

function workbook(sheets: Readonly<Record<string, WorkSheet>>, bookType: 'xlsx' | 'xls' = 'xlsx', date1904 = false) {
	const book = utils.book_new();
	for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
	if (date1904) book.Workbook = { WBProps: { date1904: true } };
	return memoryFile('a.xlsx', write(book, { type: 'buffer', bookType }));
}

async function firstCells(sheet: WorkSheet, date1904 = false): Promise<readonly string[][]> {
	return (await rowsOf(workbook({ a: sheet }, 'xlsx', date1904))).map((row) => [...row.cells]);
}

async function rowsOf(file: EvidenceFile, sheet?: string): Promise<readonly TableRow[]> {
	const all: TableRow[] = [];
	for await (const rows of readTable(file, sheet === undefined ? {} : { sheet })) all.push(...rows);
	return all;
}

test('numbers are what a spreadsheet shows, never what a float holds', (t) => {
	const shown: [number, string][] = [
		[548.58000000000004, '548.58'],
		[0.1 + 0.2, '0.3'],
		[1200, '1200'],
		[-3.5, '-3.5'],
		[1e-7, '0.0000001'],
		[20230801120005, '20230801120005'],
		[123456789012345, '123456789012345'],
	];
	for (const [value, text] of shown) t.is(textOfNumber(value), text);
});

test('a number of more than 15 digits stays recognisably damaged', (t) => {
	t.is(textOfNumber(Number('6222020000000000011')), '6.22202000000000E+18');
	t.is(textOfNumber(1e15), '1.00000000000000E+15');
});

test('date serials become times, in either date system', async (t) => {
	const sheet = utils.aoa_to_sheet([[44986.375, 44986, 44986.99999, 0.5, 'x']]);
	for (const [cell, format] of Object.entries({
		A1: 'yyyy/m/d h:mm',
		B1: 'yyyy-mm-dd',
		C1: 'yyyy-mm-dd',
		D1: 'h:mm',
	})) {
		sheet[cell].z = format;
	}
	const expected = ['2023-03-01 09:00:00', '2023-03-01', '2023-03-01 23:59:59', '12:00:00', 'x'];
	t.deepEqual(await firstCells(sheet), [expected]);
	const shifted = utils.aoa_to_sheet([[44986.375 - 1462]]);
	shifted.A1.z = 'yyyy/m/d h:mm';
	t.deepEqual(await firstCells(shifted, true), [['2023-03-01 09:00:00']]);
});

test('rows keep the numbers of the sheet, texts their digits, and the raw row is a JSON list', async (t) => {
	const sheet = utils.aoa_to_sheet([['head'], [], ['0012345678901234567890', true, ' `x`\u00a0', '']]);
	const rows = (await rowsOf(workbook({ a: sheet }), 'a')).filter((row) => row.cells.length > 0);
	t.deepEqual(
		rows.map(({ row, cells }) => [row, cells]),
		[
			[1, ['head']],
			[3, ['0012345678901234567890', 'TRUE', 'x']],
		],
	);
	t.deepEqual(JSON.parse(rows[1]?.raw ?? ''), ['0012345678901234567890', 'TRUE', ' `x`\u00a0']);
});

test('an old XLS is read as well, by its content', async (t) => {
	const sample = await sampleOf(workbook({ 流水: utils.aoa_to_sheet([['甲', 12.5]]) }, 'xls'));
	t.deepEqual([sample.form, sample.sheets], ['workbook', [{ name: '流水', rows: [['甲', '12.5']] }]]);
});

test('a sheet or a cell called as a part of every object is a sheet or a cell', async (t) => {
	const file = workbook({ constructor: utils.aoa_to_sheet([['__proto__'], ['x']]) });
	t.deepEqual((await sampleOf(file)).sheets, [{ name: 'constructor', rows: [['__proto__'], ['x']] }]);
	t.is(({} as Record<string, unknown>).x, undefined);
});

test('a broken workbook is a problem that names the file', async (t) => {
	const whole = workbook({ a: utils.aoa_to_sheet([['x']]) });
	const bytes: Uint8Array[] = [];
	for await (const chunk of whole.bytes()) bytes.push(chunk);
	const cut = memoryFile('cut.xlsx', Buffer.concat(bytes).subarray(0, 2000));
	const error = await t.throwsAsync(sampleOf(cut), { instanceOf: Problem });
	t.deepEqual([error?.code, error?.facts], ['evidence.zip-damaged', { file: 'cut.xlsx' }]);
	const hollow = memoryFile('hollow.xlsx', buildZip([{ name: '[Content_Types].xml', content: Buffer.from('<x/>') }]));
	t.is((await t.throwsAsync(sampleOf(hollow), { instanceOf: Problem }))?.code, 'evidence.workbook-damaged');
});

test('a workbook can be a bomb as well', async (t) => {
	const zeros = Buffer.alloc(20 << 20, 0x20);
	const file = memoryFile('bomb.xlsx', buildZip([{ name: 'xl/worksheets/sheet1.xml', content: zeros }]));
	t.is((await t.throwsAsync(sampleOf(file), { instanceOf: Problem }))?.code, 'evidence.zip-bomb');
});
