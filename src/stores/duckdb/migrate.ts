import { STORE_SCHEMA_VERSION } from '../contract.ts';
import { readInteger, readText } from './cells.ts';
import { countedStock } from './count-stock.ts';
import type { Database } from './database.ts';
import { putFileStock, putRunStock } from './stock.ts';

/** What version 2 has and version 1 had not. */
export const STOCK_TABLES = [
	'CREATE TABLE file_stock(file INTEGER NOT NULL, stock VARCHAR NOT NULL)',
	'CREATE TABLE run_stock(stock VARCHAR NOT NULL)',
];

const NUMBERS = 'SELECT hash, number FROM files';
const SET_VERSION = 'UPDATE store SET version = $1';

/**
 * Brings a store of version 1 up to version 2: what it holds is read once and noted. In one transaction, so that a process
 * killed in between leaves version 1, which the next one brings up to date.
 */
export async function migrate(database: Database): Promise<void> {
	const { files, run } = await countedStock(database);
	const numbers = new Map(
		(await database.rows(NUMBERS)).map(([hash, number]) => [readText(hash), readInteger(number)]),
	);
	await database.transaction(async (session) => {
		for (const sql of STOCK_TABLES) await session.rows(sql);
		for (const [hash, stock] of files) await putFileStock(session, numbers.get(hash) ?? 0, stock);
		await putRunStock(session, run);
		await session.rows(SET_VERSION, { values: [STORE_SCHEMA_VERSION] });
	});
}
