import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { Problem } from '../../src/ledger/problem.ts';
import { checkCase, openCase } from '../../src/run/case-folder.ts';
import { settingsOf } from '../../src/run/settings.ts';
import { type Environment, storePlace } from '../../src/run/store-place.ts';
import type { StorePlace } from '../../src/stores/place.ts';
import { scratchFolder } from '../stores/scratch.ts';

async function placeOf(t: ExecutionContext, lines: string, env: Environment = {}): Promise<StorePlace> {
	const folder = await scratchFolder(t);
	await mkdir(join(folder, 'evidence'));
	await writeFile(join(folder, 'pw.txt'), '\u{FEFF}s3cret \r\n');
	await writeFile(join(folder, 'empty.txt'), '\n');
	await writeFile(join(folder, 'case.yaml'), `version: 1\nname: 本案\n${lines}\n`);
	await writeFile(join(folder, 'case-id'), 'id-1\n');
	return await storePlace(await openCase(folder), env);
}

async function refusal(t: ExecutionContext, lines: string): Promise<Problem | undefined> {
	return await t.throwsAsync(placeOf(t, lines), { instanceOf: Problem });
}

test('the embedded store lies in the folder', async (t) => {
	t.regex(String(await placeOf(t, 'store: duckdb')), /store\.duckdb$/);
	t.regex(String(await placeOf(t, 'neo4j: { password_file: nowhere }')), /store\.duckdb$/);
});

test('a Neo4j address alone is enough; the case is told apart by its name', async (t) => {
	const place = { address: 'neo4j://h:7687', user: 'neo4j', password: '', case: '本案', folder: 'id-1', runs: 1 };
	t.deepEqual(await placeOf(t, 'store: "neo4j://h:7687"'), place);
});

test('login, database, case and runs come from case.yaml, the password from a file or the environment', async (t) => {
	const rest = 'user: u, database: d, case: c-1, keep_runs: 3';
	const login = { user: 'u', password: 's3cret', database: 'd' };
	const place = { address: 'bolt+s://h', ...login, case: 'c-1', folder: 'id-1', runs: 3 };
	t.deepEqual(await placeOf(t, `store: bolt+s://h\nneo4j: { ${rest}, password_file: pw.txt }`), place);
	t.deepEqual(await placeOf(t, `store: bolt+s://h\nneo4j: { ${rest}, password_env: PW }`, { PW: 's3cret' }), place);
});

test('a routing context is kept', async (t) => {
	const place = await placeOf(t, 'store: "neo4j://h:7687?policy=eu"');
	t.is(typeof place === 'string' ? place : place.address, 'neo4j://h:7687?policy=eu');
});

const refused = {
	'store: "neo4j://u:p@h:7687"': 'case.store-login',
	'store: "neo4j://u@h"': 'case.store-login',
	'store: "neo4j://h/a-database"': 'case.store-address',
	'store: "bolt://"': 'case.store-address',
	'store: "bolt://h:port"': 'case.store-address',
	'store: "mysql://h"': 'case.field',
	'store: bolt://h\nneo4j: { password_file: nowhere.txt }': 'case.password-file',
	'store: bolt://h\nneo4j: { password_file: empty.txt }': 'case.password-file',
	'store: bolt://h\nneo4j: { password_file: evidence/pw.txt }': 'case.password-in-evidence',
	'store: bolt://h\nneo4j: { password_env: NOT_SET }': 'case.password-env',
	'neo4j: { password_env: A, password_file: b }': 'case.field',
	'neo4j: { keep_runs: 0 }': 'case.field',
	'neo4j: { password: p }': 'case.field',
};
for (const [lines, code] of Object.entries(refused)) {
	test(`${JSON.stringify(lines)} is refused: ${code}`, async (t) => {
		t.is((await refusal(t, lines))?.code, code);
	});
}

test('where a case is stored moves no parameter of the findings', (t) => {
	const parameters = (lines: string) =>
		settingsOf(checkCase(`version: 1\nname: x\n${lines}\n`, 'case.yaml')).parameters;
	const neo4j = 'store: bolt://h\nneo4j: { user: u, password_env: P, database: d, case: c, keep_runs: 2 }';
	t.deepEqual(parameters(neo4j), parameters('store: duckdb'));
});
