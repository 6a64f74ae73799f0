import { LIST, listValue, VARCHAR } from '@duckdb/node-api';
import type { RecordId } from '../../ledger/evidence.ts';
import type { LedgerRecord } from '../../ledger/record.ts';
import type { Balance, Call } from '../../ledger/statement.ts';
import type { RecordFilter } from '../contract.ts';
import { fromJson } from '../json.ts';
import { storedText } from '../stored-text.ts';
import type { Database } from './database.ts';
import { selectFiles } from './files.ts';
import { BALANCE_CELLS, RECORD_CELLS, readBalance, readRecord } from './record-row.ts';

const OWN_ACCOUNT = "CASE own WHEN 'from' THEN from_account ELSE to_account END";
const PRINTS_BALANCE = "has_balance AND own <> 'neither'";
/**
 * Two stretches of a chain may bring one record: their places in the chain are equal, so that the body tells them apart by
 * the receipt, which comes first in it. Of a file's row there is one, and its long body is kept out of the sort.
 */
const IN_ORDER = `ORDER BY instant, id, CASE WHEN starts_with(body, '[{"kind":"chain"') THEN body END`;
/** The ids are looked up in their own column first: the wide rows are then fetched by place, not searched. */
const BY_ID = `SELECT ${RECORD_CELLS} FROM records
	WHERE rowid IN (SELECT rowid FROM records WHERE id IN (SELECT unnest($1))) ${IN_ORDER}`;

/** All records by instant, then id. The sort spills to disk beyond the store's memory limit. */
export function streamRecords(database: Database, filter?: RecordFilter): AsyncGenerator<LedgerRecord[]> {
	return database.stream(async (session) => {
		const { hashes, condition, bound } = await selectFiles(session, filter);
		return {
			count: `SELECT count(*) FROM records WHERE ${condition}`,
			select: `SELECT ${RECORD_CELLS} FROM records WHERE ${condition} ${IN_ORDER}`,
			...bound,
			read: (cells) => readRecord(cells, hashes),
		};
	});
}

/** The records with these ids that are in the store, by instant, then id. */
export async function recordsById(database: Database, ids: readonly RecordId[]): Promise<LedgerRecord[]> {
	if (ids.length === 0) return [];
	return await database.transaction(async (session) => {
		const { hashes } = await selectFiles(session);
		const bound = { values: [listValue(ids.map(storedText))], types: [LIST(VARCHAR)] };
		return (await session.rows(BY_ID, bound)).map((cells) => readRecord(cells, hashes));
	});
}

/** The balances that rows print for the account whose books they come from, by account, instant, record. */
export function streamBalances(database: Database, filter?: RecordFilter): AsyncGenerator<Balance[]> {
	return database.stream(async (session) => {
		const { condition, bound } = await selectFiles(session, filter);
		const where = `WHERE ${PRINTS_BALANCE} AND ${condition}`;
		return {
			count: `SELECT count(*) FROM records ${where}`,
			select: `SELECT ${BALANCE_CELLS} FROM records ${where} ORDER BY ${OWN_ACCOUNT}, instant, id`,
			...bound,
			read: readBalance,
		};
	});
}

/** All calls by instant, then id. */
export function streamCalls(database: Database, filter?: RecordFilter): AsyncGenerator<Call[]> {
	return database.stream(async (session) => {
		const { condition, bound } = await selectFiles(session, filter);
		return {
			count: `SELECT count(*) FROM calls WHERE ${condition}`,
			select: `SELECT body FROM calls WHERE ${condition} ORDER BY instant, id`,
			...bound,
			read: ([body]) => fromJson<Call>(body as string),
		};
	});
}
