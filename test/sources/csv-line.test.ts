import test from 'ava';
import fc from 'fast-check';
import Papa from 'papaparse';
import { cleanCell } from '../../src/sources/cells.ts';
import { splitCsvLine } from '../../src/sources/csv-line.ts';

test('plain lines are cut by hand, all others are left to the whole grammar', (t) => {
	t.deepEqual(splitCsvLine('"0xab","1","",x,'), ['0xab', '1', '', 'x', '']);
	t.deepEqual(splitCsvLine('"100004"\t,"a b"\t,"/"\t'), ['100004', 'a b', '/']);
	t.deepEqual(splitCsvLine('" 甲`", "乙'), ['甲', '"乙']);
	t.deepEqual(splitCsvLine('" 甲`",a"b'), ['甲', 'a"b']);
	t.deepEqual(splitCsvLine(''), ['']);
	for (const line of ['"a""b"', '"a" ,b', '"a"b,c', '"a', '"']) t.is(splitCsvLine(line), undefined, line);
});

test('a line cut by hand says what the whole grammar says', (t) => {
	const line = fc.array(fc.constantFrom('"', '"', ',', ',', 'a', '甲', ' ', '\u3000', '`'), { maxLength: 14 });
	let cut = 0;
	fc.assert(
		fc.property(line, (pieces) => {
			const text = pieces.join('');
			const cells = splitCsvLine(text);
			if (cells === undefined || text === '') return;
			cut += 1;
			t.deepEqual(cells, Papa.parse<string[]>(text, { delimiter: ',' }).data.flat().map(cleanCell), text);
		}),
		{ numRuns: 3000, seed: 1 },
	);
	t.true(cut > 1000);
});
