import test from 'ava';
import fc from 'fast-check';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { lineBlocks, shapeOf } from '../../src/sources/text.ts';
import { inPieces } from './files.ts';

interface Read {
	readonly lines: readonly string[];
	readonly faults: readonly (readonly [number, string])[];
	readonly open: boolean;
}

async function read(bytes: Uint8Array, piece = 1 << 20): Promise<Read> {
	const lines: string[] = [];
	const faults: [number, string][] = [];
	let open = false;
	for await (const block of lineBlocks(inPieces(memoryFile('a', bytes), piece))) {
		for (const [index, fault] of block.faults) faults.push([block.firstRow + index, fault]);
		lines.push(...block.lines);
		open = block.open;
	}
	return { lines, faults, open };
}

/** 姓名 and 金额 as GB18030 bytes. */
const GB = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x0a, 0xbd, 0xf0, 0xb6, 0xee, 0x0a]);

test('the byte order mark decides, then UTF-8, then GB18030', async (t) => {
	const shape = async (bytes: Uint8Array) => (await shapeOf(memoryFile('a', bytes))).encoding;
	t.is(await shape(Buffer.from('姓名\n')), 'utf-8');
	t.is(await shape(Buffer.from('plain\n')), 'utf-8');
	t.is(await shape(Buffer.from('\ufeff姓名\n')), 'utf-8');
	t.is(await shape(Buffer.from('\ufeff姓名\n', 'utf16le')), 'utf-16le');
	t.is(await shape(GB), 'gb18030');
	t.deepEqual((await read(GB)).lines, ['姓名', '金额']);
	// U+0A00 holds the byte of a line end, and a line end may be cut off its second byte.
	t.deepEqual((await read(Buffer.from('\ufeff\u0a00甲\u0a0a\n乙\n', 'utf16le'), 3)).lines, ['\u0a00甲\u0a0a', '乙']);
});

test('one broken byte late in a file costs its line, and does not flip the file', async (t) => {
	const bytes = Buffer.from(`${'转账 备注\n'.repeat(50_000)}最后一行\n`);
	bytes[bytes.length - 3] = 0xff;
	const { lines, faults } = await read(bytes);
	t.is(lines.length, 50_001);
	t.is(lines[49_999], '转账 备注');
	t.deepEqual(faults, [[50_001, 'encoding']]);
	t.is(lines[50_000], '\\xE6\\x9C\\x80\\xE5\\x90\\x8E\\xE4\\xB8\\x80\\xE8\\xFF\\x8C');
});

test('a broken byte in a GB18030 file costs its line alone', async (t) => {
	const bytes = Buffer.concat([GB, GB, Buffer.from([0xd0, 0xff, 0x2c, 0x31, 0x0a]), GB]);
	const { lines, faults } = await read(bytes);
	t.deepEqual(lines, ['姓名', '金额', '姓名', '金额', '\\xD0\\xFF,1', '姓名', '金额']);
	t.deepEqual(faults, [[5, 'encoding']]);
});

test('a line without end fills no memory: it comes in pieces, all of them marked', async (t) => {
	const { lines, faults } = await read(Buffer.from(`a\n${'x'.repeat(2_500_000)}\nb\n`), 600_000);
	t.is(lines[0], 'a');
	t.is(lines.at(-1), 'b');
	t.is(lines.slice(1, -1).join('').length, 2_500_000);
	t.deepEqual(
		faults.map(([, fault]) => fault),
		lines.slice(1, -1).map(() => 'truncated'),
	);
});

test('any text comes back line by line, in whatever pieces and with whatever line ends', async (t) => {
	const line = fc
		.string({ unit: 'binary', maxLength: 12 })
		.map((text) => text.replace(/[\r\n\ufeff\ud800-\udfff]/g, ''));
	await fc.assert(
		fc.asyncProperty(fc.array(line, { minLength: 1 }), fc.nat(40), fc.boolean(), async (lines, piece, crlf) => {
			const end = crlf ? '\r\n' : '\n';
			const {
				lines: read1,
				faults,
				open,
			} = await read(Buffer.from(lines.map((text) => text + end).join('')), piece + 1);
			t.deepEqual([read1, faults, open], [lines, [], false]);
			const { lines: read2 } = await read(Buffer.from(`\ufeff${lines.join('\n')}x`, 'utf16le'), piece + 1);
			t.is(read2.join('\n'), `${lines.join('\n')}x`);
		}),
		{ numRuns: 60, seed: 1 },
	);
});

test('the number of lines is known beforehand, the open one included', async (t) => {
	for (const text of ['', 'a', 'a\n', 'a\nb', '\n\n']) {
		const shape = await shapeOf(memoryFile('a', Buffer.from(text)));
		const { lines, open } = await read(Buffer.from(text));
		t.is(shape.lines, lines.length, JSON.stringify(text));
		t.is(open, text !== '' && !text.endsWith('\n'));
	}
});
