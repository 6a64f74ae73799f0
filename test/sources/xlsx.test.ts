import test from 'ava';
import { Problem } from '../../src/ledger/problem.ts';
import type { EvidenceFile } from '../../src/sources/contract.ts';
import { sampleOf } from '../../src/sources/sample.ts';
import { lastRowOf, readTable, type TableRow } from '../../src/sources/tables.ts';
import { sheetRows } from '../../src/sources/xlsx-rows.ts';
import { SharedStrings } from '../../src/sources/xlsx-strings.ts';
import { type Parts, xlsx } from './xlsx-builder.ts';

async function rowsOf(file: EvidenceFile, sheet?: string): Promise<TableRow[]> {
	const all: TableRow[] = [];
	for await (const rows of readTable(file, sheet === undefined ? {} : { sheet })) all.push(...rows);
	return all;
}

async function cellsOf(rows: string, parts: Omit<Parts, 'sheets'> = {}): Promise<(readonly string[])[]> {
	return (await rowsOf(xlsx({ sheets: { a: rows }, ...parts }))).map(({ cells }) => cells);
}

test('a formula is the value that was last worked out, an error is one, a truth is one', async (t) => {
	const rows = `<row><c t="str"><f>A2&amp;"x"</f><v>甲&lt;乙</v></c><c><f>1+1</f><v>2.5</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c><f>"never worked out"</f></c></row>`;
	t.deepEqual(await cellsOf(rows), [['甲<乙', '2.5', '#ERROR', 'TRUE', 'FALSE']]);
});

test('of merged cells the first has the value, the others are blank', async (t) => {
	const rows =
		'<row r="1"><c r="A1" t="inlineStr"><is><t>合并</t></is></c><c r="B1" s="0"/><c r="D1"><v>1</v></c></row>';
	t.deepEqual(await cellsOf(rows), [['合并', '', '', '1']]);
});

test('numbers: digits kept as text stay whole, those kept as numbers beyond 15 digits are recognisably damaged', async (t) => {
	const rows =
		'<row><c t="s"><v>0</v></c><c><v>6.2220200000000001E+18</v></c><c><v>548.58000000000004</v></c><c><v>1E-3</v></c><c><v>-0</v></c></row>';
	t.deepEqual(await cellsOf(rows, { strings: '<si><t>6222020000000000011</t></si>' }), [
		['6222020000000000011', '6.22202000000000E+18', '548.58', '0.001', '0'],
	]);
});

test('a serial is a day or a time where its format shows one, by any of the ways to write a format', async (t) => {
	const formats = [
		14,
		22,
		31,
		20,
		'[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;',
		'[Red]0.00&quot;days&quot;',
		'[h]:mm',
		'General',
		'\\d0',
	];
	const cells = formats.map((_, i) => `<c s="${i + 1}"><v>44986.375</v></c>`).join('');
	const whole = '2023-03-01 09:00:00';
	const expected = [whole, whole, whole, whole, whole, '44986.375', whole, '44986.375', '44986.375'];
	t.deepEqual(await cellsOf(`<row>${cells}</row>`, { formats }), [expected]);
	const shifted = `<row><c s="1"><v>${44986 - 1462}</v></c><c t="d"><v>2023-03-01T09:00:00.000Z</v></c></row>`;
	t.deepEqual(await cellsOf(shifted, { formats, date1904: true }), [['2023-03-01', '2023-03-01 09:00:00']]);
	t.deepEqual(await cellsOf('<row><c s="1"><v>1E+300</v></c><c s="1"><v>-5</v></c></row>', { formats }), [
		['1.00000000000000E+300', '-5'],
	]);
});

test('shared texts: in runs, with readings above them that are no part of them, with characters XML cannot hold', async (t) => {
	const strings =
		'<si><r><t>红</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 包</t></r><rPh sb="0" eb="1"><t>hong</t></rPh></si><si><t>a_x000D_&#10;b</t></si><si/><si><t><![CDATA[<x>]]></t></si>';
	const rows =
		'<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c><c t="s"><v>99</v></c><c><v>1</v></c></row>';
	t.deepEqual(await cellsOf(rows, { strings }), [['红 包', 'a\nb', '', '<x>', '', '1']]);
});

