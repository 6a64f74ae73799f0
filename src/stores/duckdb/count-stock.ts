import type { DuckDBValue } from '@duckdb/node-api';
import type { Call, StatementKind } from '../../ledger/statement.ts';
import type { RecordFilter, StoreStock } from '../contract.ts';
import { fromJson } from '../json.ts';
import { withBody } from '../record-body.ts';
import { type FileStock, FileTally, type RunStock, RunTally } from '../tally.ts';
import { transferBody } from '../transfer-body.ts';
import { readInteger } from './cells.ts';
import type { Database } from './database.ts';
import { readFinding, readFindingKeys, streamTransfers } from './derived.ts';
import { selectFiles } from './files.ts';
import { RECORD_CELLS, readRecord } from './record-row.ts';
import type { Session } from './session.ts';

/** What `notedStock` says, by reading everything, records and calls in no particular order: sorting would take as long again. */
export async function countedStock(database: Database, filter?: RecordFilter): Promise<StoreStock> {
	return {
		files: await database.transaction(async (session) => await countFiles(session, filter)),
		run: await countRun(database),
	};
}

type Take = (tally: FileTally, row: DuckDBValue[], hash: string) => void;

async function countFiles(session: Session, filter: RecordFilter | undefined): Promise<Map<string, FileStock>> {
	const { hashes, condition, bound } = await selectFiles(session, filter);
	const tallies = new Map([...hashes.keys()].map((number) => [number, new FileTally()]));
	const each = async (table: string, cells: string, order: string, take: Take) => {
		const from = `FROM ${table} WHERE ${condition}`;
		const query = { count: `SELECT count(*) ${from}`, select: `SELECT ${cells} ${from} ${order}`, ...bound };
		for await (const rows of session.stream(query)) {
			for (const row of rows) {
				const number = readInteger(row[0]);
				const tally = tallies.get(number);
				if (tally) take(tally, row, hashes.get(number) ?? '');
			}
		}
	};
	await each('records', RECORD_CELLS, '', (tally, row, hash) => tally.record(withBody(readRecord(row, hashes), hash)));
	await each('calls', 'file, body', '', (tally, [, body]) => tally.call(fromJson<Call>(body as string)));
	await each('statements', 'file, kind, body', 'ORDER BY file, position', (tally, [, kind, body]) =>
		tally.statement(kind as StatementKind, fromJson(body as string)),
	);
	return new Map([...tallies].map(([number, tally]) => [hashes.get(number) ?? '', tally.stock()]));
}

async function countRun(database: Database): Promise<RunStock> {
	const tally = new RunTally();
	for await (const batch of streamTransfers(database))
		tally.transfers(batch.map((transfer) => ({ transfer, body: transferBody(transfer) })));
	for (const key of await readFindingKeys(database)) tally.finding(key, (await readFinding(database, key)) ?? '');
	return tally.stock();
}
