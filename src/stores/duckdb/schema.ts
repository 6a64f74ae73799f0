import { Problem } from '../../ledger/problem.ts';
import { type OpenOptions, STORE_SCHEMA_VERSION } from '../contract.ts';
import { type Database, openDatabase } from './database.ts';
import { keepCopy } from './kept-copy.ts';
import { migrate, STOCK_TABLES } from './migrate.ts';

/**
 * Layout of the embedded store, version 2. Version 1 lacked what is noted of files and runs (`migrate.ts`).
 *
 * - No index but the key of `files`: keys on the large tables would triple the disk and quadruple the load. What is
 *   looked up by name has a table of 64-bit keys in sorted order instead (`touches`, `names`), which DuckDB's minima
 *   and maxima per row group make as quick.
 * - `amount` and `balance` are HUGEINT, exact to 38 digits and summable in SQL; a longer one (the contract promises 78
 *   digits) is null there and stands as text in `body`.
 * - `body` is a JSON list of the fields that nobody filters or sorts by (`record-row.ts`, `transfer-row.ts` give the
 *   order): 20 columns of their own cost three times as much to write.
 * - `stock` is JSON: what was written under a file's number, or of the run (`tally.ts`).
 * - `file` is `files.number`, `position` the place in the order in which rows were given.
 */
const TABLES: readonly string[] = [
	'CREATE TABLE store(version INTEGER NOT NULL)',
	'CREATE SEQUENCE file_numbers',
	`CREATE TABLE files(hash VARCHAR PRIMARY KEY, number INTEGER NOT NULL, paths VARCHAR NOT NULL, size BIGINT NOT NULL,
		source VARCHAR NOT NULL, reading VARCHAR NOT NULL, rows VARCHAR NOT NULL)`,
	`CREATE TABLE records(file INTEGER NOT NULL, id VARCHAR NOT NULL, instant BIGINT NOT NULL, own VARCHAR NOT NULL,
		from_account VARCHAR NOT NULL, to_account VARCHAR NOT NULL, asset VARCHAR NOT NULL, amount HUGEINT, balance HUGEINT,
		has_balance BOOLEAN NOT NULL, body VARCHAR NOT NULL, raw VARCHAR NOT NULL)`,
	`CREATE TABLE statements(file INTEGER NOT NULL, kind VARCHAR NOT NULL, position INTEGER NOT NULL, body VARCHAR NOT NULL)`,
	'CREATE TABLE calls(file INTEGER NOT NULL, id VARCHAR NOT NULL, instant BIGINT NOT NULL, body VARCHAR NOT NULL)',
	'CREATE TABLE decisions(position INTEGER NOT NULL, body VARCHAR NOT NULL)',
	'CREATE TABLE runs(number INTEGER NOT NULL)',
	`CREATE TABLE transfers(position INTEGER NOT NULL, id VARCHAR NOT NULL, instant BIGINT NOT NULL,
		from_account VARCHAR NOT NULL, to_account VARCHAR NOT NULL, asset VARCHAR NOT NULL, amount HUGEINT, body VARCHAR NOT NULL)`,
	'CREATE TABLE touches(key UBIGINT NOT NULL, position INTEGER NOT NULL)',
	'CREATE TABLE names(key UBIGINT NOT NULL, position INTEGER NOT NULL)',
	'CREATE TABLE findings(key VARCHAR NOT NULL, value VARCHAR NOT NULL)',
	...STOCK_TABLES,
	'INSERT INTO runs VALUES (0)',
	`INSERT INTO store VALUES (${STORE_SCHEMA_VERSION})`,
];

const TABLE_NAMES = 'SELECT table_name FROM duckdb_tables() WHERE NOT internal';
const VERSION = 'SELECT version FROM store';

/**
 * Opens a database file and makes sure that its tables are ones this program understands: those of an empty one are made,
 * an older version is brought up to date. To be read, either stays as it is.
 *
 * @throws Problem `store.newer` {path, version, known}; `store.foreign` {path, detail}: somebody else's tables; those of
 * `openDatabase` and `keepCopy`
 */
export async function openPrepared(path: string, { readOnly = false }: OpenOptions): Promise<Database> {
	let database = await openDatabase(path, readOnly);
	try {
		const version = await versionOf(database);
		if (version === 0 && readOnly) throw new Problem('store', 'store.unwritten', { path });
		if (version === STORE_SCHEMA_VERSION || readOnly) return database;
		if (version === 0) {
			await createTables(database);
			return database;
		}
		// Closed meanwhile: the copy must hold what a killed process left in the write-ahead log, and to open and close the
		// file beside DuckDB would drop DuckDB's lock on it.
		await database.close();
		await keepCopy(path, version);
		database = await openDatabase(path);
		await migrate(database);
		return database;
	} catch (error) {
		await database.close();
		throw error;
	}
}

/** 0: nothing in it yet. */
async function versionOf(database: Database): Promise<number> {
	const names = await database.rows(TABLE_NAMES);
	if (names.length === 0) return 0;
	if (!names.some(([name]) => name === 'store')) {
		throw new Problem('store', 'store.foreign', {
			path: database.path,
			detail: names.map(([name]) => name).join(', '),
		});
	}
	const version = Number((await database.rows(VERSION))[0]?.[0] ?? 0);
	if (version > STORE_SCHEMA_VERSION)
		throw new Problem('store', 'store.newer', { path: database.path, version, known: STORE_SCHEMA_VERSION });
	return version;
}

/** In one transaction: a process killed in between leaves a database without tables, which is made again. */
async function createTables(database: Database): Promise<void> {
	await database.transaction(async (session) => {
		for (const sql of TABLES) await session.rows(sql);
	});
}
