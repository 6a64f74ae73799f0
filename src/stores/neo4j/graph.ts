import neo4j, { type Driver, type ManagedTransaction, type Record as Neo4jRecord, type Session } from 'neo4j-driver';
import { Problem } from '../../ledger/problem.ts';
import type { Neo4jPlace } from '../place.ts';
import { shownPlace } from './address.ts';
import { connect } from './connect.ts';
import { statement } from './cypher.ts';
import { serverTrouble } from './trouble.ts';

/** Rows that a stream fetches at once, and gives at once. */
const STREAM_ROWS = 5_000;
/** A server's default time-out is made for people's queries: the program states its own. */
const WRITE_MS = 600_000;
const STREAM_MS = 12 * 3_600_000;

export type Parameters = Readonly<Record<string, unknown>>;
/** What a statement returns in its one column: a list, which costs the driver less than as many columns. */
export type Row = readonly unknown[];

/** Sends the statements of one transaction. */
export type Send = (name: string, parameters?: Parameters) => Promise<Row[]>;

/** One case of a Neo4j database: every statement gets `$case`. */
export interface Graph {
	readonly place: Neo4jPlace;
	/** One statement of `cypher/`, its rows in memory. */
	read(name: string, parameters?: Parameters): Promise<Row[]>;
	/** A long ordered answer in batches; `count` is a statement that says how many rows there must be. */
	stream<T>(name: string, count: string, parameters: Parameters, read: (row: Row) => T): AsyncGenerator<T[]>;
	/** Runs `work` in one transaction, again where the server says that trying again may help. */
	write<T>(work: (send: Send, attempt: number) => Promise<T>): Promise<T>;
	/** A statement that divides itself into transactions (`IN TRANSACTIONS`). */
	writeInParts(name: string, parameters?: Parameters): Promise<void>;
	/** A session outside all this. It ends with the graph at the latest. */
	session(): Session;
	close(): Promise<void>;
}

/** Connects to the server. Throws what `serverTrouble` says. */
export async function openGraph(place: Neo4jPlace): Promise<Graph> {
	return graphOf(await connect(place), place);
}

function graphOf(driver: Driver, place: Neo4jPlace): Graph {
	// On a cluster a reader may be behind: with the bookmarks of its own writes it waits for them.
	const bookmarkManager = neo4j.bookmarkManager();
	const { database } = place;
	/** Stands in the server's list of transactions. */
	const metadata = { program: 'liuxiang', case: place.case };
	let closed = false;
	const session = (mode: 'READ' | 'WRITE'): Session => {
		if (closed) throw new Error('the store is closed');
		return driver.session({
			defaultAccessMode: neo4j.session[mode],
			bookmarkManager,
			fetchSize: STREAM_ROWS,
			...(database !== undefined && { database }),
		});
	};
	const inSession = async <T>(mode: 'READ' | 'WRITE', use: (session: Session) => Promise<T>): Promise<T> => {
		const own = session(mode);
		try {
			return await use(own);
		} catch (error) {
			throw serverTrouble(error, place);
		} finally {
			await own.close();
		}
	};
	const sender =
		(transaction: Pick<ManagedTransaction, 'run'>): Send =>
		async (name, parameters) => {
			const { records } = await transaction.run(statement(name), { case: place.case, ...parameters });
			return records.map((record) => record.get(0) as Row);
		};
	return {
		place,
		async read(name, parameters) {
			return await inSession('READ', (own) =>
				own.executeRead((transaction) => sender(transaction)(name, parameters), { timeout: WRITE_MS, metadata }),
			);
		},
		async *stream(name, count, parameters, read) {
			const own = session('READ');
			let got = 0;
			let rows: AsyncIterator<Neo4jRecord> | undefined;
			try {
				const transaction = await own.beginTransaction({ timeout: STREAM_MS, metadata });
				const [counted] = await sender(transaction)(count, parameters);
				const expected = Number(counted?.[0]);
				rows = transaction.run(statement(name), { case: place.case, ...parameters })[Symbol.asyncIterator]();
				for (;;) {
					const batch = await nextBatch(rows, read);
					got += batch.length;
					if (batch.length === 0) break;
					yield batch;
					if (closed) throw new Error('the store is closed');
				}
				if (got !== expected) throw new Problem('store', 'store.cut', { path: shownPlace(place), got, expected });
			} catch (error) {
				// What failed answers no more: asking it to end would wait for ever.
				rows = undefined;
				throw serverTrouble(error, place);
			} finally {
				if (!closed) {
					await rows?.return?.();
					await own.close();
				}
			}
		},
		async write(work) {
			return await inSession('WRITE', async (own) => {
				let attempt = 0;
				return await own.executeWrite((transaction) => work(sender(transaction), ++attempt), {
					timeout: WRITE_MS,
					metadata,
				});
			});
		},
		async writeInParts(name, parameters) {
			await inSession('WRITE', async (own) => {
				await own.run(statement(name), { case: place.case, ...parameters }, { timeout: STREAM_MS, metadata });
			});
		},
		session: () => session('WRITE'),
		async close() {
			if (closed) return;
			closed = true;
			await driver.close();
		},
	};
}

async function nextBatch<T>(rows: AsyncIterator<Neo4jRecord>, read: (row: Row) => T): Promise<T[]> {
	const batch: T[] = [];
	while (batch.length < STREAM_ROWS) {
		const { done, value } = await rows.next();
		if (done) break;
		batch.push(read(value.get(0) as Row));
	}
	return batch;
}
