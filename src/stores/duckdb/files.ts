import { type DuckDBValue, INTEGER, LIST, listValue } from '@duckdb/node-api';
import type { FileRows, RecordFilter, StoredFile } from '../contract.ts';
import { storedText } from '../stored-text.ts';
import { readInteger, readText } from './cells.ts';
import type { Database } from './database.ts';
import type { Bound, Session } from './session.ts';

const ALL = 'SELECT hash, paths, size, source, reading, rows FROM files ORDER BY hash';
const NUMBERS = 'SELECT number, hash FROM files ORDER BY hash';
const NUMBER = 'SELECT number FROM files WHERE hash = $1';
const SET_PATHS = 'UPDATE files SET paths = $2 WHERE hash = $1';
const DELETE_FILE = 'DELETE FROM files WHERE hash = $1';
const PUT =
	'INSERT OR REPLACE INTO files(hash, number, paths, size, source, reading, rows) VALUES ($1, $2, $3, $4, $5, $6, $7)';
const DELETE_STATEMENTS = ['records', 'statements', 'calls', 'file_stock'].map(
	(table) => `DELETE FROM ${table} WHERE file = $1`,
);

/** The files of the store, by hash. */
export async function readFiles(database: Database): Promise<StoredFile[]> {
	const rows = await database.rows(ALL);
	return rows.map(([hash, paths, size, source, reading, fates]) => ({
		hash: readText(hash),
		paths: JSON.parse(paths as string) as string[],
		size: readInteger(size),
		source: readText(source),
		reading: readText(reading),
		rows: JSON.parse(fates as string) as FileRows,
	}));
}

/** Notes where a file is found now. A hash that is not in the store is passed over. */
export async function setFilePaths(database: Database, hash: string, paths: readonly string[]): Promise<void> {
	await database.rows(SET_PATHS, { values: [storedText(hash), JSON.stringify([...paths].sort())] });
}

/** Forgets a file and what it said. */
export async function removeFile(database: Database, hash: string): Promise<void> {
	await database.transaction(async (session) => {
		await removeStatements(session, hash);
		await session.rows(DELETE_FILE, { values: [storedText(hash)] });
	});
}

/** Removes what the file's present reading says, leaving the file itself. */
export async function removeStatements(session: Session, hash: string): Promise<void> {
	const [former] = await session.rows(NUMBER, { values: [storedText(hash)] });
	if (!former) return;
	for (const sql of DELETE_STATEMENTS) await session.rows(sql, { values: [former[0] ?? null] });
}

/** Enters the file with the number under which its statements were written. */
export async function putFile(session: Session, file: StoredFile, number: number): Promise<void> {
	const values: DuckDBValue[] = [
		storedText(file.hash),
		number,
		JSON.stringify([...file.paths].sort()),
		BigInt(file.size),
		storedText(file.source),
		storedText(file.reading),
		JSON.stringify(file.rows),
	];
	await session.rows(PUT, { values });
}

/** The files that a filter leaves, and the condition on column `file` that says so. */
export interface FileSelection {
	/** File number -> hash. */
	readonly hashes: ReadonlyMap<number, string>;
	/** `TRUE`, or a condition that uses the last bound value. */
	readonly condition: string;
	readonly bound: Required<Bound>;
}

/** @param first number of the parameter to bind, where others stand before it */
export async function selectFiles(session: Session, filter?: RecordFilter, first = 1): Promise<FileSelection> {
	const rows = await session.rows(NUMBERS);
	const all = rows.map(([number, hash]): [number, string] => [readInteger(number), readText(hash)]);
	const wanted = filter?.hashes;
	if (!wanted) return { hashes: new Map(all), condition: 'TRUE', bound: { values: [], types: [] } };
	const kept = all.filter(([, hash]) => wanted.has(hash));
	return {
		hashes: new Map(kept),
		condition: `file IN (SELECT unnest($${first}))`,
		bound: { values: [listValue(kept.map(([number]) => number))], types: [LIST(INTEGER)] },
	};
}
