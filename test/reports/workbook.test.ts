import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type CellObject, read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import test from 'ava';
import type { Findings } from '../../src/findings/schema.ts';
import type { PackageInput } from '../../src/reports/package/part.ts';
import { PACKAGE_SCHEDULES } from '../../src/reports/package/schedules.ts';
import { bookEntries } from '../../src/reports/workbook/book.ts';
import { type ZipEntry, zipped } from '../../src/reports/workbook/zip.ts';
import { bookCase } from './book-case.ts';

const HOSTILE = [
	`<img src=x onerror=alert(1)>`,
	"=cmd|' /C calc'!A0",
	'@SUM(A1)',
	'张\u202e三',
	'_x202E_三',
	'😀'.repeat(20),
	`长${'名'.repeat(10_000)}`,
	'6222021234567890123',
	"'0012",
];

async function written(input: PackageInput, rowsMax?: number): Promise<Buffer> {
	const pieces: Uint8Array[] = [];
	for await (const piece of zipped(bookEntries(input, PACKAGE_SCHEDULES, rowsMax))) pieces.push(piece);
	return Buffer.concat(pieces);
}

async function opened(input: PackageInput, rowsMax?: number): Promise<WorkBook> {
	return read(await written(input, rowsMax), { cellFormula: true });
}

function sheetOf(book: WorkBook, name: string): WorkSheet {
	return book.Sheets[book.SheetNames.find((each) => each.startsWith(`${name} `)) ?? name] as WorkSheet;
}

function cellsOf(book: WorkBook): CellObject[] {
	return Object.values(book.Sheets).flatMap((sheet) =>
		Object.entries(sheet).flatMap(([key, cell]) => (key.startsWith('!') ? [] : [cell as CellObject])),
	);
}

test('every schedule has its sheet after the contents, and each row that its CSV has', async (t) => {
	const input = bookCase();
	const book = await opened(input);
	t.is(book.SheetNames.length, PACKAGE_SCHEDULES.length + 1);
	t.is(book.SheetNames[0], '目录');
	for (const [index, schedule] of PACKAGE_SCHEDULES.entries()) {
		const { columns, rows } = schedule.table(input);
		const sheet = book.Sheets[book.SheetNames[index + 1] as string] as WorkSheet;
		const { s, e } = utils.decode_range(sheet['!autofilter']?.ref ?? '');
		const count = [...rows()].length;
		t.is(e.r - s.r, Math.max(1, count), schedule.id);
		for (const [column, { head }] of columns.entries())
			t.is((sheet[utils.encode_cell({ r: s.r, c: column })] as CellObject).v, head, schedule.id);
	}
});

test('amounts are numbers with their decimals, order numbers and accounts text, times days', async (t) => {
	const book = await opened(bookCase());
	const sheet = sheetOf(book, '附表3');
	const [row] = utils
		.sheet_to_json<CellObject[]>(sheet, { header: 1, raw: true })
		.filter((each) => Number(each[0]) === 1) as unknown as [unknown[]];
	t.is(typeof row[6], 'number');
	t.is(typeof row[5], 'string');
	const numbers = cellsOf(book).filter((cell) => cell.t === 'n');
	t.true(numbers.length > 100);
	t.true(cellsOf(book).every((cell) => cell.t === 's' || cell.t === 'n'));
});

