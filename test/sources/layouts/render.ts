/** Movements that a seed draws, printed in a layout and read back: equal to the smallest unit and the second. */
import { deepEqual } from 'node:assert/strict';
import * as fc from 'fast-check';
import type { LedgerRecord } from '../../../src/ledger/record.ts';
import type { EvidenceFile } from '../../../src/sources/contract.ts';
import { memoryFile } from '../../../src/sources/evidence-file.ts';
import { identify } from '../../../src/sources/identify.ts';
import { sourcesFor } from '../../../src/sources/list.ts';
import { sampleOf } from '../../../src/sources/sample.ts';
import { HINTS } from '../contract.ts';
import { gather } from '../gathered.ts';
import { gb18030 } from '../gb18030.ts';
import { workbookFile } from '../written.ts';
import type { Encoding, Expected, Layout, Movement } from './layout.ts';

const LETTERS = ['周某', '样甲', '李', '𠮷', '🌊', '👨‍👩‍👧', 'Ann', '__proto__'];
const NASTY = [
	...LETTERS,
	',',
	', ',
	'"',
	'""',
	'\t',
	' ',
	"'",
	'(',
	')',
	'（',
	'）',
	'·',
	'=',
	'+',
	'-',
	';',
	'<',
	'&',
	'\\',
	'%',
	'1E+5',
];

/** Begins and ends with a letter: what stands around a cell is no part of it. */
const name = fc
	.tuple(
		fc.constantFrom(...LETTERS),
		fc.array(fc.constantFrom(...NASTY), { maxLength: 4 }),
		fc.constantFrom(...LETTERS),
	)
	.map(([first, middle, last]) => `${first}${middle.join('')}${last}`);

const [FROM, TO] = [Date.UTC(2019, 0, 1) / 1000, Date.UTC(2024, 11, 31) / 1000];

const drawn = fc.record({
	second: fc.integer({ min: FROM, max: TO }),
	out: fc.boolean(),
	units: fc.oneof(fc.bigInt({ min: 1n, max: 999n }), fc.bigInt({ min: 1n, max: 99_999_999_999n })),
	name,
	peer: fc.nat({ max: 3 }),
	style: fc.nat({ max: 2 }),
});

/** Up to 20 movements, oldest first or newest first as exports are. */
const movements = fc
	.record({
		list: fc.array(drawn, { minLength: 1, maxLength: 20 }),
		newestFirst: fc.boolean(),
		salt: fc.nat({ max: 999_999 }),
	})
	.map(({ list, newestFirst, salt }): Movement[] => {
		const sorted = list.toSorted((a, b) => a.second - b.second);
		const told = newestFirst ? sorted.reverse() : sorted;
		return told.map(({ second, ...rest }, index) => {
			const order = `1000${String(salt).padStart(6, '0')}${String(index).padStart(18, '0')}`;
			return { ...rest, instant: second * 1000, order };
		});
	});

const ENCODINGS: readonly Encoding[] = ['utf-8', 'utf-8 with mark', 'utf-16', 'gb18030'];

/** That whatever the layout prints is claimed by its source, read without a reject, and says what was printed. */
export function readsBack(layout: Layout): fc.IAsyncProperty<[Movement[], Encoding, string]> {
	const encoding = fc.constantFrom(...(layout.encodings ?? ENCODINGS));
	return fc.asyncProperty(movements, encoding, fc.constantFrom('\n', '\r\n'), async (list, chosen, end) => {
		const file = fileOf(layout, list, chosen, end);
		const hints = layout.hints ?? HINTS;
		const source = identify(file.path, await sampleOf(file), hints, sourcesFor(hints))?.source;
		if (source?.id !== layout.source) throw new Error(`${source?.id ?? 'nobody'} claims the file`);
		const { records, rejected } = await gather(source.read(file, hints));
		deepEqual(rejected, []);
		const expected = list.flatMap((movement) => layout.expected(movement));
		deepEqual(
			records.map((record, index) => said(record, expected[index])),
			expected,
		);
	});
}

/** The movements as a file of the layout. */
export function fileOf(
	layout: Layout,
	list: readonly Movement[],
	encoding: Encoding = layout.encodings?.[0] ?? 'utf-8',
	end = '\n',
): EvidenceFile {
	if (layout.sheet) return workbookFile('rendered.xlsx', { Sheet1: layout.sheet(list) });
	if (layout.bytes) return memoryFile('rendered.pdf', layout.bytes(list));
	const text = (layout.lines?.(list) ?? []).map((line) => `${line}${end}`).join('');
	return memoryFile('rendered.txt', encoded(text, encoding));
}

function encoded(text: string, encoding: Encoding): Buffer {
	if (encoding === 'gb18030') return gb18030(text);
	if (encoding === 'utf-16') return Buffer.from(`\ufeff${text}`, 'utf16le');
	return Buffer.from(encoding === 'utf-8' ? text : `\ufeff${text}`);
}

/** Of a record those properties that are expected of it. */
function said(record: LedgerRecord, expected: Expected | undefined): Expected {
	const { amount, moment, own, from, to, asset, keys, refunded } = record;
	const other = own === 'to' ? from : to;
	const all: Record<keyof Expected, unknown> = {
		amount,
		instant: moment.instant,
		own,
		from: from.account,
		to: to.account,
		asset,
		order: keys.order,
		refunded,
		name: other.name,
	};
	const wanted = Object.entries(all).filter(([key]) => expected === undefined || key in expected);
	return Object.fromEntries(wanted) as unknown as Expected;
}

/** Cases where the layout is text; writing and unpacking a workbook or a PDF costs much more. */
export function casesOf(layout: Layout, cases: number): number {
	return layout.lines ? cases : Math.ceil(cases / 10);
}

export function titleOf({ source, variant }: Layout): string {
	return variant === undefined ? source : `${source} (${variant})`;
}
