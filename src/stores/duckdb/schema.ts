import { Problem } from '../../ledger/problem.ts';
import { STORE_SCHEMA_VERSION } from '../contract.ts';
import type { Database } from './database.ts';

/**
 * Layout of the embedded store, version 1.
 *
 * - No index but the key of `files`: keys on the large tables would triple the disk and quadruple the load. What is
 *   looked up by name has a table of 64-bit keys in sorted order instead (`touches`, `names`), which DuckDB's minima
 *   and maxima per row group make as quick.
 * - `amount` and `balance` are HUGEINT, exact to 38 digits and summable in SQL; a longer one (the contract promises 78
 *   digits) is null there and stands as text in `body`.
 * - `body` is a JSON list of the fields that nobody filters or sorts by (`record-row.ts`, `transfer-row.ts` give the
 *   order): 20 columns of their own cost three times as much to write.
 * - `file` is `files.number`, `position` the place in the order in which rows were given.
 */
const TABLES = [
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
	'INSERT INTO runs VALUES (0)',
	`INSERT INTO store VALUES (${STORE_SCHEMA_VERSION})`,
];

const TABLE_NAMES = 'SELECT table_name FROM duckdb_tables() WHERE NOT internal';
const VERSION = 'SELECT version FROM store';

/**
 * Makes the tables of an empty database, or checks that those there are ones this program understands.
 *
 * @throws Problem `store.newer` {path, version, known}; `store.foreign` {path, detail}: somebody else's tables
 */
export async function prepareSchema(database: Database): Promise<void> {
	const names = await database.rows(TABLE_NAMES);
	if (names.length === 0) return await createTables(database);
	if (!names.some(([name]) => name === 'store')) {
		throw new Problem('store', 'store.foreign', {
			path: database.path,
			detail: names.map(([name]) => name).join(', '),
		});
	}
	const version = Number((await database.rows(VERSION))[0]?.[0] ?? 0);
	if (version > STORE_SCHEMA_VERSION) {
		throw new Problem('store', 'store.newer', { path: database.path, version, known: STORE_SCHEMA_VERSION });
	}
}

/** In one transaction: a process killed in between leaves a database without tables, which is made again. */
async function createTables(database: Database): Promise<void> {
	await database.transaction(async (session) => {
		for (const sql of TABLES) await session.rows(sql);
	});
}
