import type { DuckDBInstance, DuckDBValue } from '@duckdb/node-api';
import { openInstance } from './instance.ts';
import { type Bound, beginSession, type Session, toProblem } from './session.ts';

/** An open database file: short questions, and sessions for whatever takes longer. */
export interface Database {
	readonly path: string;
	/** One statement in a transaction of its own. */
	rows(sql: string, bound?: Bound): Promise<DuckDBValue[][]>;
	/** Runs `work` in a transaction: committed when it returns, rolled back when it throws. */
	transaction<T>(work: (session: Session) => Promise<T>): Promise<T>;
	/** A transaction that its owner commits or ends. */
	begin(): Promise<Session>;
	/** Ends every session, rolling back what was not committed, and gives the file free. */
	close(): Promise<void>;
}

/** Opens the file at `path`, or makes it. Throws what `storeTrouble` says. */
export async function openDatabase(path: string): Promise<Database> {
	const instance = await toProblem(path, async () => await openInstance(path));
	return databaseOf(instance, path);
}

function databaseOf(instance: DuckDBInstance, path: string): Database {
	const sessions = new Set<Session>();
	let closed = false;
	const database: Database = {
		path,
		async rows(sql, bound) {
			return await database.transaction(async (session) => await session.rows(sql, bound));
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
			for (const session of [...sessions]) await session.end();
			instance.closeSync();
		},
	};
	return database;
}
