import { mkdir, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { tryNeo4j } from '../../src/cli/checks/neo4j.ts';
import { emptyFolder } from './folder.ts';
import { liuxiang } from './terminal.ts';

const PASSWORD = 'canary-9f31';

async function portOf(t: ExecutionContext, server: Server): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	t.teardown(() => server.close());
	return (server.address() as AddressInfo).port;
}

/** A port on which nobody listens: one that was just given back. */
async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

const login = (port: number, scheme = 'bolt') => ({
	address: `${scheme}://127.0.0.1:${port}`,
	user: 'neo4j',
	password: PASSWORD,
});

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

for (const scheme of ['bolt', 'neo4j']) {
	test(`${scheme}: nobody listening is told as such`, async (t) => {
		t.is((await tryNeo4j(login(await freePort(), scheme))).code, 'doctor.neo4j-refused');
	});

	test(`${scheme}: a web server is not a Neo4j`, async (t) => {
		const port = await portOf(
			t,
			createHttpServer((_, response) => response.end('hello')),
		);
		t.is((await tryNeo4j(login(port, scheme))).code, 'doctor.neo4j-none');
	});

	test(`${scheme}: a server of another protocol is not a Neo4j`, async (t) => {
		const port = await portOf(
			t,
			createServer((socket) => {
				socket.on('error', () => {});
				socket.end('SSH-2.0-server\r\n');
			}),
		);
		t.is((await tryNeo4j(login(port, scheme))).code, 'doctor.neo4j-none');
	});
}

test('a server without encryption is told as such where the address asks for it', async (t) => {
	const port = await portOf(
		t,
		createServer((socket) => {
			socket.on('error', () => {});
			socket.on('data', () => socket.destroy());
		}),
	);
	t.is((await tryNeo4j(login(port, 'bolt+s'))).code, 'doctor.neo4j-tls');
});

test('a host that does not exist is told as such', async (t) => {
	const result = await tryNeo4j({ address: 'bolt://no-such-host.invalid', user: 'neo4j', password: PASSWORD });
	t.is(result.code, 'doctor.neo4j-host');
	t.is(result.facts.port, 7687);
});

test('no password is ever printed, be it in a file or in the address', async (t) => {
	const folder = await emptyFolder(t);
	const port = await freePort();
	await mkdir(join(folder, 'evidence'));
	await writeFile(join(folder, 'pw.txt'), `${PASSWORD}\n`);
	await writeFile(
		join(folder, 'case.yaml'),
		`version: 1\nname: x\nstore: "bolt://neo4j:${PASSWORD}@127.0.0.1:${port}"\nneo4j: { password_file: pw.txt }\n`,
	);
	for (const extra of [[], ['--json'], ['--debug']]) {
		const { code, out, err } = await liuxiang(['doctor', folder, ...extra]);
		t.is(code, 1);
		t.regex(out, new RegExp(`127\\.0\\.0\\.1:${port}`));
		t.false(`${out}${err}`.includes(PASSWORD));
	}
});

test('a password that is named but not there is told', async (t) => {
	const folder = await emptyFolder(t);
	await mkdir(join(folder, 'evidence'));
	const file = (neo4j: string) =>
		writeFile(join(folder, 'case.yaml'), `version: 1\nname: x\nstore: "bolt://127.0.0.1:1"\nneo4j: ${neo4j}\n`);
	await file('{ password_file: nowhere.txt }');
	t.regex((await liuxiang(['doctor', folder])).out, /password file "nowhere\.txt"/);
	await file('{ password_env: LIUXIANG_TEST_PASSWORD }');
	t.regex((await liuxiang(['doctor', folder])).out, /"LIUXIANG_TEST_PASSWORD".*not set/);
});
