/** Small damage to a sample file, drawn from a seed: what a bad copy, a spreadsheet or a hostile hand does to it. */
import { type CellObject, read, type WorkBook, write } from '@e965/xlsx';
import * as fc from 'fast-check';
import { isZip } from '../../src/sources/form.ts';

/** Texts that stand where a number, a time, a name or an account should. */
const NASTY = [
	'',
	' ',
	'-5',
	'1.234',
	'1E+20',
	'1e5',
	'1O0',
	'9'.repeat(60),
	'0.001',
	'31/02/2023',
	'2023-02-30 25:61:00',
	'0000-00-00',
	'__proto__',
	'constructor',
	"=cmd|' /C calc'!A0",
	'=1+1',
	'"',
	'""',
	'\t',
	'\u0000',
	'\ufeff',
	'\u202e',
	'🌊',
	'\ud83c',
	'null',
	'x'.repeat(10_000),
];

const place = fc.nat({ max: 1_000_000 });
const byte = fc.integer({ min: 0, max: 255 });

/** One byte replaced, taken out, put in, or changed with the next one. */
export const byteChange = fc.oneof(
	fc.record({ kind: fc.constant('set' as const), at: place, byte }),
	fc.record({ kind: fc.constant('insert' as const), at: place, byte }),
	fc.record({ kind: fc.constant('delete' as const), at: place }),
	fc.record({ kind: fc.constant('swap' as const), at: place }),
);

/** One cell replaced by what does not belong there. */
export const cellChange = fc.record({
	kind: fc.constant('cell' as const),
	at: place,
	text: fc.constantFrom(...NASTY),
});

/** A stretch of the file lost or there twice, or the file cut off. */
export const blockChange = fc.oneof(
	fc.record({ kind: fc.constant('cut' as const), at: place, length: fc.integer({ min: 1, max: 300 }) }),
	fc.record({ kind: fc.constant('double' as const), at: place, length: fc.integer({ min: 1, max: 300 }) }),
	fc.record({ kind: fc.constant('end' as const), at: place }),
);

type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never;
export type Change = Drawn<typeof byteChange> | Drawn<typeof cellChange> | Drawn<typeof blockChange>;

/** The bytes with the change. A cell of a workbook is changed in the table, and the workbook written again. */
export function changed(bytes: Buffer, change: Change): Buffer {
	const at = bytes.length === 0 ? 0 : change.at % bytes.length;
	const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
	switch (change.kind) {
		case 'set':
			return Buffer.concat([before, Buffer.of(change.byte), after.subarray(1)]);
		case 'insert':
			return Buffer.concat([before, Buffer.of(change.byte), after]);
		case 'delete':
			return Buffer.concat([before, after.subarray(1)]);
		case 'swap':
			return Buffer.concat([before, after.subarray(1, 2), after.subarray(0, 1), after.subarray(2)]);
		case 'cell':
			return isZip(bytes) ? withSheetCell(bytes, change.at, change.text) : withTextCell(bytes, at, change.text);
		case 'cut':
			return Buffer.concat([before, after.subarray(change.length)]);
		case 'double':
			return Buffer.concat([before, after.subarray(0, change.length), after]);
		case 'end':
			return Buffer.from(before);
	}
}

/** The cell at a place, from delimiter to delimiter, replaced. */
function withTextCell(bytes: Buffer, at: number, text: string): Buffer {
	const delimiters = delimitersOf(bytes);
	const start = bytes.subarray(0, at).findLastIndex((value) => delimiters.includes(value)) + 1;
	const end = bytes.subarray(at).findIndex((value) => delimiters.includes(value));
	return Buffer.concat([
		bytes.subarray(0, start),
		Buffer.from(text),
		end < 0 ? Buffer.alloc(0) : bytes.subarray(at + end),
	]);
}

/** What ends a value: of JSON and XML what encloses it, of tables the comma or TAB. */
function delimitersOf(bytes: Buffer): Buffer {
	const first = bytes.find((value) => value > 0x20 && value < 0x80);
	if (first === 0x7b || first === 0x5b) return Buffer.from('"[]{}:,\n');
	return Buffer.from(first === 0x3c ? '<>"\n' : '\t,\r\n');
}

const books = new WeakMap<Buffer, WorkBook>();

function withSheetCell(bytes: Buffer, at: number, text: string): Buffer {
	const known = books.get(bytes) ?? openedBook(bytes);
	if (known === undefined) return bytes;
	books.set(bytes, known);
	const cells = known.SheetNames.flatMap((name) => {
		const sheet = known.Sheets[name] ?? {};
		return Object.keys(sheet)
			.filter((key) => !key.startsWith('!'))
			.map((key) => ({ sheet, key }));
	});
	if (cells.length === 0) return bytes;
	const { sheet, key } = cells[at % cells.length] as (typeof cells)[number];
	const cell: CellObject = sheet[key];
	sheet[key] = { t: 's', v: text };
	const written: Buffer = write(known, { type: 'buffer', bookType: 'xlsx' });
	sheet[key] = cell;
	return written;
}

/** A workbook that earlier changes broke has no cells to change. */
function openedBook(bytes: Buffer): WorkBook | undefined {
	try {
		return read(bytes, { type: 'buffer', cellStyles: false, cellNF: true });
	} catch {
		return undefined;
	}
}
