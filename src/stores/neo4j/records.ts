import type { Decision } from '../../ledger/decision.ts';
import type { RecordId } from '../../ledger/evidence.ts';
import type { LedgerRecord } from '../../ledger/record.ts';
import type { Balance, Call, StatementKind, StatementLists } from '../../ledger/statement.ts';
import type { RecordFilter } from '../contract.ts';
import { fromJson } from '../json.ts';
import { filterParameters } from './files.ts';
import type { Graph } from './graph.ts';
import { integer, type Properties, readText, text } from './properties.ts';
import { readBalance, readRecord } from './record-node.ts';
import type { Writer } from './writer.ts';

/** All records by instant, then id. */
export function streamRecords(graph: Graph, filter?: RecordFilter): AsyncGenerator<LedgerRecord[]> {
	return graph.stream('read/records', 'read/records-count', filterParameters(filter), readRecord);
}

/** The records with these ids that are in the store, by instant, then id. */
export async function recordsById(graph: Graph, ids: readonly RecordId[]): Promise<LedgerRecord[]> {
	if (ids.length === 0) return [];
	return (await graph.read('read/records-by-id', { ids })).map(readRecord);
}

/** The balances that rows print for the account whose books they come from, by account, instant, record. */
export function streamBalances(graph: Graph, filter?: RecordFilter): AsyncGenerator<Balance[]> {
	return graph.stream('read/balances', 'read/balances-count', filterParameters(filter), readBalance);
}

/** All calls by instant, then id. */
export function streamCalls(graph: Graph, filter?: RecordFilter): AsyncGenerator<Call[]> {
	return graph.stream('read/calls', 'read/calls-count', filterParameters(filter), ([body]) =>
		fromJson<Call>(body as string),
	);
}

/** All statements of a kind, by the hash of their file, then as the file gives them. */
export async function readStatements<K extends StatementKind>(
	graph: Graph,
	kind: K,
	filter?: RecordFilter,
): Promise<StatementLists[K][]> {
	const rows = await graph.read('read/statements', { kind, ...filterParameters(filter) });
	return rows.map(([body]) => fromJson<StatementLists[K]>(body as string));
}

/** Replaces the store's copy of decisions.csv. */
export async function replaceDecisions(writer: Writer, decisions: readonly Decision[]): Promise<void> {
	const rows = decisions.map((decision, position) => ({ position: integer(position), properties: nodeOf(decision) }));
	await writer.write((send) => send('write/decisions', { rows }));
}

/** The decisions in the order in which they were given. */
export async function readDecisions(graph: Graph): Promise<Decision[]> {
	const rows = await graph.read('read/decisions');
	return rows.map(([subject, act, value, by, why, at, review, line]) => ({
		subject: readText(subject),
		act: act as Decision['act'],
		value: readText(value),
		by: readText(by),
		why: readText(why),
		at: readText(at),
		review: readText(review),
		line: line as number,
	}));
}

function nodeOf({ subject, act, value, by, why, at, review, line }: Decision): Properties {
	return {
		subject: text(subject),
		act,
		value: text(value),
		by: text(by),
		why: text(why),
		decided: text(at),
		review: text(review),
		line: integer(line),
	};
}
