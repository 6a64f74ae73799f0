import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { freePort } from '../neo4j/free-port.ts';
import { neo4jTest, serverLogin } from '../neo4j/gate.ts';
import { emptyFolder } from './folder.ts';
import { liuxiang } from './terminal.ts';

const PASSWORD = 'canary-9f31';

test('this machine and an empty folder are well', async (t) => {
	const folder = await emptyFolder(t);
	const { code, out } = await liuxiang(['doctor', folder], { LANG: 'zh_CN.UTF-8' });
	t.is(code, 0, out);
	t.regex(out, /Node \d+/);
	t.regex(out, /DuckDB/);
	t.regex(out, /一切正常/);
});

test('a locale that cannot show Chinese is to be mended', async (t) => {
	const folder = await emptyFolder(t);
	const { code, out } = await liuxiang(['doctor', folder], { LANG: 'zh_CN.GBK', LC_ALL: '' });
	t.is(code, 1);
	t.regex(out, /要改.*GBK/);
});

test('--json gives each check with its code', async (t) => {
	const { out } = await liuxiang(['doctor', await emptyFolder(t), '--json']);
	const checks = JSON.parse(out) as { ok: boolean; code: string; message: string }[];
	t.deepEqual(
		checks.map((check) => check.code),
		['doctor.node', 'doctor.duckdb', 'doctor.writable', 'doctor.room', 'doctor.locale', 'doctor.no-case'],
	);
	for (const check of checks) t.notRegex(check.message, /‹|undefined/);
});

test('a broken case.yaml is told with its place', async (t) => {
	const folder = await emptyFolder(t);
	await mkdir(join(folder, 'evidence'));
	await writeFile(join(folder, 'case.yaml'), 'version: 1\nname: x\nlanguage: fr\n');
	const { code, out } = await liuxiang(['doctor', folder]);
	t.is(code, 1);
	t.regex(out, /FIX.*case\.yaml.*language/);
});

/** A case whose `case.yaml` has these lines. */
async function caseWith(t: ExecutionContext, lines: string): Promise<string> {
	const folder = await emptyFolder(t);
	await mkdir(join(folder, 'evidence'));
	await writeFile(join(folder, 'case.yaml'), `version: 1\nname: x\n${lines}\n`);
	return folder;
}

test('a server that is away is told with its address, never with the password', async (t) => {
	const port = await freePort();
	const folder = await caseWith(t, `store: "bolt://127.0.0.1:${port}"\nneo4j: { password_file: pw.txt }`);
	await writeFile(join(folder, 'pw.txt'), `${PASSWORD}\n`);
	for (const extra of [[], ['--json'], ['--debug']]) {
		const { code, out, err } = await liuxiang(['doctor', folder, ...extra]);
		t.is(code, 1);
		t.regex(out, new RegExp(`Nobody answers at bolt://127\\.0\\.0\\.1:${port}`));
		t.false(`${out}${err}`.includes(PASSWORD));
	}
});

const logins = {
	'a password in the address': [`store: "bolt://neo4j:${PASSWORD}@127.0.0.1:1"`, /holds a login/],
	'a password in an address that is none': [`store: "bolt://neo4j:${PASSWORD}@:"`, /holds a login/],
	'a password in an address of another kind': [`store: "http://neo4j:${PASSWORD}@127.0.0.1:1"`, /"store"/],
	'a password as a setting': [`neo4j: { user: u, password: ${PASSWORD} }`, /"neo4j" is password/],
} as const;
for (const [title, [lines, expected]] of Object.entries(logins)) {
	test(`${title} is refused and not printed`, async (t) => {
		const folder = await caseWith(t, lines);
		for (const extra of [[], ['--json'], ['--debug']]) {
			const { code, out, err } = await liuxiang(['doctor', folder, '--lang', 'en', ...extra]);
			t.is(code, 1);
			if (extra.length === 0) t.regex(out, expected);
			t.false(`${out}${err}`.includes(PASSWORD));
		}
	});
}

test('a password that is named but not there is told', async (t) => {
	const named = async (neo4j: string) =>
		(await liuxiang(['doctor', await caseWith(t, `store: "bolt://127.0.0.1:1"\nneo4j: ${neo4j}`)])).out;
	t.regex(await named('{ password_file: nowhere.txt }'), /password file "nowhere\.txt"/);
	t.regex(await named('{ password_env: LIUXIANG_TEST_PASSWORD }'), /"LIUXIANG_TEST_PASSWORD".*not set/);
});

neo4jTest('a server that answers is named with its version', async (t) => {
	const { address, password } = serverLogin();
	const folder = await caseWith(t, `store: "${address}"\nneo4j: { password_env: PW }`);
	const { code, out } = await liuxiang(['doctor', folder], { PW: password });
	t.is(code, 0, out);
	t.regex(out, /Neo4j \d+\.\d+\.\d+ \w+ answers at/);
	t.false(out.includes(password));
});
