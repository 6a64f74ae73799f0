import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { runProgram } from '../../src/cli/program.ts';
import type { Findings } from '../../src/findings/schema.ts';
import { sharedFolder, writeFiles } from '../run/folders.ts';
import { CALLER_CHAT, LEADER_CHAT, OVERSEAS, smallCase } from '../run/small-case.ts';
import { liuxiang } from './terminal.ts';

const root = await sharedFolder(test);
const folder = join(root, 'case');
let findings: Findings;
let code: number;

test.before(async () => {
	await writeFiles(folder, smallCase());
	({ code } = await liuxiang(['run', folder, '--quiet']));
	findings = JSON.parse(await readFile(join(folder, 'reports/latest/findings.json'), 'utf8'));
});

/** A call on the case that was run, its name and what must stand in its answer in either language. */
function calls(): readonly (readonly [title: string, args: readonly string[], expected: RegExp])[] {
	const payout = findings.payouts.find((one) => one.amount === '24500')?.id ?? '';
	const caller = findings.people.find((one) => one.name === '演示丙');
	return [
		['run', ['run', folder], /13/],
		['a dry run', ['run', folder, '--dry-run'], /13/],
		['person', ['person', '演示丙', folder], /330\.00/],
		['person by account', ['person', CALLER_CHAT, folder], /演示丙/],
		['why of a figure', ['why', caller?.figures.commissions?.id ?? '', folder], /130\.00/],
		['why of a transfer', ['why', payout, folder], /chat\.csv/],
		['why of a cash-out', ['why', findings.cashOuts[0]?.id ?? '', folder], /coins\.csv/],
		['why of a link', ['why', findings.flow.links[0]?.id ?? '', folder], /csv/],
		['origin', ['origin', payout, folder], /245/],
		['trace', ['trace', folder, '--from', OVERSEAS], /演示甲/],
		['trace to a person', ['trace', folder, '--from', OVERSEAS, '--to', '演示乙'], /演示乙/],
		['todo', ['todo', folder], /./],
		['inspect', ['inspect', join(folder, 'evidence'), '--case', folder], /mapped:chat/],
		['doctor', ['doctor', folder], /./],
	];
}

