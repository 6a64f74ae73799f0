import { readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import type { Findings } from '../../src/findings/schema.ts';
import { liuxiang } from '../cli/terminal.ts';
import { contentOf } from '../sources/files.ts';
import { workbookFile } from '../sources/written.ts';
import { buildZip } from '../sources/zip-builder.ts';
import { run, sharedFolder, writeFiles } from './folders.ts';
import { CALLER_CHAT, LEADER_CHAT, OVERSEAS, smallCase, WALLET } from './small-case.ts';

const root = await sharedFolder(test);
const folder = join(root, 'bad');
const CHAT = '支付时间,付款人,收款人,金额,单号,附言';
const COINS = '区块时间,付出地址,收到地址,数量,哈希';
const good = (order: string) => `2023-03-20 20:00:00,${LEADER_CHAT},${CALLER_CHAT},15.00,${order},`;
/** Of the same case as the rest: what is right in a bad file still counts. */
const badRows = [
	`2023-03-20 20:00:00,${LEADER_CHAT},${CALLER_CHAT},1O0.00,B1,"a letter, ""O"", in the amount"`,
	`2023-02-29 20:00:00,${LEADER_CHAT},${CALLER_CHAT},10.00,B2,a day that is none`,
];
const wrongSum = `${WALLET.slice(0, -1)}${WALLET.endsWith('1') ? '2' : '1'}`;

async function badFiles(): Promise<Map<string, string | Uint8Array>> {
	const noise = workbookFile('x.xlsx', { 表: [CHAT.split(',')] });
	const workbook = await contentOf(noise);
	return new Map<string, string | Uint8Array>([
		['rows.csv', [CHAT, ...badRows, good('G1'), ''].join('\n')],
		['checksum.csv', [COINS, `2023-03-20 20:00:00,${OVERSEAS},${wrongSum},5,${'0'.repeat(63)}9`, ''].join('\n')],
		// Cut off inside the amount: 15.00 and not 1.
		['truncated.csv', `${CHAT}\n${good('G2')}\n2023-03-20 20:00:00,${LEADER_CHAT},${CALLER_CHAT},1`],
		// Says UTF-8 by its mark, and one line is GB18030.
		['encoding.csv', Buffer.concat([Buffer.from(`\ufeff${CHAT}\n${good('G3')}\n`), GB18030_LINE])],
		['header-only.csv', `${CHAT}\n`],
		['broken.xlsx', workbook.subarray(0, workbook.length - 40)],
		['bomb.zip', buildZip([{ name: 'zeros.csv', content: new Uint8Array(40 << 20) }])],
		[
			'escape.zip',
			buildZip([
				{ name: '../../outside.csv', content: Buffer.from(`${CHAT}\n${good('E1')}\n`) },
				{ name: 'inside.csv', content: Buffer.from(`${CHAT}\n${good('G4')}\n`) },
			]),
		],
		['two-mappings.csv', `甲行时间,${CHAT},付方,收方\n2023-03-20 20:00:00,2023-03-20 20:00:00,a,b,1,X,,c,d\n`],
		['unknown.csv', '一,二,三\n1,2,3\n'],
		['proto.csv', `__proto__,constructor,${CHAT}\n{},{},${good('G5')}\n`],
	]);
}

/** `2023-03-20 20:00:00,…,备注` with the note in GB18030. */
const GB18030_LINE = Buffer.concat([
	Buffer.from(`2023-03-20 20:00:00,${LEADER_CHAT},${CALLER_CHAT},15.00,B3,`),
	Buffer.from([0xb1, 0xb8, 0xd7, 0xa2, 0x0a]),
]);

let findings: Findings;

test.before(async () => {
	await writeFiles(folder, smallCase());
	await writeFiles(join(folder, 'evidence'), await badFiles());
	await writeFile(join(root, 'outside.csv'), `${CHAT}\n${good('E2')}\n`);
	await symlink(join(root, 'outside.csv'), join(folder, 'evidence/link.csv'));
	({ findings } = await run(folder));
});

function fileOf(path: string): Findings['evidence']['files'][number] | undefined {
	return findings.evidence.files.find((file) => file.paths.includes(path));
}

const refusals: readonly (readonly [path: string, status: string, code: string])[] = [
	['broken.xlsx', 'refused', 'evidence.zip-damaged'],
	['bomb.zip', 'refused', 'evidence.zip-bomb'],
	['escape.zip!/../../outside.csv', 'refused', 'evidence.zip-path'],
	['link.csv', 'refused', 'evidence.symlink'],
	['two-mappings.csv', 'ambiguous', 'evidence.ambiguous'],
];

for (const [path, status, code] of refusals) {
	test(`${path} is refused with its reason (${code})`, (t) => {
		t.like(fileOf(path), { status, problem: { code } });
		t.true(findings.incomplete.some((one) => one.facts.file === path && one.facts.problem === code));
		t.true(findings.todo.some((item) => item.subject === path && item.code === 'file-refused'));
	});
}

test('a file that two mappings claim names both', (t) => {
	t.like(fileOf('two-mappings.csv')?.problem?.facts, { first: 'mapped:core-bank', second: 'mapped:chat' });
});

test('a format that nobody knows is listed, not dropped', (t) => {
	t.like(fileOf('unknown.csv'), { status: 'unknown-format', source: '' });
	t.true(findings.incomplete.some((one) => one.code === 'unknown-format' && one.facts.file === 'unknown.csv'));
});

test('a header without rows is read, and says nothing', (t) => {
	t.like(fileOf('header-only.csv'), { status: 'read', rows: { total: 1, read: 0, rejected: 0, records: 0 } });
});

test('rows that cannot be read are rejects that name file, row, column, value and reason', async (t) => {
	const rejects = await rejectsBelow(join(folder, 'rejects'));
	t.deepEqual(
		rejects.map(({ file, row, column, value, reason }) => [file, row, column, value, reason]),
		[
			['checksum.csv', 2, '收到地址', wrongSum, 'account-checksum'],
			['encoding.csv', 3, '', '', 'encoding'],
			['rows.csv', 2, '金额', '1O0.00', 'amount'],
			['rows.csv', 3, '支付时间', '2023-02-29 20:00:00', 'time'],
			['truncated.csv', 3, '', '', 'truncated'],
		],
	);
	t.true(rejects.every(({ file, hash }) => fileOf(file)?.hash === hash));
});

test('a reject keeps the row as it stands', async (t) => {
	const rejects = await rejectsBelow(join(folder, 'rejects'));
	const raw = (path: string) => rejects.filter(({ file }) => file === path).map((reject) => reject.raw);
	t.deepEqual(raw('rows.csv'), badRows);
	t.deepEqual(raw('truncated.csv'), [`2023-03-20 20:00:00,${LEADER_CHAT},${CALLER_CHAT},1`]);
	t.true(raw('encoding.csv')[0]?.endsWith(',B3,\\xB1\\xB8\\xD7\\xA2'));
});

test('what is right in a bad file is processed', (t) => {
	const paid = findings.payouts.filter((payout) => payout.amount === '1500');
	t.is(paid.length, 5);
	t.true(paid.every((payout) => payout.kind === 'commission' && payout.leads === 3));
	t.like(fileOf('proto.csv'), { status: 'read', rows: { read: 1 } });
	t.is(Object.hasOwn(Object.prototype, 'polluted'), false);
});

test('rows = read + skipped + rejected holds in each file and in total', (t) => {
	for (const { paths, rows } of findings.evidence.files) {
		const skipped = Object.values(rows.skipped).reduce((sum, n) => sum + n, 0);
		t.is(rows.total, rows.read + skipped + rows.rejected, paths[0]);
	}
	const { total, read, skipped, rejected } = findings.evidence.rows;
	t.is(total, read + skipped + rejected);
	t.is(rejected, 5);
	t.true(findings.reconciliation.balances);
});

test('nothing outside the case was read', (t) => {
	t.false(JSON.stringify(findings).includes('E2'));
	t.is(findings.merging.records, 13 + 5);
});

for (const lang of ['zh', 'en']) {
	test.serial(`the command line ends with code 1 and says what happened in ${lang}`, async (t) => {
		const { code, out, err } = await liuxiang(['run', folder, '--lang', lang]);
		t.is(code, 1);
		t.notRegex(out + err, /‹|undefined|\[object|\bat .*\.ts:/);
		t.regex(out, lang === 'zh' ? /读不出 5/ : /5 unreadable/);
		const todo = await liuxiang(['todo', folder, '--lang', lang]);
		t.is(todo.code, 0);
		for (const [path] of refusals) t.true(todo.out.includes(path), path);
		t.notRegex(todo.out, /‹|undefined|\[object/);
	});
}

test.serial('the machine gets the same as JSON', async (t) => {
	const { code, out, err } = await liuxiang(['run', folder, '--json', '--quiet']);
	t.is(code, 1);
	t.is(err, '');
	t.notThrows(() => JSON.parse(out));
});

test('inspect says the same of each file, and writes nothing', async (t) => {
	const before = await readdir(folder);
	const { code, out } = await liuxiang(['inspect', join(folder, 'evidence'), '--case', folder, '--json']);
	t.is(code, 1);
	const seen = JSON.parse(out) as { path: string; problem?: { code: string }; rows: { rejected: number } }[];
	for (const [path, , problem] of refusals) t.is(seen.find((one) => one.path === path)?.problem?.code, problem, path);
	t.is(
		seen.reduce((sum, one) => sum + one.rows.rejected, 0),
		5,
	);
	t.deepEqual(await readdir(folder), before);
});

test('a table of the case that cannot be opened is named as well', async (t) => {
	const other = join(root, 'table');
	await writeFiles(other, [...smallCase(), ['groups.csv', (await badFiles()).get('broken.xlsx') as Uint8Array]]);
	const { incomplete } = (await run(other)).findings;
	t.deepEqual(incomplete, [{ code: 'file-refused', facts: { file: 'groups.csv', problem: 'evidence.zip-damaged' } }]);
});

interface Rejected {
	readonly file: string;
	readonly hash: string;
	readonly row: number;
	readonly column: string;
	readonly value: string;
	readonly reason: string;
	readonly raw: string;
}

async function rejectsBelow(path: string): Promise<Rejected[]> {
	const texts = await Promise.all((await readdir(path)).map((name) => readFile(join(path, name), 'utf8')));
	const lines = texts.flatMap((text) => text.trimEnd().split('\n'));
	const rejects = lines.map((line) => JSON.parse(line) as Rejected);
	return rejects.sort((a, b) => (a.file === b.file ? a.row - b.row : a.file < b.file ? -1 : 1));
}
