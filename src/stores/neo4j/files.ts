import type { FileRows, RecordFilter, StoredFile } from '../contract.ts';
import type { FileStock } from '../tally.ts';
import type { Graph, Send } from './graph.ts';
import { integer, readText, text } from './properties.ts';
import { removeReading } from './sweep.ts';
import type { Writer } from './writer.ts';

/** The files of the case, by hash. */
export async function readFiles(graph: Graph): Promise<StoredFile[]> {
	const rows = await graph.read('read/files');
	return rows.map(([hash, paths, size, source, reading, fates]) => ({
		hash: hash as string,
		paths: (paths as string[]).map(readText),
		size: size as number,
		source: readText(source),
		reading: readText(reading),
		rows: JSON.parse(fates as string) as FileRows,
	}));
}

/** Notes where a file is found now. A hash that is not in the store is passed over. */
export async function setFilePaths(writer: Writer, hash: string, paths: readonly string[]): Promise<void> {
	await writer.write((send) => send('write/file-paths', { hash, paths: storedPaths(paths) }));
}

/** Forgets a file and what it said: first that it is there, then, in parts, what it said. */
export async function removeFile(writer: Writer, hash: string): Promise<void> {
	const [removed] = await writer.write((send) => send('write/remove-file', { hash }));
	if (removed) await removeReading(writer, hash, Number(removed[0]));
}

/** A reading that is written whole. */
export interface WrittenReading {
	readonly file: StoredFile;
	readonly reading: number;
	/** The reading whose place it takes; 0: none. */
	readonly former: number;
	readonly records: number;
	readonly stock: FileStock;
}

/** Makes a reading the one that holds. @returns false where another one took that place meanwhile */
export async function commitReading(
	send: Send,
	{ file, reading, former, records, stock }: WrittenReading,
): Promise<boolean> {
	const rows = await send('write/commit-reading', {
		hash: file.hash,
		reading: integer(reading),
		former: integer(former),
		paths: storedPaths(file.paths),
		size: integer(file.size),
		source: text(file.source),
		how: text(file.reading),
		rows: JSON.stringify(file.rows),
		records: integer(records),
		stock: JSON.stringify(stock),
	});
	return rows.length === 1;
}

/** What `cypher/read` statements take to leave out files: null for none. */
export function filterParameters(filter?: RecordFilter): { hashes: readonly string[] | null } {
	return { hashes: filter?.hashes ? [...filter.hashes] : null };
}

function storedPaths(paths: readonly string[]): (string | null)[] {
	return [...paths].sort().map(text);
}
