import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { emptyFolder } from './folder.ts';
import { liuxiang } from './terminal.ts';

const PEOPLE = '姓名,角色,来源\n张三,核心,讯问笔录\n李四,厨师,讯问笔录\n';

test('inspect tells what a file is, its columns and the rows it would reject; exit code 1', async (t) => {
	const folder = await emptyFolder(t);
	await writeFile(join(folder, '名单.csv'), PEOPLE);
	const { code, out, err } = await liuxiang(['inspect', join(folder, '名单.csv')], { LANG: 'zh_CN.UTF-8' });
	t.is(code, 1);
	t.is(err, '');
	t.regex(out, /# 名单\.csv/);
	t.regex(out, /people-table/);
	t.regex(out, /role +<- 角色/);
	t.regex(out, /3 = 已读 1 \+ 有意跳过 1 \+ 读不出 1/);
	t.regex(out, /3 +角色 +厨师 +不认识的角色/);
});

test('inspect of files that are read whole ends with 0', async (t) => {
	const folder = await emptyFolder(t);
	await writeFile(join(folder, 'people.csv'), PEOPLE.replace('厨师', '话务'));
	t.is((await liuxiang(['inspect', folder])).code, 0);
});

test('a file nobody knows is listed, not dropped', async (t) => {
	const folder = await emptyFolder(t);
	await writeFile(join(folder, 'notes.txt'), 'nothing of money\n');
	const { code, out } = await liuxiang(['inspect', folder]);
	t.is(code, 1);
	t.regex(out, /# notes\.txt[\s\S]*no format this version reads/);
});

test('inspect --json is one document that names every file', async (t) => {
	const folder = await emptyFolder(t);
	await writeFile(join(folder, 'people.csv'), PEOPLE);
	await writeFile(join(folder, 'x.bin'), new Uint8Array([0, 1, 2]));
	const { out } = await liuxiang(['inspect', folder, '--json']);
	const list = JSON.parse(out) as { path: string; source: string; rejects: { value: string }[] }[];
	t.deepEqual(
		list.map((file) => [file.path, file.source]),
		[
			['people.csv', 'people-table'],
			['x.bin', ''],
		],
	);
	t.is(list[0]?.rejects[0]?.value, '厨师');
});

test("a case's own mapping is used with --case", async (t) => {
	const folder = await emptyFolder(t);
	await mkdir(join(folder, 'evidence'));
	await writeFile(
		join(folder, 'case.yaml'),
		'version: 1\nname: x\nmappings:\n  - { name: daily, when: [日期, 话务员, 引流人数], yields: leads, columns: { day: 日期, caller: 话务员, count: 引流人数 } }\n',
	);
	await writeFile(join(folder, 'evidence', 'day.csv'), '日期,话务员,引流人数\n2023-03-01,张三,9\n');
	const file = join(folder, 'evidence', 'day.csv');
	t.regex((await liuxiang(['inspect', file, '--case', folder])).out, /mapped:daily/);
	t.regex((await liuxiang(['inspect', file])).out, /no format/);
});

test('a file that is not there is a problem of evidence: exit code 3', async (t) => {
	const { code, err } = await liuxiang(['inspect', '/nowhere/at-all.csv']);
	t.is(code, 3);
	t.regex(err, /no file or folder "\/nowhere\/at-all\.csv"/);
});
