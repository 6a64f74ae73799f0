import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { neo4jTest, placeFor } from '../neo4j/gate.ts';
import { hashesBelow, sharedFolder, writeFiles } from '../run/folders.ts';
import { smallCase } from '../run/small-case.ts';
import { liuxiang } from './terminal.ts';

const root = await sharedFolder(test);
const made = join(root, 'case');

test.before(async () => {
	await writeFiles(made, smallCase());
	await liuxiang(['run', made, '--quiet']);
});

/** The case that was run, in a folder of the test's own, its case.yaml with other lines. */
async function ownCase(name: string, change: (yaml: string) => string = (yaml) => yaml): Promise<string> {
	const folder = join(root, name);
	await cp(made, folder, { recursive: true });
	await setCase(folder, change);
	return folder;
}

async function setCase(folder: string, change: (yaml: string) => string): Promise<void> {
	const path = join(folder, 'case.yaml');
	await writeFile(path, change(await readFile(path, 'utf8')));
}

for (const lang of ['zh', 'en']) {
	test.serial(`a copy is printed beside its source in ${lang}`, async (t) => {
		const folder = await ownCase(`beside-${lang}`);
		const before = await hashesBelow(folder);
		const to = join(root, `copy-${lang}.duckdb`);
		const { code, out, err } = await liuxiang(['copy', folder, '--to', to, '--lang', lang]);
		t.is(code, 0, err);
		t.regex(out, /(?:transfers|转账) +(\d+) +\1\n/);
		t.regex(out, /CNY +([\d,.]+) CNY +\1 CNY\n/);
		t.regex(out, /(?:fingerprint|指纹) +(\w{16}) +\1\n/);
		t.notRegex(out + err, /‹|undefined|NaN|\[object/);
		t.deepEqual(await hashesBelow(folder), before);
		t.is((await liuxiang(['copy', folder, '--to', to, '--lang', lang, '--quiet'])).out, out);
	});
}

// One after another: a case that is worked on is locked.
test.serial('--json gives the figures of both', async (t) => {
	const to = join(root, 'json.duckdb');
	const { out } = await liuxiang(['copy', made, '--to', to, '--json', '--quiet']);
	const { source, target, differences, ...names } = JSON.parse(out);
	t.deepEqual(source, target);
	t.regex(target.fingerprint, /^[0-9a-f]{64}$/);
	t.regex(target.sums.CNY, /^\d+$/);
	t.deepEqual(differences, []);
	t.deepEqual(names, { from: join(made, 'store.duckdb'), to, setting: '' });
});

const refusals = {
	'the store it is': [join(made, 'store.duckdb'), /is the store the case has now/],
	'the store it is, by another path': [join(made, 'evidence', '..', 'store.duckdb'), /is the store the case has now/],
	'an address of another kind': ['mysql://u:canary-9f31@h', /no store at "mysql:\/\/"/],
	'an address with a login': ['bolt://u:canary-9f31@127.0.0.1:1', /holds a login/],
	'a server that is away': ['bolt://127.0.0.1:1', /Nobody answers/],
	'a folder that is not there': [join(root, 'nowhere', 'x.duckdb'), /cannot be opened/],
} as const;
for (const [title, [to, expected]] of Object.entries(refusals)) {
	test.serial(`${title} is refused as a target`, async (t) => {
		const { code, out, err } = await liuxiang(['copy', made, '--to', to, '--quiet']);
		t.true(code === 2 || code === 5);
		t.is(out, '');
		t.regex(err, expected);
		t.notRegex(err, /canary|‹/);
	});
}

test.serial('a case that was never run has nothing to copy', async (t) => {
	const folder = join(root, 'new');
	await writeFiles(folder, smallCase());
	const { code, err } = await liuxiang(['copy', folder, '--to', join(root, 'new.duckdb')]);
	t.is(code, 2);
	t.regex(err, /Run it first/);
});

/** Lines of case.yaml for a case of the test's own on the server; the password comes from the environment. */
function serverLines(t: ExecutionContext) {
	const { address, user, password, case: name } = placeFor(t);
	const login = `neo4j: ${JSON.stringify({ user, password_env: 'PW', case: name })}`;
	return { address, login, env: { PW: password } };
}

neo4jTest('to Neo4j and back: the same findings, questions answered from either', async (t) => {
	const { address, login, env } = serverLines(t);
	const folder = await ownCase('there-and-back', (yaml) => `${yaml}\n${login}\n`);
	const there = await liuxiang(['copy', folder, '--to', address, '--lang', 'en'], env);
	t.is(there.code, 0, there.err);
	t.regex(there.out, /write in case\.yaml: store: "\w+:\/\//);
	const findings = await readFile(join(folder, 'reports/latest/findings.json'), 'utf8');
	const asked = ['person', '演示丙', folder, '--json'];
	const inFile = await liuxiang(asked, env);

	await setCase(folder, (yaml) => `${yaml.replace(/^store:.*\n/m, '')}store: "${address}"\n`);
	t.deepEqual(await liuxiang(asked, env), inFile);
	t.is((await liuxiang(['run', folder, '--quiet'], env)).code, 0);
	t.is(await readFile(join(folder, 'reports/latest/findings.json'), 'utf8'), findings);

	const to = join(root, 'back.duckdb');
	const back = await liuxiang(['copy', folder, '--to', to, '--json', '--quiet'], env);
	t.is(back.code, 0, back.err);
	t.deepEqual(JSON.parse(back.out).differences, []);
});

neo4jTest('a dry run of a case on a server writes nothing there', async (t) => {
	const { address, login, env } = serverLines(t);
	const folder = await ownCase('dry', (yaml) => `${yaml.replace(/^store:.*\n/m, '')}\nstore: "${address}"\n${login}\n`);
	t.is((await liuxiang(['run', folder, '--dry-run', '--quiet'], env)).code, 0);
	t.regex((await liuxiang(['person', '演示丙', folder], env)).err, /no result yet/);
});
