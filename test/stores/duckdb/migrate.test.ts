import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import test from 'ava';
import { takeStock } from '../../../src/stores/fingerprint.ts';
import { startChild } from '../child.ts';
import { all, fileOf, hashOf, otherStatements, recordOf, transferOf } from '../samples.ts';
import { openFor, scratchFolder } from '../scratch.ts';
import { writeVersion1 } from './version-1.ts';

const FILE = hashOf('a');
const ROWS = 4_000;

async function digestOf(path: string): Promise<string> {
	return createHash('sha256')
		.update(await readFile(path))
		.digest('hex');
}

async function versionOf(path: string): Promise<unknown> {
	const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
	const connection = await instance.connect();
	const rows = await (await connection.run('SELECT version FROM store')).getRows();
	connection.closeSync();
	instance.closeSync();
	return rows[0]?.[0];
}

test('a store of version 1 is brought up to date, says what it said, and a copy of it stays', async (t) => {
	const folder = await scratchFolder(t);
	const [path, fresh] = [join(folder, 'store.duckdb'), join(folder, 'fresh.duckdb')];
	await writeVersion1(path, FILE, ROWS);
	const before = await digestOf(path);

	const asked = await openFor(t, path, { readOnly: true });
	t.is((await all(asked.records())).length, ROWS);
	t.deepEqual((await all(asked.transfers()))[2], transferOf(2));
	await asked.close();
	t.is(await digestOf(path), before);
	t.false(existsSync(`${path}.v1-backup`));

	const store = await openFor(t, path);
	t.is(await digestOf(`${path}.v1-backup`), before);
	t.is((await stat(`${path}.v1-backup`)).mode & 0o777, 0o600);
	t.deepEqual(await store.notedStock(), await store.countedStock());
	t.is(await store.finding('findings'), '{"a":1}');

	// The same written by this version has the same stock: version 1 lost nothing, and the digest is of what was said.
	const other = await openFor(t, fresh);
	const writer = await other.writeFile(FILE);
	await writer.write({
		records: Array.from({ length: ROWS }, (_, row) => recordOf(FILE, row)),
		...otherStatements('a'),
	});
	await writer.commit(fileOf(FILE, ROWS, 16));
	const run = await other.beginRun();
	await run.transfers([0, 1, 2].map((number) => transferOf(number)));
	await run.finding('findings', '{"a":1}');
	await run.commit();
	t.deepEqual(await takeStock(store, 'noted'), await takeStock(other, 'noted'));
	await store.close();
	t.is(await versionOf(path), 2);
	t.is(await versionOf(`${path}.v1-backup`), 1);
});

test('killed at any moment while a store is brought up to date, the next process goes on', async (t) => {
	const folder = await scratchFolder(t);
	const whole = join(folder, 'whole.duckdb');
	await writeVersion1(whole, FILE, ROWS);
	const bytes = await readFile(whole);
	const expected = await takeStock(await openFor(t, whole), 'counted');
	const marks = [
		(path: string) => existsSync(`${path}.v1-backup.part`),
		(path: string) => existsSync(`${path}.v1-backup`),
		(path: string) => existsSync(`${path}.wal`),
	];
	for (const [number, reached] of marks.entries()) {
		const path = join(folder, `killed-${number}.duckdb`);
		await writeFile(path, bytes);
		const child = startChild('hold', path);
		const ended = child.ended.then(() => 'ended');
		while (!reached(path)) {
			const tick = new Promise((resolve) => setTimeout(resolve, 1));
			if ((await Promise.race([tick, ended])) === 'ended') break;
			// Too quick to be seen: the process holds the store that it brought up to date.
			if (existsSync(`${path}.v1-backup`) && number === 0) break;
		}
		child.kill();
		await child.ended;
		const store = await openFor(t, path);
		t.deepEqual(await takeStock(store, 'counted'), expected, `killed at ${number}`);
		t.deepEqual(await store.notedStock(), await store.countedStock());
		await store.close();
		t.is(await versionOf(path), 2);
		t.false(existsSync(`${path}.v1-backup.part`));
	}
});

test('without room for the copy nothing is brought up to date', async (t) => {
	const path = join(await scratchFolder(t), 'store.duckdb');
	await writeVersion1(path, FILE, ROWS);
	const before = await digestOf(path);
	const child = startChild('hold', path, 100);
	for await (const _ of child.lines) child.kill();
	await child.ended;
	t.is(await digestOf(path), before);
	t.false(existsSync(`${path}.v1-backup`));
	t.false(existsSync(`${path}.v1-backup.part`));
});
