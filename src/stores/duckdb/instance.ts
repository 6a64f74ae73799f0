import { open, realpath, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { Problem } from '../../ledger/problem.ts';

/** What writing needs; whatever DuckDB is given beyond it fills with blocks already written. */
export const WRITING_MEMORY = '128MB';
/**
 * What sorting whole records needs: 256 MB fail from 3 million records on, 1 GB sorted 9 million; what does not fit is
 * spilled to `<path>.tmp`. The need grows with the threads, hence two, which our one reader keeps up with.
 */
export const SORTING_MEMORY = '1GB';

/**
 * Nothing outside the store is ever opened and no extension fetched: an SQL text that slips in can neither read files
 * nor reach a network.
 */
const SETTINGS = {
	memory_limit: WRITING_MEMORY,
	// What is freed goes back to the system at once: a file is written in many small steps.
	allocator_flush_threshold: '16MB',
	threads: '2',
	enable_external_access: 'false',
	autoinstall_known_extensions: 'false',
	autoload_known_extensions: 'false',
};

/** Main header and two database headers: what every whole DuckDB file begins with. */
const HEADER_BYTES = 3 * 4096;

/**
 * Opens the database file at a path, once per process: a second opening shares the first one's instance.
 *
 * DuckDB's lock on the file holds between processes only. Two instances of one file inside a process would both open
 * and overwrite each other's rows without a word, hence its instance cache, asked with one spelling of each path.
 */
export async function openInstance(path: string, readOnly: boolean): Promise<DuckDBInstance> {
	const file = await oneSpelling(path);
	const settings = readOnly ? { ...SETTINGS, access_mode: 'READ_ONLY' } : SETTINGS;
	try {
		return await DuckDBInstance.fromCache(file, settings);
	} catch (error) {
		if (!(await isCutCreation(file))) throw error;
		if (readOnly) throw new Problem('store', 'store.unwritten', { path }, error);
		await rm(file);
		return await DuckDBInstance.fromCache(file, SETTINGS);
	}
}

async function oneSpelling(path: string): Promise<string> {
	const absolute = resolve(path);
	try {
		return await realpath(absolute);
	} catch {
		// Not there yet: then its folder decides. A folder that is missing too is DuckDB's error to tell.
		return await realpath(dirname(absolute)).then(
			(folder) => join(folder, basename(absolute)),
			() => absolute,
		);
	}
}

/**
 * Whether the file is what a process leaves that was killed while it made a new database: shorter than the headers,
 * and empty or begun as DuckDB begins. Nothing was in it yet. Whoever is still writing it holds the lock, and the
 * error is another one.
 */
async function isCutCreation(file: string): Promise<boolean> {
	try {
		const handle = await open(file);
		try {
			const { size } = await handle.stat();
			const { buffer, bytesRead } = await handle.read(Buffer.alloc(12), 0, 12, 0);
			const begun = bytesRead === 0 || buffer.toString('latin1', 8, 12) === 'DUCK';
			return begun && size < HEADER_BYTES;
		} finally {
			await handle.close();
		}
	} catch {
		return false;
	}
}
