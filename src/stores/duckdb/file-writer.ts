import type { Call } from '../../ledger/statement.ts';
import type { FileWriter } from '../contract.ts';
import { type BodiedRecord, withBody } from '../record-body.ts';
import { type PlacedStatement, placeStatements } from '../statements.ts';
import { FileTally } from '../tally.ts';
import { readInteger, readText } from './cells.ts';
import type { Database } from './database.ts';
import { putFile, removeStatements } from './files.ts';
import { recordColumns } from './record-row.ts';
import type { Session } from './session.ts';
import { callColumns, statementColumns } from './statement-row.ts';
import { putFileStock } from './stock.ts';
import { type TableWriter, writeTable } from './table-writer.ts';

const NEXT_NUMBER = "SELECT nextval('file_numbers')";
/** By hash first: 8 bytes an id instead of 25 keep the memory of a large file down. */
const MAY_REPEAT = 'SELECT count(*) > count(DISTINCT hash(id)) FROM records WHERE file = $1';
const REPEATED = 'SELECT id FROM records WHERE file = $1 GROUP BY id HAVING count(*) > 1 LIMIT 1';

interface Writers {
	records?: TableWriter<BodiedRecord>;
	calls?: TableWriter<Call>;
	statements?: TableWriter<PlacedStatement>;
}

/**
 * Writes one file in one transaction. DuckDB puts full row groups on disk as they come and holds back only the notice
 * of them, so that a transaction of millions of rows stays flat in memory and its commit is short; what a crash leaves
 * of it is free space.
 */
export async function writeFile(database: Database, hash: string): Promise<FileWriter> {
	const session = await database.begin();
	const number = readInteger((await session.rows(NEXT_NUMBER))[0]?.[0]);
	const writers: Writers = {};
	const tally = new FileTally();
	let position = 0;
	return {
		async write(statements) {
			if (statements.records?.length) {
				writers.records ??= await writeTable(session, database.path, 'records', recordColumns(number));
				const records = statements.records.map((record) => withBody(record, hash));
				for (const record of records) tally.record(record);
				writers.records.write(records);
			}
			if (statements.calls?.length) {
				writers.calls ??= await writeTable(session, database.path, 'calls', callColumns(number));
				for (const call of statements.calls) tally.call(call);
				writers.calls.write(statements.calls);
			}
			const others = placeStatements(statements, position);
			if (others.length === 0) return;
			position += others.length;
			for (const { kind, statement } of others) tally.statement(kind, statement);
			writers.statements ??= await writeTable(session, database.path, 'statements', statementColumns(number));
			writers.statements.write(others);
		},
		async commit(file) {
			if (file.hash !== hash) throw new Error(`the writer of ${hash} was given the file ${file.hash}`);
			for (const writer of [writers.records, writers.calls, writers.statements]) writer?.finish();
			await refuseRepeats(session, hash, number);
			await removeStatements(session, hash);
			await putFile(session, file, number);
			await putFileStock(session, number, tally.stock());
			await session.commit();
		},
		async abort() {
			await session.end();
		},
	};
}

/** No key guards the ids (it would quadruple the load), so they are compared once, at the end. */
async function refuseRepeats(session: Session, hash: string, number: number): Promise<void> {
	const [may] = await session.rows(MAY_REPEAT, { values: [number] });
	if (may?.[0] !== true) return;
	const [repeated] = await session.rows(REPEATED, { values: [number] });
	if (repeated) throw new Error(`the record ${readText(repeated[0])} was written twice for the file ${hash}`);
}
