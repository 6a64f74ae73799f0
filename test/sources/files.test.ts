import { appendFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { Problem } from '../../src/ledger/problem.ts';
import type { EvidenceFile } from '../../src/sources/contract.ts';
import { contentOf } from './files.ts';
import { codes, folder, look } from './folder.ts';
import { buildZip } from './zip-builder.ts';

test('files of any depth come sorted by path, hashed, and can be read twice', async (t) => {
	const root = await folder(t, { 'b/c/2.txt': 'two', 'a.txt': 'one', 'b-1.txt': 'three', 'b/1.txt': '' });
	const { files, refusals } = await look(root);
	t.deepEqual(
		files.map(({ path, size }) => [path, size]),
		[
			['a.txt', 3],
			['b-1.txt', 5],
			['b/1.txt', 0],
			['b/c/2.txt', 3],
		],
	);
	t.is(files[0]?.hash, '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed');
	for (let time = 0; time < 2; time++) t.is(String(await contentOf(files[3] as EvidenceFile)), 'two');
	t.deepEqual(refusals, []);
});

test('a large file that is changed after it was hashed is not read as what was hashed', async (t) => {
	const root = await folder(t, { 'a.csv': 'x,1\n'.repeat(3 << 20) });
	const { files } = await look(root);
	t.is((await contentOf(files[0] as EvidenceFile)).length, 12 << 20);
	await appendFile(join(root, 'a.csv'), 'y,2\n');
	t.like(await t.throwsAsync(contentOf(files[0] as EvidenceFile)), {
		code: 'evidence.changed',
		facts: { file: 'a.csv' },
	});
});

test('one file can be looked at alone', async (t) => {
	const root = await folder(t, { 'x/a.txt': 'one' });
	const { order } = await look(join(root, 'x/a.txt'));
	t.deepEqual(order, ['a.txt']);
});

test('a place that does not exist is a problem of the evidence', async (t) => {
	const error = await t.throwsAsync(look('no/such/folder'), { instanceOf: Problem });
	t.is(error?.code, 'evidence.missing');
});

test('a link out of the folder is refused, one within it is ignored, and the rest is read', async (t) => {
	const outside = await folder(t, { 'secret.txt': 'not evidence' });
	const root = await folder(t, { 'a.txt': 'one', 'd/b.txt': 'two' });
	await symlink(join(outside, 'secret.txt'), join(root, 'escape.txt'));
	await symlink(outside, join(root, 'escape'));
	await symlink(join(root, 'd'), join(root, 'inside'));
	await symlink(join(root, 'gone.txt'), join(root, 'dangling'));
	const { files, refusals } = await look(root);
	t.deepEqual(
		files.map(({ path }) => path),
		['a.txt', 'd/b.txt'],
	);
	t.deepEqual(codes(refusals), [
		['dangling', 'refused', 'evidence.symlink'],
		['escape', 'refused', 'evidence.symlink'],
		['escape.txt', 'refused', 'evidence.symlink'],
		['inside', 'ignored', 'evidence.link-inside'],
	]);
});

test('what systems and editors leave behind is ignored by name', async (t) => {
	const root = await folder(t, {
		'.DS_Store': 'x',
		'~$book.xlsx': 'x',
		'__MACOSX/._a': 'x',
		'.git/config': 'x',
		a: 'x',
	});
	const { order, refusals } = await look(root);
	t.deepEqual(order, ['.DS_Store', '.git', '__MACOSX', 'a', '~$book.xlsx']);
	t.true(refusals.every(({ fate, problem }) => fate === 'ignored' && problem.code === 'evidence.left-behind'));
});

test('a ZIP is read in place, whatever it is called, and its names may be GB18030', async (t) => {
	const chinese = new Uint8Array([0xb2, 0xc6, 0xb8, 0xb6, 0xcd, 0xa8, 0x2f, 0x61, 0x2e, 0x74, 0x78, 0x74]);
	const content = Buffer.from('流水\n'.repeat(1000));
	const zip = buildZip([{ name: 'z.txt', content }, { name: chinese, content }, { name: '__MACOSX/._z.txt' }]);
	const root = await folder(t, { 'return.bin': zip });
	const { files, refusals } = await look(root);
	t.deepEqual(
		files.map(({ path, size }) => [path, size]),
		[
			['return.bin!/z.txt', content.length],
			['return.bin!/财付通/a.txt', content.length],
		],
	);
	for (let time = 0; time < 2; time++) t.deepEqual(await contentOf(files[1] as EvidenceFile), content);
	t.deepEqual(codes(refusals), [['return.bin!/__MACOSX/._z.txt', 'ignored', 'evidence.left-behind']]);
});

test('a ZIP in a ZIP is opened, one deeper is named', async (t) => {
	const innermost = buildZip([{ name: 'c.txt', content: Buffer.from('c') }]);
	const inner = buildZip([
		{ name: 'b.txt', content: Buffer.from('b') },
		{ name: 'c.zip', content: innermost },
	]);
	const root = await folder(t, { 'a.zip': buildZip([{ name: 'b.zip', content: inner }]) });
	const { files, refusals } = await look(root);
	t.deepEqual(
		files.map(({ path }) => path),
		['a.zip!/b.zip!/b.txt'],
	);
	t.is(String(await contentOf(files[0] as EvidenceFile)), 'b');
	t.deepEqual(codes(refusals), [['a.zip!/b.zip!/c.zip', 'refused', 'evidence.zip-nested']]);
});

test('members that leave the folder, lie under a password, are links or come twice are refused one by one', async (t) => {
	const content = Buffer.from('x');
	const zip = buildZip([
		{ name: '../escape.txt', content },
		{ name: '/absolute.txt', content },
		{ name: 'C:\\windows.txt', content },
		{ name: 'a\\..\\..\\b.txt', content },
		{ name: 'a//b.txt', content },
		{ name: 'locked.txt', content, encrypted: true },
		{ name: 'link', content, link: true },
		{ name: 'good.txt', content },
		{ name: 'good.txt', content },
		{ name: '__proto__', content },
	]);
	const { files, refusals } = await look(await folder(t, { 'a.zip': zip }));
	t.deepEqual(
		files.map(({ path }) => path),
		['a.zip!/__proto__', 'a.zip!/good.txt'],
	);
	const facts = refusals.map(({ path, problem }) => [path.slice(7), problem.code, problem.facts.fault]);
	t.deepEqual(facts, [
		['../escape.txt', 'evidence.zip-path', 'escape'],
		['/absolute.txt', 'evidence.zip-path', 'absolute'],
		['C:/windows.txt', 'evidence.zip-path', 'absolute'],
		['a/../../b.txt', 'evidence.zip-path', 'escape'],
		['a//b.txt', 'evidence.zip-path', 'malformed'],
		['good.txt', 'evidence.zip-duplicate', undefined],
		['link', 'evidence.symlink', undefined],
		['locked.txt', 'evidence.zip-password', undefined],
	]);
});

test('bombs are refused before and while they are inflated', async (t) => {
	const zeros = Buffer.alloc(20 << 20);
	const noise = noiseOf(1 << 20);
	const root = await folder(t, {
		'ratio.zip': buildZip([{ name: 'zeros', content: zeros }]),
		'overlap.zip': buildZip([
			{ name: 'a', content: noise },
			{ name: 'b', content: noise, sharesDataOf: 0 },
		]),
		'liar.zip': buildZip([{ name: 'more', content: zeros, declaredSize: 1000 }]),
		'members.zip': buildZip(Array.from({ length: 50_001 }, (_, i) => ({ name: `${i}` }))),
		'plain.txt': 'still read',
	});
	const { files, refusals } = await look(root);
	t.deepEqual(
		files.map(({ path }) => path),
		['plain.txt'],
	);
	t.deepEqual(
		refusals.map(({ path, problem }) => [path, problem.code, problem.facts.limit]),
		[
			['liar.zip!/more', 'evidence.zip-damaged', undefined],
			['members.zip', 'evidence.zip-bomb', 'members'],
			['overlap.zip', 'evidence.zip-bomb', 'overlap'],
			['ratio.zip', 'evidence.zip-bomb', 'ratio'],
		],
	);
});

test('a damaged ZIP is refused, a damaged member alone', async (t) => {
	const zip = buildZip([
		{ name: 'a', content: Buffer.from('good'.repeat(100)) },
		{ name: 'b', content: Buffer.from('bad'.repeat(100)) },
	]);
	const broken = Buffer.from(zip);
	const at = broken.indexOf('b', broken.indexOf('PK', 10));
	broken.fill(0xff, at + 1, at + 9);
	const root = await folder(t, { 'cut.zip': zip.subarray(0, zip.length - 30), 'member.zip': broken });
	const { files, refusals } = await look(root);
	t.deepEqual(
		files.map(({ path }) => path),
		['member.zip!/a'],
	);
	t.deepEqual(codes(refusals), [
		['cut.zip', 'refused', 'evidence.zip-damaged'],
		['member.zip!/b', 'refused', 'evidence.zip-damaged'],
	]);
});

test('a member whose own header is damaged is refused too, and is not waited for', async (t) => {
	const zip = buildZip([
		{ name: 'a', content: Buffer.from('good'.repeat(100)) },
		{ name: 'b', content: Buffer.from('bad'.repeat(100)) },
	]);
	const second = zip.indexOf(Buffer.from([0x50, 0x4b, 3, 4]), 1);
	zip[second + 2] = 0x55;
	const { files, refusals } = await look(await folder(t, { 'header.zip': zip }));
	t.deepEqual(
		files.map(({ path }) => path),
		['header.zip!/a'],
	);
	t.deepEqual(codes(refusals), [['header.zip!/b', 'refused', 'evidence.zip-damaged']]);
});

/** Bytes that do not compress, the same in every run. */
function noiseOf(length: number): Buffer {
	const noise = Buffer.alloc(length);
	let state = 7;
	for (let i = 0; i < length; i++) {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		noise[i] = state >>> 24;
	}
	return noise;
}
