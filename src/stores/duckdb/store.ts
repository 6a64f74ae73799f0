import type { OpenOptions, Store } from '../contract.ts';
import { countedStock } from './count-stock.ts';
import { dropRun, readFinding, readFindingKeys, readHistories, streamTransfers, transferById } from './derived.ts';
import { writeFile } from './file-writer.ts';
import { readFiles, removeFile, setFilePaths } from './files.ts';
import { recordsById, streamBalances, streamCalls, streamRecords } from './records.ts';
import { beginRun } from './run-writer.ts';
import { openPrepared } from './schema.ts';
import { readDecisions, readStatements, replaceDecisions } from './statements.ts';
import { notedStock } from './stock.ts';

/** Opens the embedded store in a DuckDB file. Throws what `openStore` says. */
export async function openDuckDbStore(path: string, options: OpenOptions = {}): Promise<Store> {
	const database = await openPrepared(path, options);
	return {
		kind: 'duckdb',
		files: async () => await readFiles(database),
		setPaths: async (hash, paths) => await setFilePaths(database, hash, paths),
		removeFile: async (hash) => await removeFile(database, hash),
		writeFile: async (hash) => await writeFile(database, hash),

		records: (filter) => streamRecords(database, filter),
		recordsById: async (ids) => await recordsById(database, ids),
		balances: (filter) => streamBalances(database, filter),
		statements: async (kind, filter) => await readStatements(database, kind, filter),
		calls: (filter) => streamCalls(database, filter),

		replaceDecisions: async (decisions) => await replaceDecisions(database, decisions),
		decisions: async () => await readDecisions(database),

		beginRun: async () => await beginRun(database),
		transfers: () => streamTransfers(database),
		histories: async (accounts) => await readHistories(database, accounts),
		transferById: async (id) => await transferById(database, id),
		finding: async (key) => await readFinding(database, key),
		findingKeys: async () => await readFindingKeys(database),
		dropRun: async () => await dropRun(database),
		notedStock: async () => await notedStock(database),
		countedStock: async (filter) => await countedStock(database, filter),
		close: async () => await database.close(),
	};
}
