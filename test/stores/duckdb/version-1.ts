import { DuckDBInstance } from '@duckdb/node-api';
import { STATEMENT_KINDS } from '../../../src/ledger/statement.ts';
import { toJson } from '../../../src/stores/json.ts';
import { fileOf, otherStatements, recordOf, transferOf } from '../samples.ts';

/** The tables as version 1 made them: written down here, because the program itself makes newer ones. */
const TABLES = [
	'CREATE TABLE store(version INTEGER NOT NULL)',
	'CREATE SEQUENCE file_numbers',
	`CREATE TABLE files(hash VARCHAR PRIMARY KEY, number INTEGER NOT NULL, paths VARCHAR NOT NULL, size BIGINT NOT NULL,
		source VARCHAR NOT NULL, reading VARCHAR NOT NULL, rows VARCHAR NOT NULL)`,
	`CREATE TABLE records(file INTEGER NOT NULL, id VARCHAR NOT NULL, instant BIGINT NOT NULL, own VARCHAR NOT NULL,
		from_account VARCHAR NOT NULL, to_account VARCHAR NOT NULL, asset VARCHAR NOT NULL, amount HUGEINT, balance HUGEINT,
		has_balance BOOLEAN NOT NULL, body VARCHAR NOT NULL, raw VARCHAR NOT NULL)`,
	'CREATE TABLE statements(file INTEGER NOT NULL, kind VARCHAR NOT NULL, position INTEGER NOT NULL, body VARCHAR NOT NULL)',
	'CREATE TABLE calls(file INTEGER NOT NULL, id VARCHAR NOT NULL, instant BIGINT NOT NULL, body VARCHAR NOT NULL)',
	'CREATE TABLE decisions(position INTEGER NOT NULL, body VARCHAR NOT NULL)',
	'CREATE TABLE runs(number INTEGER NOT NULL)',
	`CREATE TABLE transfers(position INTEGER NOT NULL, id VARCHAR NOT NULL, instant BIGINT NOT NULL,
		from_account VARCHAR NOT NULL, to_account VARCHAR NOT NULL, asset VARCHAR NOT NULL, amount HUGEINT, body VARCHAR NOT NULL)`,
	'CREATE TABLE touches(key UBIGINT NOT NULL, position INTEGER NOT NULL)',
	'CREATE TABLE names(key UBIGINT NOT NULL, position INTEGER NOT NULL)',
	'CREATE TABLE findings(key VARCHAR NOT NULL, value VARCHAR NOT NULL)',
	'INSERT INTO runs VALUES (0)',
	'INSERT INTO store VALUES (1)',
];

/** Writes a store as version 1 left it: one file with `rows` records and a statement of each kind, and a run of three transfers. */
export async function writeVersion1(path: string, hash: string, rows: number): Promise<void> {
	const instance = await DuckDBInstance.create(path);
	const connection = await instance.connect();
	const put = async (table: string, cells: readonly (string | number | null)[]) =>
		await connection.run(`INSERT INTO ${table} VALUES (${cells.map((_, index) => `$${index + 1}`).join()})`, [
			...cells,
		]);
	for (const sql of TABLES) await connection.run(sql);
	await connection.run('BEGIN');
	const { size, source, reading, paths, rows: fates } = fileOf(hash, rows, 16);
	await put('files', [hash, 7, JSON.stringify(paths), size, source, reading, JSON.stringify(fates)]);
	for (let row = 0; row < rows; row++) await put('records', recordCells(hash, row));
	const said = otherStatements('a');
	for (const [position, kind] of STATEMENT_KINDS.entries())
		for (const statement of said[kind]) await put('statements', [7, kind, position, toJson(statement)]);
	for (const number of [0, 1, 2]) await put('transfers', transferCells(number));
	await put('findings', ['findings', '{"a":1}']);
	await connection.run('COMMIT');
	connection.closeSync();
	instance.closeSync();
}

function recordCells(hash: string, row: number): (string | number | null)[] {
	const { id, moment, own, from, to, asset, amount, raw, ...rest } = recordOf(hash, row);
	const { source, institution, sequence, keys, medium, state, type, memo } = rest;
	const names = [null, null];
	const amounts = [null, null, null];
	const body = [
		...[['', row, 0], source, institution, ...names, ...amounts, moment.text, moment.precision, null],
		...[sequence, keys, medium, state, type, memo, null, null],
	];
	const cells = [7, id, moment.instant, own, from.account, to.account, asset, String(amount), null, 'false'];
	return [...cells, JSON.stringify(body), raw];
}

function transferCells(number: number): (string | number | null)[] {
	const t = transferOf(number);
	const body = [
		...[t.aliases, t.records, t.fromName, t.toName, null, String(t.gross), String(t.refunded), t.timeText, t.precision],
		...[null, t.sequence, t.medium, t.type, t.memo, t.grade, t.rule, t.certain, null, null, t.tied, null],
	];
	return [number, t.id, t.instant, t.from, t.to, t.asset, String(t.amount), JSON.stringify(body)];
}
