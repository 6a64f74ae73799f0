import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { KNOWN_ASSETS } from '../../src/ledger/asset.ts';
import { readIntoStore } from '../../src/run/read-file.ts';
import { recognise } from '../../src/run/recognise.ts';
import type { Hints } from '../../src/sources/contract.ts';
import { diskFile } from '../../src/sources/evidence-file.ts';
import { sourcesFor } from '../../src/sources/list.ts';
import { openStore } from '../../src/stores/open.ts';

export interface Reading {
	/** From the first byte to the closed store. */
	readonly ms: number;
	readonly records: number;
	readonly rejected: number;
}

/** How DuckDB is told to read a file. */
export interface Dialect {
	readonly delimiter: ',' | '\t';
	/** Lines before the header. */
	readonly skip: number;
}

const HINTS: Hints = {
	offsetMinutes: 480,
	mappings: [],
	assets: new Map(KNOWN_ASSETS.map((asset) => [asset.id, asset])),
};

/** Hashes, identifies, parses and stores one file as a run does. `job` of `child.ts`. */
export async function job(path: string): Promise<Reading> {
	const address = join(dirname(path), `${basename(path)}.duckdb`);
	await rm(address, { force: true });
	const start = performance.now();
	const store = await openStore(address);
	const file = await diskFile(path, basename(path));
	const { known } = await recognise(file, HINTS, sourcesFor(HINTS));
	if (!known) throw new Error(`${path} is not recognised`);
	const { rows } = await readIntoStore({
		file,
		hints: HINTS,
		source: known.source,
		reading: 'bench',
		store,
		rejects: join(dirname(path), 'rejects'),
		report: () => undefined,
	});
	await store.close();
	const ms = performance.now() - start;
	await rm(address, { force: true });
	return { ms, records: rows.records, rejected: rows.rejected };
}

/** Milliseconds that DuckDB takes to read the text as text into a table of a new database file. A TAB means no quoting. */
export async function readByDuckDb(path: string, threads: number, { delimiter, skip }: Dialect): Promise<number> {
	const address = `${path}.csv.duckdb`;
	await rm(address, { force: true });
	const start = performance.now();
	const instance = await DuckDBInstance.create(address, { threads: String(threads) });
	const connection = await instance.connect();
	const quoting = delimiter === ',' ? `quote='"', escape='"'` : "quote=''";
	const options = `delim='${delimiter}', ${quoting}, skip=${skip}, header=true, all_varchar=true, null_padding=true, strict_mode=false`;
	await connection.run(`CREATE TABLE rows AS SELECT * FROM read_csv('${path.replaceAll("'", "''")}', ${options})`);
	connection.closeSync();
	instance.closeSync();
	const ms = performance.now() - start;
	await rm(address, { force: true });
	return ms;
}
