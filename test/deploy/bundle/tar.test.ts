import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import test from 'ava';
import { entriesBelow, writeArchive } from '../../../docs/deploy/bundle/tar.ts';
import { emptyFolder } from '../../cli/folder.ts';

const run = promisify(execFile);

const FILES: Readonly<Record<string, Uint8Array>> = {
	empty: new Uint8Array(),
	'one block': new Uint8Array(512).fill(7),
	'比一个块多/一个字节': new Uint8Array(513).fill(8),
	// 100 bytes fit into a header, 101 do not; a hundred Chinese characters are three hundred bytes.
	[`${'a'.repeat(93)}.b`]: Buffer.from('fits'),
	[`${'c'.repeat(94)}.d`]: Buffer.from('does not'),
	[`${'深'.repeat(80)}/${'长'.repeat(80)}.csv`]: Buffer.from('deep'),
	'run me': Buffer.from('#!/bin/sh\n'),
};

test('the tar of any system unpacks what was packed: names, bytes and what may be run', async (t) => {
	const folder = await emptyFolder(t);
	const from = join(folder, 'from');
	for (const [path, bytes] of Object.entries(FILES)) {
		await mkdir(join(from, path, '..'), { recursive: true });
		await writeFile(join(from, path), bytes);
	}
	await chmod(join(from, 'run me'), 0o700);
	const archive = join(folder, 'a.tar.gz');
	await writeArchive(await entriesBelow(from, 'top'), archive);
	await run('tar', ['-xzf', archive, '-C', folder]);
	for (const [path, bytes] of Object.entries(FILES)) {
		t.deepEqual(new Uint8Array(await readFile(join(folder, 'top', path))), new Uint8Array(bytes), path);
		t.is((await stat(join(folder, 'top', path))).mode & 0o111 ? 'runs' : 'rests', path === 'run me' ? 'runs' : 'rests');
	}

	// Another time, owner's rights and order of writing: the same bytes.
	await utimes(join(from, 'empty'), 1, 1);
	await chmod(join(from, 'empty'), 0o600);
	await writeArchive(await entriesBelow(from, 'top'), join(folder, 'b.tar.gz'));
	t.deepEqual(await readFile(archive), await readFile(join(folder, 'b.tar.gz')));
});

test('a link is refused: it would point to something of this machine', async (t) => {
	const folder = await emptyFolder(t);
	await symlink('/etc/passwd', join(folder, 'link'));
	await t.throwsAsync(entriesBelow(folder, 'top'), { message: /neither a file nor a folder/ });
});
