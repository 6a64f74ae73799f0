import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
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

const PAYMENTS = '日期,收支,金额,对方户名,备注\n2023-03-01,收入,1.50,样乙,一\n2023-03-02,支出,2.00,样丙,二\n';

/** A case folder with one table of payments that no source knows. */
async function caseWithTable(t: ExecutionContext, mappings = 'mappings: []\n'): Promise<string> {
	const folder = await emptyFolder(t);
	await mkdir(join(folder, 'evidence'));
	await writeFile(join(folder, 'case.yaml'), `# 案件\nversion: 1\nname: x # 名称\n${mappings}`);
	await writeFile(join(folder, 'evidence', 'flow.csv'), PAYMENTS);
	return folder;
}

test('a table of payments that nobody knows is shown by a reading that nobody has confirmed', async (t) => {
	const folder = await caseWithTable(t);
	const before = await readFile(join(folder, 'case.yaml'), 'utf8');
	const { code, out } = await liuxiang(['inspect', join(folder, 'evidence'), '--case', folder]);
	t.is(code, 1);
	t.regex(out, /nobody has confirmed \("table-[0-9a-f]{8}", confidence \d\d\)/);
	t.regex(out, /direction +<- 收支/);
	t.regex(out, /looks like a table of payments; confirm/);
	t.regex(out, /in_words: \[ ?收入 ?\]/);
	t.regex(out, /2\.00/);
	t.is(await readFile(join(folder, 'case.yaml'), 'utf8'), before);
});

test('run does not read by it: the file is listed with the reason', async (t) => {
	const folder = await caseWithTable(t);
	await liuxiang(['run', folder, '--quiet', '--json']);
	const { out } = await liuxiang(['todo', folder]);
	t.regex(out, /flow\.csv/);
	const reports = await readdir(join(folder, 'reports'));
	const findings = await readFile(
		join(folder, 'reports', reports.includes('latest') ? 'latest' : '', 'findings.json'),
		'utf8',
	);
	const { evidence } = JSON.parse(findings) as {
		evidence: { files: { source: string; problem?: { code: string } }[] };
	};
	const unread = evidence.files.find(({ problem }) => problem?.code === 'hint.confirm-mapping');
	t.is(unread?.source, '');
});

test('--save-mapping writes the reading into case.yaml, comments stay, and the file is read by it then', async (t) => {
	for (const mappings of [
		'mappings: []\n# 例如\n',
		'',
		'mappings:\n  - { name: other, when: [甲], columns: { time: 甲, amount: 乙, counterparty: 丙 } } # 旧\n',
	]) {
		const folder = await caseWithTable(t, mappings);
		const args = ['inspect', join(folder, 'evidence', 'flow.csv'), '--case', folder];
		const { err } = await liuxiang([...args, '--save-mapping']);
		t.regex(err, /The reading "table-[0-9a-f]{8}" now stands in .*case\.yaml/);
		const written = await readFile(join(folder, 'case.yaml'), 'utf8');
		t.true(written.startsWith('# 案件\nversion: 1\nname: x # 名称\n'));
		for (const comment of mappings.match(/#.*/g) ?? []) t.true(written.includes(comment), comment);
		t.deepEqual((await readdir(folder)).sort(), ['case.yaml', 'evidence']);
		const again = await liuxiang(args);
		t.regex(again.out, /mapped:table-[0-9a-f]{8}/);
		t.is(again.code, 0);
		t.regex((await liuxiang([...args, '--save-mapping'])).err, /stays as it was/);
	}
});

test('two files of one layout are one reading', async (t) => {
	const folder = await caseWithTable(t);
	await writeFile(join(folder, 'evidence', 'second.csv'), PAYMENTS.replace('样乙', '样丁'));
	const { code } = await liuxiang(['inspect', join(folder, 'evidence'), '--case', folder, '--save-mapping']);
	t.is(code, 1);
	t.is((await readFile(join(folder, 'case.yaml'), 'utf8')).match(/name: table-/g)?.length, 1);
});

test('a mapping that has the name already is never written over', async (t) => {
	const shown = await liuxiang(['inspect', join(await caseWithTable(t), 'evidence')]);
	const name = /table-[0-9a-f]{8}/.exec(shown.out)?.[0] ?? '';
	const columns = '{ time: 甲, amount: 乙, counterparty: 丙 }';
	const folder = await caseWithTable(t, `mappings:\n  - { name: ${name}, when: [别列], columns: ${columns} }\n`);
	const before = await readFile(join(folder, 'case.yaml'), 'utf8');
	const { code, err } = await liuxiang(['inspect', join(folder, 'evidence'), '--case', folder, '--save-mapping']);
	t.is(code, 2);
	t.regex(err, /already; nothing was written/);
	t.is(await readFile(join(folder, 'case.yaml'), 'utf8'), before);
});

test('--save-mapping without a case says what it needs: exit code 2', async (t) => {
	const { code, err } = await liuxiang(['inspect', join(await caseWithTable(t), 'evidence'), '--save-mapping']);
	t.is(code, 2);
	t.regex(err, /name its folder with --case/);
});

test('the case.yaml that init makes keeps all its lines when a reading is added', async (t) => {
	const folder = await emptyFolder(t);
	await liuxiang(['init', join(folder, 'case')]);
	await writeFile(join(folder, 'case', 'evidence', 'flow.csv'), PAYMENTS);
	const path = join(folder, 'case', 'case.yaml');
	const before = (await readFile(path, 'utf8')).split('\n').map((line) => line.trim());
	await liuxiang(['inspect', join(folder, 'case', 'evidence'), '--case', join(folder, 'case'), '--save-mapping']);
	const after = new Set((await readFile(path, 'utf8')).split('\n').map((line) => line.trim()));
	t.deepEqual(
		before.filter((line) => !after.has(line)),
		['mappings: []'],
	);
});
