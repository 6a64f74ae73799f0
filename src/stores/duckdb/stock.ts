import type { StoreStock } from '../contract.ts';
import { type FileStock, type RunStock, RunTally } from '../tally.ts';
import { readText } from './cells.ts';
import type { Database } from './database.ts';
import type { Session } from './session.ts';

const PUT_FILE = 'INSERT INTO file_stock VALUES ($1, $2)';
const PUT_RUN = 'INSERT INTO run_stock VALUES ($1)';
const FILES = 'SELECT hash, stock FROM files JOIN file_stock ON file = number ORDER BY hash';
const RUN = 'SELECT stock FROM run_stock';

/** Notes what a file that is being written says. @param number of the file */
export async function putFileStock(session: Session, number: number, stock: FileStock): Promise<void> {
	await session.rows(PUT_FILE, { values: [number, JSON.stringify(stock)] });
}

/** Notes what a run that is being written says. */
export async function putRunStock(session: Session, stock: RunStock): Promise<void> {
	await session.rows(PUT_RUN, { values: [JSON.stringify(stock)] });
}

/** What was noted of files and run as they were written. */
export async function notedStock(database: Database): Promise<StoreStock> {
	return await database.transaction(async (session) => {
		const files = await session.rows(FILES);
		const [run] = await session.rows(RUN);
		return {
			files: new Map(files.map(([hash, stock]) => [readText(hash), JSON.parse(stock as string) as FileStock])),
			run: run === undefined ? new RunTally().stock() : (JSON.parse(run[0] as string) as RunStock),
		};
	});
}
