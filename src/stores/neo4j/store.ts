import { type OpenOptions, STORE_SCHEMA_VERSION, type Store } from '../contract.ts';
import type { Neo4jPlace } from '../place.ts';
import { readFinding, readFindingKeys, readHistories, streamTransfers, transferById } from './derived.ts';
import { writeFile } from './file-writer.ts';
import { readFiles, removeFile, setFilePaths } from './files.ts';
import { openGraph } from './graph.ts';
import {
	readDecisions,
	readStatements,
	recordsById,
	replaceDecisions,
	streamBalances,
	streamCalls,
	streamRecords,
} from './records.ts';
import { beginRun } from './run-writer.ts';
import { migrate, prepareSchema } from './schema.ts';
import { countedStock, notedStock } from './stock.ts';
import { removeUnfinishedRun } from './sweep.ts';
import { takeWriter, type Writer } from './writer.ts';

/** Opens a case on a Neo4j server, making it where it is not there. Throws what `openStore` says. */
export async function openNeo4jStore(place: Neo4jPlace, options: OpenOptions = {}): Promise<Store> {
	const graph = await openGraph(place);
	let taken: Promise<Writer> | undefined;
	/** Taken by the first who writes: questions never hold anybody up. */
	const writer = async (): Promise<Writer> => {
		if (options.readOnly) throw new Error('the store was opened to be read');
		taken ??= takeWriter(graph);
		try {
			return await taken;
		} catch (error) {
			taken = undefined;
			throw error;
		}
	};
	const close = async () => {
		await (await taken?.catch(() => undefined))?.release();
		await graph.close();
	};
	try {
		const version = await prepareSchema(graph, options);
		if (version < STORE_SCHEMA_VERSION && !options.readOnly) await migrate(graph, await writer());
	} catch (error) {
		await close();
		throw error;
	}
	return {
		kind: 'neo4j',
		files: async () => await readFiles(graph),
		setPaths: async (hash, paths) => await setFilePaths(await writer(), hash, paths),
		removeFile: async (hash) => await removeFile(await writer(), hash),
		writeFile: async (hash) => await writeFile(graph, await writer(), hash),

		records: (filter) => streamRecords(graph, filter),
		recordsById: async (ids) => await recordsById(graph, ids),
		balances: (filter) => streamBalances(graph, filter),
		statements: async (kind, filter) => await readStatements(graph, kind, filter),
		calls: (filter) => streamCalls(graph, filter),

		replaceDecisions: async (decisions) => await replaceDecisions(await writer(), decisions),
		decisions: async () => await readDecisions(graph),

		beginRun: async () => await beginRun(graph, await writer()),
		transfers: () => streamTransfers(graph),
		histories: async (accounts) => await readHistories(graph, accounts),
		transferById: async (id) => await transferById(graph, id),
		finding: async (key) => await readFinding(graph, key),
		findingKeys: async () => await readFindingKeys(graph),
		dropRun: async () => {
			const own = await writer();
			await own.write((send) => send('write/drop-run'));
			await removeUnfinishedRun(own, 0);
		},
		notedStock: async () => await notedStock(graph),
		countedStock: async (filter) => await countedStock(graph, filter),
		close,
	};
}
