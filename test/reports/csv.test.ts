import { read } from '@e965/xlsx';
import test from 'ava';
import fc from 'fast-check';
import { type Cell, decimal, money, text, time, whole, yuan } from '../../src/reports/cell.ts';
import { BYTE_ORDER_MARK, line } from '../../src/reports/csv.ts';

const shown = (cell: Cell): string => line([cell]).slice(0, -2);

/** What a spreadsheet makes of one cell: its type, value and formula. */
function opened(cell: Cell): { t: string; v: unknown; f?: string } {
	const book = read(`${BYTE_ORDER_MARK}${line([text('head')])}${line([cell])}`, { type: 'string', raw: false });
	return book.Sheets.Sheet1?.A2 as { t: string; v: unknown; f?: string };
}

const FORMULAS = [
	'=1+1',
	"=cmd|' /C calc'!A0",
	'+1+1',
	'-2+3',
	'@SUM(A1)',
	'\t=1+1',
	'\r=1+1',
	'\n=1+1',
	' =1+1',
	'\u3000=1+1',
	'＝1+1',
	'＋1+1',
	'－1',
	'＠x',
	'=HYPERLINK("http://x.example","y")',
	'\ufeff=1',
];

for (const attack of FORMULAS) {
	test(`a cell that begins like ${encodeURI(attack.slice(0, 12))} is never a formula`, (t) => {
		const cell = text(attack);
		const content = shown(cell).slice(1, -1).replaceAll('""', '"');
		t.regex(content, /^(?:'|‹)/u);
		const { t: type, f } = opened(cell);
		t.is(type, 's');
		t.is(f, undefined);
	});
}

const KEPT = [
	'007',
	'6222021234567890123',
	'1000039801202303011234567890',
	'1.50',
	'3-1',
	'2023-03',
	'1e5',
	'12E3',
	'1,000',
	'50%',
	'1月2日',
	'SEPT2',
	'1-Mar',
	'TRUE',
	"'quoted",
	'¥12.00',
];

for (const value of KEPT) {
	test(`${value} is kept as it stands, behind a mark`, (t) => {
		const cell = opened(text(value));
		t.is(cell.t, 's');
		t.is(cell.v, `'${value}`);
	});
}

for (const value of ['张三', 'wxid_abc', '备注, 带逗号', '他说"好"', '12345678901', '0', 'a=b', '大吉大利']) {
	test(`${value} needs no mark`, (t) => {
		t.is(String(opened(text(value)).v), value);
	});
}

test('line breaks and reading-order marks in a cell are shown, so that one row stays one line', (t) => {
	t.is(shown(text('a\r\nb\u202ec')), '"a‹U+000D›‹U+000A›b‹U+202E›c"');
});

test('our own numbers stay numbers, negative ones too', (t) => {
	t.is(shown(yuan(-1230n)), '-12.30');
	t.deepEqual(opened(yuan('-1230')), { t: 'n', v: -12.3, w: '-12.30' } as never);
	t.is(shown(money('1234567890', 6)), '1234.567890');
	t.is(shown(whole(7)), '7');
	t.is(shown(whole(undefined)), '');
	t.is(shown(decimal('7.1032')), '7.1032');
	t.is(shown(decimal('')), '""');
});

test('an amount with more digits than a spreadsheet holds goes out as text, exact', (t) => {
	t.is(shown(money(1234567890123456789n, 18)), '"\'1.234567890123456789"');
	t.is(opened(money(1234567890123456789n, 18)).v, "'1.234567890123456789");
});

test('times are printed in the zone of the case', (t) => {
	t.is(shown(time(Date.UTC(2023, 2, 1, 16), 480)), '2023-03-02 00:00:00');
	t.is(shown(time(undefined, 480)), '');
});

test('any text comes back from its cell by the one rule', (t) => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (value) => {
			const content = shown(text(value)).slice(1, -1).replaceAll('""', '"');
			const plain = content.startsWith("'") ? content.slice(1) : content;
			t.false(/[\r\n\t]/.test(content));
			t.false(/^[=+\-@\t\r＝＋－＠]/.test(content));
			if (/^[\p{L}\p{N}\p{P}\p{S}]*$/u.test(value)) t.is(plain, value);
		}),
		{ numRuns: 100 },
	);
});
