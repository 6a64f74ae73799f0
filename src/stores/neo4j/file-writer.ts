import { randomInt } from 'node:crypto';
import { Problem } from '../../ledger/problem.ts';
import type { LedgerRecord } from '../../ledger/record.ts';
import type { Call, Statements } from '../../ledger/statement.ts';
import type { FileWriter } from '../contract.ts';
import { toJson } from '../json.ts';
import { withBody } from '../record-body.ts';
import { type PlacedStatement, placeStatements } from '../statements.ts';
import { FileTally } from '../tally.ts';
import { shownPlace } from './address.ts';
import { commitReading } from './files.ts';
import type { Graph } from './graph.ts';
import { integer, text } from './properties.ts';
import { recordCells } from './record-node.ts';
import { removeReading } from './sweep.ts';
import type { Writer } from './writer.ts';

/** Rows in one transaction: larger ones gain nothing and cost the server memory. */
const BATCH_ROWS = 5_000;

/**
 * Writes one file in many transactions under a reading number of its own. Nobody sees the rows until `commit` makes
 * that number the file's current one, in one small transaction; what a crash leaves is removed by the next writer.
 */
export async function writeFile(graph: Graph, writer: Writer, hash: string): Promise<FileWriter> {
	// By chance, so that a try whose answer was lost and the next one are the same reading.
	const reading = 1 + randomInt(2 ** 47);
	const bound = { hash, reading: integer(reading) };
	const [begun] = await writer.write((send) => send('write/begin-reading', bound));
	const former = Number(begun?.[0]);
	const waiting: { records: LedgerRecord[]; statements: PlacedStatement[]; calls: Call[] } = {
		records: [],
		statements: [],
		calls: [],
	};
	const tally = new FileTally();
	let ordinal = 0;
	let position = 0;
	let ended = false;
	let repeated = false;

	const put = async (name: string, rows: readonly unknown[]) => {
		await writer.write(async (send, attempt) => {
			// Of a transaction whose answer was lost nobody knows whether it holds: then rows already there are passed over.
			if (attempt > 1) repeated = true;
			await send(attempt > 1 ? `${name}-again` : name, { ...bound, rows });
		});
	};
	const drain = async <T>(name: string, things: T[], atLeast: number, rowOf: (thing: T) => unknown) => {
		while (things.length >= atLeast) await put(name, things.splice(0, BATCH_ROWS).map(rowOf));
	};
	const flush = async (atLeast: number) => {
		const { records, statements, calls } = waiting;
		await drain('write/records', records, atLeast, (record) => recordCells(record, hash, ordinal++));
		await drain('write/statements', statements, atLeast, statementRow);
		await drain('write/calls', calls, atLeast, callRow);
	};
	return {
		async write(statements: Statements) {
			// One by one: a long list spread into arguments overflows the stack.
			for (const record of statements.records ?? []) {
				tally.record(withBody(record, hash));
				waiting.records.push(record);
			}
			for (const call of statements.calls ?? []) {
				tally.call(call);
				waiting.calls.push(call);
			}
			const others = placeStatements(statements, position);
			position += others.length;
			for (const other of others) {
				tally.statement(other.kind, other.statement);
				waiting.statements.push(other);
			}
			await flush(BATCH_ROWS);
		},
		async commit(file) {
			if (file.hash !== hash) throw new Error(`the writer of ${hash} was given the file ${file.hash}`);
			await flush(1).catch((error) => {
				throw repeatedRecord(error, hash);
			});
			if (repeated) await assertAllThere(graph, bound, ordinal);
			const whole = { file, reading, former, records: ordinal, stock: tally.stock() };
			const mine = await writer.write((send) => commitReading(send, whole));
			if (!mine) throw new Problem('store', 'store.busy', { path: shownPlace(graph.place) });
			ended = true;
			if (former !== 0) await removeReading(writer, hash, former);
		},
		async abort() {
			if (ended) return;
			ended = true;
			// What cannot be removed now, the next writer removes; the error that led here is the one to tell.
			await removeReading(writer, hash, reading).catch(() => undefined);
		},
	};
}

function statementRow({ kind, position, statement }: PlacedStatement) {
	return { kind, position: integer(position), body: toJson(statement) };
}

function callRow(call: Call) {
	return { id: text(call.id), instant: integer(call.moment.instant), body: toJson(call) };
}

/** Of a record that was written twice the server says that its key is taken. */
function repeatedRecord(error: unknown, hash: string): unknown {
	const cause = error instanceof Problem && error.code === 'store.foreign' ? error.cause : undefined;
	const [, id] = cause instanceof Error ? (/`Record`.*`id` = '([^']*)'/.exec(cause.message) ?? []) : [];
	return id === undefined ? error : new Error(`the record ${id} was written twice for the file ${hash}`);
}

/** Only where a batch was sent again: a record written twice would be passed over there. */
async function assertAllThere(graph: Graph, bound: { hash: string; reading: bigint }, records: number): Promise<void> {
	const [row] = await graph.read('read/reading-records', bound);
	if (Number(row?.[0]) !== records) throw new Error(`a record was written twice for the file ${bound.hash}`);
}
