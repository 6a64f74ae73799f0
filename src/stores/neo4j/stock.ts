import { type Call, STATEMENT_KINDS } from '../../ledger/statement.ts';
import type { RecordFilter, StoreStock } from '../contract.ts';
import { fromJson } from '../json.ts';
import { withBody } from '../record-body.ts';
import { type FileStock, FileTally, type RunStock, RunTally } from '../tally.ts';
import { transferBody } from '../transfer-body.ts';
import { readFinding, readFindingKeys, streamTransfers } from './derived.ts';
import { filterParameters, readFiles } from './files.ts';
import type { Graph, Row } from './graph.ts';
import { readRecord } from './record-node.ts';

/** What was noted of files and run as they were written. */
export async function notedStock(graph: Graph): Promise<StoreStock> {
	const files = new Map<string, FileStock>();
	let run = new RunTally().stock();
	for (const [hash, stock] of await graph.read('read/stock')) {
		if (hash === null) run = JSON.parse(stock as string) as RunStock;
		else files.set(hash as string, JSON.parse(stock as string) as FileStock);
	}
	return { files, run };
}

/** The same by reading everything. */
export async function countedStock(graph: Graph, filter?: RecordFilter): Promise<StoreStock> {
	const parameters = filterParameters(filter);
	const tallies = new Map<unknown, FileTally>();
	for (const { hash } of await readFiles(graph))
		if (filter?.hashes === undefined || filter.hashes.has(hash)) tallies.set(hash, new FileTally());
	for await (const rows of graph.stream('read/records', 'read/records-count', parameters, (row: Row) => row))
		for (const row of rows) tallies.get(row[0])?.record(withBody(readRecord(row), row[0] as string));
	for await (const rows of graph.stream('read/calls', 'read/calls-count', parameters, (row: Row) => row))
		for (const [body, hash] of rows) tallies.get(hash)?.call(fromJson<Call>(body as string));
	for (const kind of STATEMENT_KINDS)
		for (const [body, hash] of await graph.read('read/statements', { kind, ...parameters }))
			tallies.get(hash)?.statement(kind, fromJson(body as string));
	return {
		files: new Map([...tallies].map(([hash, tally]) => [hash as string, tally.stock()])),
		run: await countRun(graph),
	};
}

async function countRun(graph: Graph): Promise<RunStock> {
	const tally = new RunTally();
	for await (const batch of streamTransfers(graph))
		tally.transfers(batch.map((transfer) => ({ transfer, body: transferBody(transfer) })));
	for (const key of await readFindingKeys(graph)) tally.finding(key, (await readFinding(graph, key)) ?? '');
	return tally.stock();
}
