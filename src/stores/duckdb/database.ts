import type { DuckDBInstance, DuckDBValue } from '@duckdb/node-api';
import { openInstance, SORTING_MEMORY, WRITING_MEMORY } from './instance.ts';
import { type Bound, beginSession, type Session, type StreamQuery, toProblem } from './session.ts';

/** A stream: what to ask, and how to read a row of the answer. */
export interface Stream<T> extends StreamQuery {
	readonly read: (cells: DuckDBValue[]) => T;
}

/** An open database file: short questions, streams, and sessions for whatever takes longer. */
export interface Database {
	readonly path: string;
	/** One statement in a transaction of its own. */
	rows(sql: string, bound?: Bound): Promise<DuckDBValue[][]>;
	/** A long sorted answer in batches. `ask` may look things up first, in the same view of the store. */
	stream<T>(ask: (session: Session) => Promise<Stream<T>>): AsyncGenerator<T[]>;
	/** Runs `work` in a transaction: committed when it returns, rolled back when it throws. */
	transaction<T>(work: (session: Session) => Promise<T>): Promise<T>;
	/** A transaction that its owner commits or ends. */
	begin(): Promise<Session>;
	/** Ends every session, rolling back what was not committed, and gives the file free. */
	close(): Promise<void>;
}

/** Opens the file at `path`; where there is none, it is made, unless it is only to be read. Throws what `storeTrouble` says. */
export async function openDatabase(path: string, readOnly = false): Promise<Database> {
	const instance = await toProblem(path, async () => await openInstance(path, readOnly));
	return databaseOf(instance, path);
}

function databaseOf(instance: DuckDBInstance, path: string): Database {
	const sessions = new Set<Session>();
	let streams = 0;
	let closed = false;
	let adjusted: Promise<void> = Promise.resolve();
	// One at a time and by the count of the moment, so that a stream's end does not undo the next one's beginning.
	const adjustMemory = async () => {
		adjusted = adjusted.then(async () => {
			if (!closed) await setMemory(instance, streams > 0 ? SORTING_MEMORY : WRITING_MEMORY);
		});
		await adjusted;
	};
	const database: Database = {
		path,
		async rows(sql, bound) {
			return await database.transaction(async (session) => await session.rows(sql, bound));
		},
		async *stream(ask) {
			const session = await database.begin();
			streams += 1;
			try {
				await adjustMemory();
				const { read, ...query } = await ask(session);
				for await (const rows of session.stream(query)) yield rows.map(read);
			} finally {
				streams -= 1;
				await session.end();
				await adjustMemory();
			}
		},
		async transaction(work) {
			const session = await database.begin();
			try {
				const answer = await work(session);
				await session.commit();
				return answer;
			} finally {
				await session.end();
			}
		},
		async begin() {
			if (closed) throw new Error('the store is closed');
			const connection = await instance.connect();
			const session = await beginSession(connection, path, () => sessions.delete(session));
			sessions.add(session);
			return session;
		},
		async close() {
			if (closed) return;
			closed = true;
			await adjusted;
			for (const session of [...sessions]) await session.end();
			instance.closeSync();
		},
	};
	return database;
}

/** Sets what DuckDB may use. It refuses to go below what is in use at the moment: then the former limit stays. */
async function setMemory(instance: DuckDBInstance, limit: string): Promise<void> {
	const connection = await instance.connect();
	await connection.run(`SET memory_limit = '${limit}'`).catch(() => undefined);
	connection.closeSync();
}