test('rows keep their numbers; one without a number follows the last, and none is numbered twice', async (t) => {
	const cell = '<c><v>1</v></c>';
	const rows = `<row r="3">${cell}</row><row>${cell}</row><row r="4">${cell}</row><row r="9"><c s="1"/></row><row r="7">${cell}</row><row r="99999999">${cell}</row>`;
	const file = xlsx({ sheets: { a: rows } });
	t.deepEqual(
		(await rowsOf(file)).map(({ row }) => row),
		[3, 4, 5, 10, 11],
	);
	t.is(await lastRowOf(file, {}), 11);
});

test('hidden sheets are read as well, and a prefix on every element makes no difference', async (t) => {
	const sheets = {
		明细: '<x:row><x:c t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row>',
		底稿: '<x:row r="2"><x:c><x:v>2</x:v></x:c></x:row>',
	};
	const file = xlsx({ sheets, states: { 底稿: 'state="veryHidden"' }, prefix: 'x:' });
	t.deepEqual((await sampleOf(file)).sheets, [
		{ name: '明细', rows: [['甲']] },
		{ name: '底稿', rows: [[], ['2']] },
	]);
	t.deepEqual((await rowsOf(file, '底稿')).length, 1);
	t.deepEqual(await rowsOf(file, '没有'), []);
});

test('it makes no difference in what pieces a sheet comes', async (t) => {
	const xml = Buffer.from(
		'<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>甲&amp;乙&#x4e19;</v></c><c r="C1"><v>12.50</v></c></row></sheetData></worksheet>',
	);
	for (const size of [1, 2, 7, 1000]) {
		async function* pieces() {
			for (let at = 0; at < xml.length; at += size) yield xml.subarray(at, at + size);
		}
		const rows = [];
		const context = { strings: new SharedStrings(), formats: [], epochDays: 0 };
		for await (const stretch of sheetRows(pieces(), context)) rows.push(...stretch);
		t.deepEqual(rows, [{ row: 1, cells: ['甲&乙丙', '', '12.5'], raw: '["甲&乙丙","","12.5"]' }]);
	}
});

test('three thousand rows of texts as long as a cell may be are read', async (t) => {
	const strings = new SharedStrings();
	strings.add('长'.repeat(32_767));
	async function* pieces() {
		yield Buffer.from('<worksheet><sheetData>');
		for (let i = 0; i < 30; i++) yield Buffer.from('<row><c t="s"><v>0</v></c></row>'.repeat(100));
		yield Buffer.from('</sheetData></worksheet>');
	}
	let seen = 0;
	for await (const stretch of sheetRows(pieces(), { strings, formats: [], epochDays: 0 })) seen += stretch.length;
	t.is(seen, 3000);
});

test('a long sheet is streamed: the same rows each time, and the last one known', async (t) => {
	const count = 120_000;
	const rows = Array.from(
		{ length: count },
		(_, i) =>
			`<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>0</v></c><c r="B${i + 1}"><v>${i}.25</v></c>${' '.repeat(120)}</row>`,
	);
	const file = xlsx({ sheets: { a: rows.join('') }, strings: '<si><t>转账</t></si>' });
	t.is((await sampleOf(file)).sheets[0]?.rows.length, 40);
	t.is(await lastRowOf(file, {}), count);
	for (let time = 0; time < 2; time++) {
		let seen = 0;
		for await (const stretch of readTable(file, {})) {
			t.true(stretch.length <= 4096);
			for (const { row, cells } of stretch) {
				if (row !== seen + 1 || cells[0] !== '转账' || cells[1] !== `${seen}.25`) t.fail(`row ${row}`);
				seen += 1;
			}
		}
		t.is(seen, count);
	}
});

test('a workbook that no spreadsheet wrote is a problem, not a crash', async (t) => {
	const bad: Record<string, string> = {
		'too far to the right': '<row><c r="ZZZZZ1"><v>1</v></c></row>',
		'endless cell': `<row><c t="str"><v>${'x'.repeat(1_100_000)}</v></c></row>`,
		'elements in elements': '<a>'.repeat(300_000),
		'an attribute without end': `<row r="${Array.from({ length: 1_500_000 }, (_, i) => i).join(' ')}`,
		'wide rows of nothing': '<row><c r="XFD1"><v>1</v></c></row>'.repeat(1000),
	};
	for (const [what, rows] of Object.entries(bad)) {
		const error = await t.throwsAsync(rowsOf(xlsx({ sheets: { a: rows } })), { instanceOf: Problem }, what);
		t.is(error?.code, 'evidence.workbook-damaged', what);
	}
});
