import test from 'ava';
import fc from 'fast-check';
import { parseTime } from '../../src/ledger/time.ts';
import { cleanCell, emptyIfNone, isDamaged, TimeReader, unprotect } from '../../src/sources/cells.ts';

test('a cell is cleaned of what exports leave around it', (t) => {
	const cleaned: [string, string][] = [
		['4200061\t', '4200061'],
		[' a b ', 'a b'],
		['\u00a0a\u3000', 'a'],
		['`¥10.00`', '¥10.00'],
		['\ufeff用户ID\ue5e5', '用户ID'],
		['wxid\u200b_a', 'wxid_a'],
		['👨\u200d👩\u200d👧', '👨\u200d👩\u200d👧'],
		['a`b', 'a`b'],
		['', ''],
	];
	for (const [cell, text] of cleaned) t.is(cleanCell(cell), text, JSON.stringify(cell));
});

test('the ways to write nothing are nothing, and a name that contains one is not', (t) => {
	for (const none of ['/', '-', '--', 'null', '<nil>', '']) t.is(emptyIfNone(none), '');
	for (const some of ['0', '收/支', 'nullable']) t.is(emptyIfNone(some), some);
	t.is(unprotect('="0012"'), '0012');
	t.is(unprotect('=0012'), '0012');
	t.is(unprotect('0012'), '0012');
});

test('a number that a spreadsheet rounded is no identifier', (t) => {
	t.true(['6.22E+18', '6.22202000000000E+18', '1E+27'].every(isDamaged));
	t.false(['6222020000000000011', 'E+5', 'wxid_1E+18', ''].some(isDamaged));
});

test('times are read as parseTime reads them, for every text', (t) => {
	const times = new TimeReader(480);
	const two = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'));
	const time = fc
		.tuple(
			fc.integer({ min: 1999, max: 2027 }),
			two(13),
			two(32),
			two(25),
			two(61),
			two(61),
			fc.constantFrom(' ', 'T', 'x'),
		)
		.map(([y, mo, d, h, mi, s, gap]) => `${y}-${mo}-${d}${gap}${h}:${mi}:${s}`);
	const other = fc.constantFrom(
		'',
		'2023-4-1 1:02',
		'20230401010203',
		'2023-03-01 1a:00:00',
		'2023-03-01 10:00: 0',
		'20x3-03-01 10:00:00',
	);
	fc.assert(
		fc.property(fc.oneof(time, other), (text) => {
			t.deepEqual(times.read(text), parseTime(text, 480), text);
		}),
		{ numRuns: 100, seed: 1 },
	);
});

test('a day that does not exist is no time', (t) => {
	const times = new TimeReader(480);
	t.is(times.read('2023-04-31 09:00:00'), undefined);
	t.is(times.read('2023-02-29 09:00:00'), undefined);
	t.is(times.read('2024-02-29 09:00:00')?.instant, Date.UTC(2024, 1, 29, 1));
});