for (const lang of ['zh', 'en'] as const) {
	test.serial(`every command answers in ${lang} with code 0 and without a gap`, async (t) => {
		t.is(code, 0);
		for (const [title, args, expected] of calls()) {
			const answer = await liuxiang([...args, '--lang', lang]);
			t.is(answer.code, 0, `${title}: ${answer.err}`);
			t.regex(answer.out, expected, title);
			t.notRegex(answer.out + answer.err, /‹|undefined|NaN|\[object/, title);
		}
	});
}

test('the English words of an answer are not the Chinese ones', async (t) => {
	const [zh, en] = await Promise.all(['zh', 'en'].map((lang) => liuxiang(['todo', folder, '--lang', lang])));
	t.not(zh?.out, en?.out);
	t.regex(zh?.out ?? '', /调取/);
});

test('trace as a table for spreadsheets has a line a transfer', async (t) => {
	const args = ['trace', folder, '--from', OVERSEAS, '--asset', 'USDT'];
	const { code: exit, out } = await liuxiang([...args, '--as', 'csv']);
	t.is(exit, 0);
	const rows = JSON.parse((await liuxiang([...args, '--json'])).out).rows as unknown[];
	t.is(out.trimEnd().split('\n').length, rows.length + 1);
	t.is(rows.length, 4);
});

test('a dry run leaves nothing behind', async (t) => {
	const dry = join(root, 'dry');
	await writeFiles(dry, smallCase());
	const before = (await readdir(dry)).sort();
	const { code: exit, out } = await liuxiang(['run', dry, '--dry-run', '--json', '--quiet']);
	t.is(exit, 0);
	t.notThrows(() => JSON.parse(out));
	t.deepEqual((await readdir(dry)).sort(), before);
});

/** A case of its own with files changed, to see a command fail on it. */
async function changed(name: string, files: Readonly<Record<string, string>>): Promise<string> {
	const at = join(root, name);
	await writeFiles(at, [...smallCase(), ...Object.entries(files)]);
	return at;
}

async function problemOf(
	args: readonly string[],
): Promise<{ code: number; problem: { code: string; message: string } }> {
	const answer = await liuxiang([...args, '--json', '--quiet']);
	return { code: answer.code, problem: JSON.parse(answer.err).problem };
}

const YAML = smallCase().get('case.yaml') as string;

const failures: readonly (readonly [title: string, exit: number, problem: string, () => Promise<readonly string[]>])[] =
	[
		['a folder without case.yaml', 2, 'case.missing', async () => ['run', root]],
		['a case that was never run', 2, 'report.missing', async () => ['todo', await changed('never', {})]],
		[
			'a setting that is wrong',
			2,
			'case.field',
			async () => ['run', await changed('field', { 'case.yaml': `${YAML}hue: 1\n` })],
		],
		[
			'a case file that is no YAML',
			2,
			'case.syntax',
			async () => ['run', await changed('syntax', { 'case.yaml': 'name: [' })],
		],
		[
			'a mapping without the columns it needs',
			2,
			'mapping.columns',
			async () => ['run', await changed('mapping', { 'case.yaml': YAML.replace('amount: 数量, ', '') })],
		],
		[
			'a decision that cannot be read',
			2,
			'case.cell',
			async () => [
				'run',
				await changed('decision', { 'decisions.csv': '对象,决定,值,决定人,理由\nt1,也许,,李检,x\n' }),
			],
		],
		['a person nobody knows', 2, 'account.unknown', async () => ['person', '无此人', folder]],
		['a file that is not there', 3, 'evidence.missing', async () => ['inspect', join(root, 'nowhere.csv')]],
		[
			'a store that is another file',
			5,
			'store.damaged',
			async () => ['run', await changed('store', { 'store.duckdb': 'x'.repeat(20_000) })],
		],
	];

for (const [title, exit, problem, args] of failures) {
	test(`${title} ends with code ${exit} (${problem}), in one sentence of either language`, async (t) => {
		const call = await args();
		const answer = await problemOf(call);
		t.is(answer.problem.code, problem);
		t.is(answer.code, exit);
		for (const lang of ['zh', 'en']) {
			const told = await liuxiang([...call, '--quiet', '--lang', lang]);
			t.is(told.code, exit);
			t.is(told.out, '');
			t.notRegex(told.err, /‹|undefined|\[object|\n\s+at /);
		}
	});
}

test('a bug ends with code 70 and says where its details are', async (t) => {
	let err = '';
	const exit = await runProgram(['todo', folder, '--lang', 'en'], {
		out: () => {
			throw new TypeError('the terminal is gone');
		},
		err: (text) => {
			err += text;
		},
		columns: 80,
		colour: false,
		env: {},
	});
	t.is(exit, 70);
	t.regex(err, /the terminal is gone/);
	const [, details] = /details: ([^;]+);/.exec(err) ?? [];
	t.regex(await readFile(details ?? '', 'utf8'), /TypeError: the terminal is gone/);
	await rm(join(details ?? '', '..'), { recursive: true });
});

test('decide needs one act, and writes nothing without', async (t) => {
	const at = await changed('decide', {});
	await liuxiang(['run', at, '--quiet']);
	const { code: exit } = await problemOf(['decide', LEADER_CHAT, at, '--by', '李检', '--why', 'x']);
	t.is(exit, 2);
	t.false((await readdir(at)).includes('decisions.csv'));
	await writeFile(join(at, 'decisions.csv'), '');
	const done = await liuxiang(['decide', LEADER_CHAT, at, '--reject', '--by', '李检', '--why', '号已转手', '--json']);
	t.is(done.code, 0);
	t.is(JSON.parse(done.out).subject, LEADER_CHAT);
	// Until the next run, questions are answered from the last one.
	t.is((await liuxiang(['person', LEADER_CHAT, at])).code, 0);
	t.is((await liuxiang(['run', at, '--quiet'])).code, 0);
	t.is((await problemOf(['person', LEADER_CHAT, at])).problem.code, 'person.unknown');
});
