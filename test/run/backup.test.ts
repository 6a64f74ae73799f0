import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Entry, Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';
import test, { type ExecutionContext } from 'ava';
import { thisProcess } from '../../src/cli/this-process.ts';
import { withLock } from '../../src/run/lock/case-lock.ts';
import { moduleUrl, NODE_ARGS } from '../another.ts';
import { liuxiang } from '../cli/terminal.ts';
import { hashesBelow, sharedFolder, writeFiles } from './folders.ts';
import { smallCase } from './small-case.ts';

const root = await sharedFolder(test);
const made = join(root, '案件 一');
const archive = join(root, 'backup.zip');
const CANARY = 'canary-7c1f';

test.before(async () => {
	await writeFiles(made, smallCase());
	const yaml = await readFile(join(made, 'case.yaml'), 'utf8');
	await writeFile(join(made, 'case.yaml'), `${yaml}\npasswords_file: secrets/passwords.txt\n`);
	await writeFiles(made, [
		['secrets/passwords.txt', `${CANARY}\n`],
		['笔记/备忘.txt', '明天问话\n'],
		['空文件.txt', ''],
		// To the program a file of the evidence has no meaning by its name.
		['evidence/手机/聊天记录.part', '下载了一半\n'],
		['evidence/手机/分卷.part/一.txt', '一\n'],
		['store.duckdb.v1-backup', 'old'],
	]);
	const run = await liuxiang(['run', made, '--quiet']);
	if (run.code > 1) throw new Error(run.err);
	await writeFiles(made, [['reports/.run-x.part/half.txt', 'half']]);
	const { code, err } = await liuxiang(['backup', made, '--to', archive, '--quiet']);
	if (code !== 0) throw new Error(err);
});

test.serial('what is restored is what was packed, verifies clean and runs to the same', async (t) => {
	const folder = join(root, 'restored', 'case');
	const { code, out, err } = await liuxiang(['restore', archive, folder, '--json', '--quiet']);
	t.is(code, 0, err);
	t.deepEqual(JSON.parse(out).left, ['secrets/passwords.txt']);
	const before = await hashesBelow(made);
	for (const passed of ['secrets/passwords.txt', 'reports/.run-x.part/half.txt', 'store.duckdb.v1-backup'])
		t.true(before.delete(passed));
	t.deepEqual(await hashesBelow(folder), before);
	const latest = await readlink(join(folder, 'reports', 'latest'));
	t.is(latest, await readlink(join(made, 'reports', 'latest')));
	for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
		if (entry.isSymbolicLink()) continue;
		const { mode } = await stat(join(entry.parentPath, entry.name));
		t.is(mode & 0o777, entry.isDirectory() ? 0o700 : 0o600, entry.name);
	}
	t.is((await stat(archive)).mode & 0o777, 0o600);
	await writeFiles(folder, [['secrets/passwords.txt', `${CANARY}\n`]]);
	const verified = await liuxiang(['verify', folder, '--quiet']);
	t.is(verified.code, 0, verified.out + verified.err);
	await liuxiang(['run', folder, '--quiet']);
	t.is(await readlink(join(folder, 'reports', 'latest')), latest);
	t.deepEqual(await hashesBelow(join(folder, 'reports', latest)), await hashesBelow(join(made, 'reports', latest)));
});

