import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import test from 'ava';
import type { EvidenceFile } from '../../src/sources/contract.ts';
import { contentOf } from './files.ts';
import { codes, folder, look } from './folder.ts';
import { buildRar } from './rar-builder.ts';
import { buildZip } from './zip-builder.ts';

const fixture = (name: string) => readFile(`test/sources/archives/${name}`);
const ROWS = '交易时间,金额\n2023-03-01 10:00:00,12.50\n';
const NOTE = '样例：自编内容\n';

async function texts(files: readonly EvidenceFile[]): Promise<[string, string][]> {
	return await Promise.all(
		files.map(async (file): Promise<[string, string]> => [file.path, String(await contentOf(file))]),
	);
}

test('a 7z is read in place, whatever it is called; its links are refused, a ZIP in it is opened', async (t) => {
	const { files, refusals } = await look(await folder(t, { 'return.bin': await fixture('plain.7z') }));
	const expected = [
		['return.bin!/inner.zip!/说明.txt', NOTE],
		['return.bin!/流水/甲.csv', ROWS],
		['return.bin!/空.txt', ''],
		['return.bin!/说明.txt', NOTE],
	];
	t.deepEqual(await texts(files), expected as [string, string][]);
	t.deepEqual(await texts(files), expected as [string, string][]);
	t.deepEqual(
		files.map(({ size }) => size),
		expected.map(([, text]) => Buffer.byteLength(text ?? '')),
	);
	t.is(files[0]?.hash, files[3]?.hash);
	t.deepEqual(codes(refusals), [['return.bin!/link', 'refused', 'evidence.symlink']]);
});

test('a RAR is read in place', async (t) => {
	const rar = buildRar([
		{ name: '流水/甲.csv', content: Buffer.from(ROWS) },
		{ name: '../out.csv', content: Buffer.from(ROWS) },
		{ name: 'b.7z', content: await fixture('plain.7z') },
		{ name: '大.txt', content: Buffer.from(NOTE.repeat(100_000)) },
	]);
	const { files, refusals } = await look(await folder(t, { 'a.rar': rar }));
	t.deepEqual(
		files.map(({ path, size }) => [path, size]),
		[
			['a.rar!/b.7z!/流水/甲.csv', ROWS.length + 12],
			['a.rar!/b.7z!/空.txt', 0],
			['a.rar!/b.7z!/说明.txt', Buffer.byteLength(NOTE)],
			['a.rar!/大.txt', Buffer.byteLength(NOTE) * 100_000],
			['a.rar!/流水/甲.csv', ROWS.length + 12],
		],
	);
	t.is(String(await contentOf(files[4] as EvidenceFile)), ROWS);
	t.deepEqual(codes(refusals), [
		['a.rar!/../out.csv', 'refused', 'evidence.zip-path'],
		['a.rar!/b.7z!/inner.zip', 'refused', 'evidence.zip-nested'],
		['a.rar!/b.7z!/link', 'refused', 'evidence.symlink'],
	]);
});

test('files packed with gzip are read, a TAR in one as an archive', async (t) => {
	const root = await folder(t, {
		'a.csv.gz': gzipSync(ROWS),
		'b.tar.gz': await fixture('plain.tar.gz'),
		'c.zip': buildZip([{ name: 'd.csv.gz', content: gzipSync(ROWS) }]),
	});
	const { files, refusals } = await look(root);
	t.deepEqual(await texts(files), [
		['a.csv.gz!/a.csv', ROWS],
		['b.tar.gz!/流水/甲.csv', ROWS],
		['b.tar.gz!/说明.txt', NOTE],
		['c.zip!/d.csv.gz!/d.csv', ROWS],
	]);
	t.deepEqual(refusals, []);
});

test('an archive under a password, a cut one, a damaged one and a part of one are named', async (t) => {
	const whole = await fixture('plain.7z');
	const rar = buildRar([{ name: 'a.txt', content: Buffer.from(NOTE.repeat(100)) }]);
	const damaged = Buffer.from(rar);
	const at = rar.indexOf('a.txt');
	damaged[at] = (damaged[at] ?? 0) ^ 1;
	const root = await folder(t, {
		'a.7z': await fixture('locked-names.7z'),
		'b.7z': whole.subarray(0, 300),
		'c.rar': damaged,
		'd.7z.002': Buffer.from([1, 0, 2]),
		'd.part1.rar': rar,
		'e.gz': gzipSync(NOTE.repeat(100)).subarray(0, 40),
		'f.rar': rar.subarray(0, 100),
		'g.txt': 'still read',
	});
	const { files, refusals } = await look(root);
	t.deepEqual(
		files.map(({ path }) => path),
		['g.txt'],
	);
	t.deepEqual(codes(refusals), [
		['a.7z', 'refused', 'evidence.archive-password'],
		['b.7z', 'refused', 'evidence.archive-unreadable'],
		['c.rar', 'refused', 'evidence.archive-unreadable'],
		['d.7z.002', 'refused', 'evidence.archive-split'],
		['d.part1.rar', 'refused', 'evidence.archive-split'],
		['e.gz!/e', 'refused', 'evidence.archive-unreadable'],
		['f.rar', 'refused', 'evidence.archive-unreadable'],
	]);
});

test('of a 7z with a password on its members alone, those without one are read', async (t) => {
	const { files, refusals } = await look(await folder(t, { 'a.7z': await fixture('locked.7z') }));
	t.deepEqual(await texts(files), [['a.7z!/空.txt', '']]);
	t.deepEqual(codes(refusals), [['a.7z!/说明.txt', 'refused', 'evidence.archive-password']]);
});

test('other archives can be bombs as well', async (t) => {
	const root = await folder(t, {
		'a.7z': await fixture('zeros.7z'),
		'b.gz': gzipSync(Buffer.alloc(20 << 20)),
	});
	const { files, refusals } = await look(root);
	t.deepEqual(files, []);
	t.deepEqual(
		refusals.map(({ path, problem }) => [path, problem.code, problem.facts.limit]),
		[
			['a.7z', 'evidence.zip-bomb', 'ratio'],
			['b.gz!/b', 'evidence.zip-bomb', 'ratio'],
		],
	);
});

test('a text called as a part of an archive is a text', async (t) => {
	const { order, refusals } = await look(await folder(t, { 'a.r01': 'text', 'b.zip.001': ROWS }));
	t.deepEqual([order, refusals], [['a.r01', 'b.zip.001'], []]);
});
