import { LIST, listValue, VARCHAR } from '@duckdb/node-api';
import type { AccountId } from '../../ledger/account.ts';
import type { Transfer } from '../../ledger/transfer.ts';
import { storedText } from '../stored-text.ts';
import { readText } from './cells.ts';
import type { Database } from './database.ts';
import { clearRun } from './run-writer.ts';
import { readTransfer, TRANSFER_CELLS } from './transfer-row.ts';

const COUNT = 'SELECT count(*) FROM transfers';
const ALL = `SELECT ${TRANSFER_CELLS} FROM transfers ORDER BY position`;
const OF_ACCOUNTS = `SELECT ${TRANSFER_CELLS} FROM transfers WHERE position IN (
	SELECT position FROM touches WHERE key IN (SELECT md5_number_lower(unnest($1)))) ORDER BY position`;
const OF_NAME = `SELECT ${TRANSFER_CELLS} FROM transfers WHERE position IN (
	SELECT position FROM names WHERE key = md5_number_lower($1)) ORDER BY position`;
const FINDING = 'SELECT value FROM findings WHERE key = $1';
const FINDING_KEYS = 'SELECT DISTINCT key FROM findings';

/** The transfers of the last committed run, in their total order. */
export function streamTransfers(database: Database): AsyncGenerator<Transfer[]> {
	return database.stream(async () => ({ count: COUNT, select: ALL, read: readTransfer }));
}

/** The transfers of each account, one without any with an empty list. */
export async function readHistories(
	database: Database,
	accounts: readonly AccountId[],
): Promise<Map<AccountId, Transfer[]>> {
	const histories = new Map<AccountId, Transfer[]>(accounts.map((account) => [account, []]));
	if (histories.size === 0) return histories;
	const bound = { values: [listValue([...histories.keys()].map(storedText))], types: [LIST(VARCHAR)] };
	// Keys are 64 bits of a hash: a transfer of another account with an equal key finds no list here.
	for (const cells of await database.rows(OF_ACCOUNTS, bound)) {
		const transfer = readTransfer(cells);
		for (const account of new Set([transfer.from, transfer.to])) histories.get(account)?.push(transfer);
	}
	return histories;
}

/** The transfer with this id; else that which has the record; else that which has or may have been printed so. */
export async function transferById(database: Database, id: string): Promise<Transfer | undefined> {
	const found = (await database.rows(OF_NAME, { values: [storedText(id)] })).map(readTransfer);
	return (
		found.find((transfer) => transfer.id === id) ??
		found.find((transfer) => transfer.records.includes(id)) ??
		found.find((transfer) => transfer.aliases.includes(id))
	);
}

/** The value last put under a key by the last committed run. */
export async function readFinding(database: Database, key: string): Promise<string | undefined> {
	const [row] = await database.rows(FINDING, { values: [storedText(key)] });
	return row && readText(row[0]);
}

/** Keys of the last committed run's findings, sorted by code unit. */
export async function readFindingKeys(database: Database): Promise<string[]> {
	return (await database.rows(FINDING_KEYS)).map(([key]) => readText(key)).sort();
}

/** Drops the derived part. */
export async function dropRun(database: Database): Promise<void> {
	await database.transaction(clearRun);
}