test('only our own formulas: text of evidence stays text, and steers nobody’s eye', async (t) => {
	for (const name of HOSTILE) {
		const base = bookCase();
		const people = base.findings.people.map((person) => ({ ...person, name, nicknames: [name], group: name }));
		const findings: Findings = { ...base.findings, people, case: { ...base.findings.case, name } };
		const book = await opened({ ...base, findings });
		for (const cell of cellsOf(book)) {
			if (cell.f !== undefined) t.regex(cell.f, /^(?:ROUND\((?:SUM|SUBTOTAL|SUMPRODUCT|D\d)|'|COUNT\()/);
			t.false(/[\u202e\u200b]/u.test(String(cell.v)), name);
			t.true(String(cell.v).length <= 32_767);
		}
		const shown = String((sheetOf(book, '附表1').B4 as CellObject).v);
		if (!/[\u202e]/u.test(name) && name.length < 200) t.is(shown, name);
	}
});

test('the foot of a sheet is one that spreadsheets take, whatever the case is called', (t) => {
	for (const name of [...HOSTILE, '6·15专案', '&8&A'.repeat(100), '😀'.repeat(300)]) {
		const base = bookCase();
		const findings: Findings = { ...base.findings, case: { ...base.findings.case, name } };
		for (const { path, text } of bookEntries({ ...base, findings }, PACKAGE_SCHEDULES)) {
			const xml = [...text()].join('');
			if (!path.startsWith('xl/worksheets/')) continue;
			const foot = (/<oddFooter>(.*)<\/oddFooter>/.exec(xml)?.[1] ?? '').replaceAll('&amp;', '&');
			t.true(foot.length > 10 && foot.length <= 255, path);
			// Digits after the size of letters would be read as part of it.
			t.regex(foot, /^&L&8 /);
			t.notRegex(foot, /[\ud800-\udbff](?![\udc00-\udfff])/);
		}
	}
});

test('the figures of a person are sums of the rows under them', async (t) => {
	const input = bookCase();
	const book = await opened(input);
	const sheet = sheetOf(book, '附表4');
	const formulas = Object.values(sheet).filter((cell: CellObject) => cell.f?.includes('附表4之二'));
	t.true(formulas.length > 0);
	for (const cell of formulas as CellObject[]) t.is(cell.v, evaluated(book, cell.f as string));
});

/** SUM of ranges, rounded: enough for the formulas of figures. */
function evaluated(book: WorkBook, formula: string): number {
	let cents = 0n;
	for (const [, name = '', range = ''] of formula.matchAll(/'([^']+)'!([A-Z]+\d+:[A-Z]+\d+)/g)) {
		const { s, e } = utils.decode_range(range);
		for (let r = s.r; r <= e.r; r++) {
			const cell = book.Sheets[name]?.[utils.encode_cell({ r, c: s.c })] as CellObject | undefined;
			cents += BigInt(Math.round(Number(cell?.v ?? 0) * 100));
		}
	}
	return Number(cents) / 100;
}

test('a table longer than a sheet goes on on the next, and its totals count both', async (t) => {
	const input = bookCase();
	const [whole, split] = [await opened(input), await opened(input, 2)];
	const total = (book: WorkBook) => sheetOf(book, '附表3').G3 as CellObject;
	t.is(total(split).v, total(whole).v);
	t.true((total(split).f ?? '').includes('(2)'));
	t.true(split.SheetNames.length > whole.SheetNames.length);
	t.true(split.SheetNames.every((name) => name.length <= 31));
});

test('the same input gives the same bytes', async (t) => {
	const input = bookCase();
	t.deepEqual(await written(input), await written(input));
});

test('LibreOffice opens it, and reckons every formula as we do', async (t) => {
	const input = bookCase();
	const folder = mkdtempSync(join(tmpdir(), 'liuxiang-book-'));
	try {
		// Without our results nothing but its own reckoning can be read back.
		const without = function* (): Generator<ZipEntry> {
			for (const { path, text } of bookEntries(input, PACKAGE_SCHEDULES))
				yield { path, text: () => [[...text()].join('').replaceAll(/<\/f><v>[^<]*<\/v>/g, '</f>')] };
		};
		const pieces: Uint8Array[] = [];
		for await (const piece of zipped(without())) pieces.push(piece);
		writeFileSync(join(folder, 'book.xlsx'), Buffer.concat(pieces));
		const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
		const to = ['--headless', '--convert-to', 'xlsx', '--outdir', join(folder, 'out'), join(folder, 'book.xlsx')];
		await promisify(execFile)('soffice', [profile, ...to], { timeout: 180_000, killSignal: 'SIGKILL' });
		const reckoned = read(readFileSync(join(folder, 'out', 'book.xlsx')), { cellFormula: true });
		const ours = await opened(input);
		t.deepEqual(reckoned.SheetNames, ours.SheetNames);
		let formulas = 0;
		for (const name of ours.SheetNames) {
			for (const [place, cell] of Object.entries(ours.Sheets[name] as WorkSheet) as [string, CellObject][]) {
				if (place.startsWith('!') || cell.f === undefined) continue;
				formulas += 1;
				t.is((reckoned.Sheets[name]?.[place] as CellObject | undefined)?.v, cell.v, `${name}!${place} ${cell.f}`);
			}
		}
		t.true(formulas > 30);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