test.serial('a backup holds no secret, and says which files it leaves out', async (t) => {
	for (const [name, text] of await unpacked()) t.false(text.includes(CANARY), name);
	for (const lang of ['zh', 'en']) {
		const { code, out } = await liuxiang([
			'backup',
			made,
			'--to',
			join(root, `${lang}.zip`),
			'--lang',
			lang,
			'--quiet',
		]);
		t.is(code, 0);
		t.true(out.includes('secrets/passwords.txt'));
		t.notRegex(out, /‹|undefined|NaN|\[object/);
	}
});

test.serial('a secret that a link names is left out as well', async (t) => {
	const linked = join(root, 'linked');
	await writeFiles(linked, smallCase());
	const yaml = await readFile(join(linked, 'case.yaml'), 'utf8');
	await writeFile(join(linked, 'case.yaml'), `${yaml}\npasswords_file: secrets/current\n`);
	await writeFiles(linked, [['secrets/2024.txt', `${CANARY}\n`]]);
	await symlink('2024.txt', join(linked, 'secrets', 'current'));
	const { code, out, err } = await liuxiang(['backup', linked, '--to', join(root, 'linked.zip'), '--json', '--quiet']);
	t.is(code, 0, err);
	t.deepEqual(JSON.parse(out).left, ['secrets/2024.txt', 'secrets/current']);
	for (const [name, text] of await unpacked(join(root, 'linked.zip'))) t.false(text.includes(CANARY), name);
});

test.serial('without room nothing is restored, and the disk is named as the reason', async (t) => {
	const folder = join(root, 'no-room');
	const main = fileURLToPath(moduleUrl('src/cli/main'));
	const node = [process.execPath, ...NODE_ARGS, main, 'restore', archive, folder, '--quiet'];
	// Files of at most 100 blocks: what a run found is larger.
	const { status, stderr } = spawnSync('sh', ['-c', 'ulimit -f 100; exec "$@"', 'sh', ...node], { encoding: 'utf8' });
	t.is(status, 5, stderr);
	t.regex(stderr, /no room is left/);
	t.false(existsSync(folder));
});

test.serial('nothing is written over, nothing into itself, and nothing beside somebody at work', async (t) => {
	const before = await readFile(archive);
	const refused = async (args: readonly string[], code: number, sentence: RegExp) => {
		const call = await liuxiang([...args, '--quiet']);
		t.is(call.code, code, call.err);
		t.regex(call.err, sentence);
	};
	await refused(['backup', made, '--to', archive], 2, /is there already/);
	await refused(['backup', made, '--to', join(made, 'b.zip')], 2, /lies in the case folder/);
	await mkdir(join(root, 'empty'));
	await refused(['restore', archive, join(root, 'empty')], 2, /is there already/);
	await refused(['restore', join(root, 'none.zip'), join(root, 'x')], 2, /There is no file/);
	await refused(['restore', root, join(root, 'x')], 3, /is no backup/);
	await refused(['backup', root, '--to', join(root, 'y.zip')], 2, /case/);
	await withLock(made, { self: thisProcess(), command: 'run', now: Date.now }, async () => {
		await refused(['backup', made, '--to', join(root, 'z.zip')], 5, /being worked on/);
	});
	t.deepEqual(await readFile(archive), before);
	t.deepEqual(
		(await readdir(root)).filter((name) => /^\.(?:backup|[xyz])\b/.test(name)),
		[],
	);
});

test.serial('a file that cannot be read ends a backup, and leaves none', async (t) => {
	if (process.getuid?.() === 0) return t.pass();
	const path = join(made, '空文件.txt');
	await chmod(path, 0);
	const { code, err } = await liuxiang(['backup', made, '--to', join(root, 'unread.zip'), '--quiet']);
	await chmod(path, 0o600);
	t.is(code, 5);
	t.regex(err, /空文件/);
	t.false(existsSync(join(root, 'unread.zip')));
});

test.serial('a byte changed anywhere in a backup is refused, or it was one that no file has', async (t) => {
	const bytes = await readFile(archive);
	const whole = join(root, 'whole');
	t.is((await liuxiang(['restore', archive, whole, '--quiet'])).code, 0);
	for (let part = 0; part < 16; part++) {
		const at = Math.floor(((part + 0.5) * bytes.length) / 16);
		const changed = Buffer.from(bytes);
		changed[at] = (changed[at] as number) ^ 0x10;
		await assertRefused(t, changed, `byte ${at}`, whole);
	}
	for (const length of [0, 10, bytes.length >> 1, bytes.length - 1])
		await assertRefused(t, bytes.subarray(0, length), `cut at ${length}`);
});

test.serial('a backup that was made to deceive is refused', async (t) => {
	const entries = await unpacked();
	const list = JSON.parse(entries.get('backup.json')?.toString() ?? '');
	const [first] = list.files;
	const [name, bytes] = ['case/case.yaml', entries.get('case/case.yaml') as Buffer];
	const withList = (change: object) =>
		new Map([...entries, ['backup.json', Buffer.from(JSON.stringify({ ...list, ...change }))]]);
	const escaping = (path: string) => {
		const files = [...list.files, { ...first, name: path }];
		return new Map([...withList({ files }), [`case/${path}`, entries.get(`case/${first.name}`) as Buffer]]);
	};
	const made: Record<string, ReadonlyMap<string, Buffer>> = {
		'another content under a listed name': new Map([...entries, [name, Buffer.concat([bytes, Buffer.from('\n#')])]]),
		'a file that is not listed': new Map([...entries, ['case/evidence/new.csv', Buffer.from('a')]]),
		'a listed file that is not there': new Map([...entries].filter(([entry]) => entry !== name)),
		'no list': new Map([...entries].filter(([entry]) => entry !== 'backup.json')),
		'a list of another make': withList({ schema: 'liuxiang/backup/9' }),
		'a name twice': withList({ files: [...list.files, first] }),
		'a way out': escaping('../escaped.txt'),
		'a way out within': escaping('evidence/../../escaped.txt'),
		'a root': escaping('/escaped.txt'),
		'a drive': escaping('C:/escaped.txt'),
		'a backslash': escaping('..\\escaped.txt'),
		'a link out': withList({ links: { 'evidence/x': '../../..' } }),
		'a link in the place of a file': withList({ links: { [first.name]: 'x' } }),
	};
	for (const [what, content] of Object.entries(made)) await assertRefused(t, await packed(content), what);
	t.false(existsSync(join(root, 'escaped.txt')));
});

/** @param whole what a backup that is taken must give, where the change may be none of a file's */
async function assertRefused(t: ExecutionContext, bytes: Uint8Array, what: string, whole?: string): Promise<void> {
	const [file, folder] = [join(root, `refused-${Math.random()}.zip`), join(root, `refused-${Math.random()}`)];
	await writeFile(file, bytes);
	const { code, err } = await liuxiang(['restore', file, folder, '--quiet']);
	if (code === 0 && whole !== undefined) {
		t.deepEqual(await hashesBelow(folder), await hashesBelow(whole), what);
		return;
	}
	t.is(code, 3, `${what}: ${err}`);
	t.regex(err, /Nothing was restored/, what);
	t.false(existsSync(folder), what);
	t.deepEqual(
		(await readdir(root)).filter((name) => name.startsWith(`.${basename(folder)}`)),
		[],
	);
}

async function unpacked(file = archive): Promise<Map<string, Buffer>> {
	const reader = new ZipReader(new Uint8ArrayReader(await readFile(file)), { useWebWorkers: false });
	const entries = new Map<string, Buffer>();
	for (const entry of (await reader.getEntries()) as (Entry & { directory: false })[])
		entries.set(entry.filename, Buffer.from(await entry.getData(new Uint8ArrayWriter(), { useWebWorkers: false })));
	return entries;
}

async function packed(entries: ReadonlyMap<string, Buffer>): Promise<Uint8Array> {
	const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, level: 0 });
	for (const [name, bytes] of entries) await writer.add(name, new Uint8ArrayReader(bytes));
	return await writer.close();
}
