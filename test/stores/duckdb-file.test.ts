import { mkdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import test, { type ExecutionContext } from 'ava';
import { Problem } from '../../src/ledger/problem.ts';
import { openDatabase } from '../../src/stores/duckdb/database.ts';
import { openStore } from '../../src/stores/open.ts';
import { startChild } from './child.ts';
import { all, fileOf, hashOf, put, recordOf } from './samples.ts';
import { openFor, scratchFolder } from './scratch.ts';

/** The Problem with which a store is refused. */
async function refusal(t: ExecutionContext, address: string): Promise<Problem | undefined> {
	return await t.throwsAsync(() => openStore(address), { instanceOf: Problem });
}

test('a store that another process holds is refused with the process', async (t) => {
	const path = join(await scratchFolder(t), 'store.duckdb');
	const child = startChild('hold', path);
	t.teardown(() => child.kill());
	for await (const line of child.lines) if (line === 'open') break;
	const problem = await refusal(t, path);
	t.is(problem?.code, 'store.locked');
	t.is(problem?.facts.pid, String(child.pid));
	t.is(problem?.facts.path, path);
	child.kill();
	await child.ended;
	t.deepEqual(await (await openFor(t, path)).files(), []);
});

test('a store opened twice in one process, by whatever path, loses no rows', async (t) => {
	const folder = await scratchFolder(t);
	const path = join(folder, 'store.duckdb');
	await symlink(folder, join(folder, 'link'));
	const stores = [
		await openFor(t, path),
		await openFor(t, relative(process.cwd(), path)),
		await openFor(t, join(folder, 'link', 'store.duckdb')),
	];
	const writers = await Promise.all(stores.map(async (store, index) => await store.writeFile(hashOf(`${index}`))));
	for (let row = 0; row < 30_000; row += 1_000) {
		for (const [index, writer] of writers.entries()) {
			const records = Array.from({ length: 1_000 }, (_, next) => recordOf(hashOf(`${index}`), row + next));
			await writer.write({ records });
		}
	}
	for (const [index, writer] of writers.entries()) await writer.commit(fileOf(hashOf(`${index}`), 30_000));
	await stores[0]?.close();
	t.is((await all(stores[1]?.records() ?? t.fail())).length, 90_000);
	for (const store of stores) await store.close();
	t.is((await all((await openFor(t, path)).records())).length, 90_000);
});

test('a closed store leaves the file to others', async (t) => {
	const path = join(await scratchFolder(t), 'store.duckdb');
	const store = await openFor(t, path);
	await put(store, hashOf('a'), { records: [recordOf(hashOf('a'), 1)] });
	const writer = await store.writeFile(hashOf('b'));
	await writer.write({ records: [recordOf(hashOf('b'), 1)] });
	await store.close();
	await t.throwsAsync(() => store.files(), { message: /closed/ });
	const child = startChild('hold', path);
	t.teardown(() => child.kill());
	const lines: string[] = [];
	for await (const line of child.lines) {
		lines.push(line);
		child.kill();
	}
	t.deepEqual(lines, ['open']);
	t.is((await (await openFor(t, path)).files()).length, 1);
});

test('a file that is no store, or no longer one, is refused with the reason', async (t) => {
	const folder = await scratchFolder(t);
	const [text, cut, foreign] = ['text', 'cut', 'foreign'].map((name) => join(folder, name)) as [string, string, string];
	await writeFile(text, '付款方,收款方\n'.repeat(2_000));
	t.is((await refusal(t, text))?.code, 'store.damaged');
	t.is((await readFile(text, 'utf8')).length, '付款方,收款方\n'.length * 2_000);

	const store = await openFor(t, cut);
	await put(store, hashOf('a'), { records: Array.from({ length: 5_000 }, (_, row) => recordOf(hashOf('a'), row)) });
	await store.close();
	await truncate(cut, 20_000);
	t.is((await refusal(t, cut))?.code, 'store.damaged');

	const instance = await DuckDBInstance.create(foreign);
	const connection = await instance.connect();
	await connection.run('CREATE TABLE orders(id INTEGER)');
	connection.closeSync();
	instance.closeSync();
	const problem = await refusal(t, foreign);
	t.is(problem?.code, 'store.foreign');
	t.is(problem?.facts.detail, 'orders');
});

test('an address that leads nowhere is refused', async (t) => {
	const folder = await scratchFolder(t);
	await mkdir(join(folder, 'a-folder'));
	t.is((await refusal(t, join(folder, 'a-folder')))?.code, 'store.unreachable');
	t.is((await refusal(t, join(folder, 'missing', 'store.duckdb')))?.code, 'store.unreachable');
	const unknown = await refusal(t, 'mysql://someone:secret@host/db');
	t.is(unknown?.code, 'store.unknown-kind');
	t.deepEqual(unknown?.facts, { scheme: 'mysql' });
});

test('what is left of a creation that was cut is made anew', async (t) => {
	const folder = await scratchFolder(t);
	const made = join(folder, 'made');
	await (await openStore(made)).close();
	const header = (await readFile(made)).subarray(0, 8192);
	for (const length of [0, 4096, 8192]) {
		const path = join(folder, `cut-${length}`);
		await writeFile(path, header.subarray(0, length));
		t.deepEqual(await (await openFor(t, path)).files(), []);
	}
});

test('a disk without room is told, and leaves the store as it was', async (t) => {
	const path = join(await scratchFolder(t), 'store.duckdb');
	const store = await openStore(path);
	await put(store, hashOf('a'), { records: [recordOf(hashOf('a'), 1)] });
	await store.close();
	const child = startChild('fill', path, 20_000);
	const lines: string[] = [];
	for await (const line of child.lines) lines.push(line);
	t.is(lines.length, 2);
	t.regex(lines[0] ?? '', /^refused store\.full/);
	t.is(lines[1], 'files 1');
	t.is((await all((await openFor(t, path)).records())).length, 1);
});

test('a stream that DuckDB cuts in the middle throws', async (t) => {
	const database = await openDatabase(join(await scratchFolder(t), 'any.duckdb'));
	t.teardown(async () => await database.close());
	const session = await database.begin();
	const rows = session.stream({
		count: 'SELECT count(*) FROM range(300000)',
		select: "SELECT CASE WHEN range = 150000 THEN error('no room') ELSE range::VARCHAR END FROM range(300000)",
	});
	const problem = await t.throwsAsync(async () => await all(rows), { instanceOf: Problem });
	t.is(problem?.code, 'store.cut');
	t.is(problem?.facts.expected, 300_000);
});

test('the store opens no other file and fetches nothing', async (t) => {
	const folder = await scratchFolder(t);
	await writeFile(join(folder, 'other.csv'), 'a\n1\n');
	const database = await openDatabase(join(folder, 'any.duckdb'));
	t.teardown(async () => await database.close());
	await t.throwsAsync(() => database.rows(`SELECT * FROM read_csv('${join(folder, 'other.csv')}')`), {
		message: /disabled/,
	});
});
