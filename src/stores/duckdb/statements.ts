import { VARCHAR } from '@duckdb/node-api';
import type { Decision } from '../../ledger/decision.ts';
import type { StatementKind, StatementLists } from '../../ledger/statement.ts';
import type { RecordFilter } from '../contract.ts';
import { fromJson, toJson } from '../json.ts';
import { integerColumn, jsonColumn } from './cells.ts';
import type { Database } from './database.ts';
import { selectFiles } from './files.ts';
import { writeTable } from './table-writer.ts';

const DECISIONS = 'SELECT body FROM decisions ORDER BY position';
const DELETE_DECISIONS = 'DELETE FROM decisions';

/** All statements of a kind, by the hash of their file, then as the file gives them: whatever order files came in. */
export async function readStatements<K extends StatementKind>(
	database: Database,
	kind: K,
	filter?: RecordFilter,
): Promise<StatementLists[K][]> {
	return await database.transaction(async (session) => {
		const { condition, bound } = await selectFiles(session, filter, 2);
		const sql = `SELECT body FROM statements JOIN files ON file = number
			WHERE kind = $1 AND ${condition} ORDER BY hash, position`;
		const rows = await session.rows(sql, { values: [kind, ...bound.values], types: [VARCHAR, ...bound.types] });
		return rows.map(([body]) => fromJson<StatementLists[K]>(body as string));
	});
}

/** Replaces the store's copy of decisions.csv. */
export async function replaceDecisions(database: Database, decisions: readonly Decision[]): Promise<void> {
	await database.transaction(async (session) => {
		await session.rows(DELETE_DECISIONS);
		const writer = await writeTable<{ decision: Decision; position: number }>(session, database.path, 'decisions', [
			integerColumn(({ position }) => position),
			jsonColumn(({ decision }) => toJson(decision)),
		]);
		writer.write(decisions.map((decision, position) => ({ decision, position })));
		writer.finish();
	});
}

/** The decisions in the order in which they were given. */
export async function readDecisions(database: Database): Promise<Decision[]> {
	return (await database.rows(DECISIONS)).map(([body]) => fromJson<Decision>(body as string));
}
