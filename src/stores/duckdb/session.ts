import type { DuckDBAppender, DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { Problem } from '../../ledger/problem.ts';
import { batchesOf } from './batches.ts';
import { storeTrouble } from './trouble.ts';

/** Values bound to `$1`, `$2`, … of a statement, with their types where DuckDB cannot tell them from the value. */
export interface Bound {
	readonly values?: DuckDBValue[];
	readonly types?: DuckDBType[];
}

/** A query whose number of rows is known beforehand: `count` and `select` must have the same FROM and WHERE. */
export interface StreamQuery extends Bound {
	readonly count: string;
	readonly select: string;
}

/** One connection inside one transaction: a writer's, or a reader's fixed view of the store. */
export interface Session {
	rows(sql: string, bound?: Bound): Promise<DuckDBValue[][]>;
	/** Rows in batches, fetched one at a time. Throws where fewer come than were counted. */
	stream(query: StreamQuery): AsyncGenerator<DuckDBValue[][]>;
	/** An appender to a table, closed with the session. `temp`: a temporary table. */
	appender(table: string, catalog?: 'temp'): Promise<DuckDBAppender>;
	commit(): Promise<void>;
	/** Rolls back whatever was not committed and frees the connection. Any number of times. */
	end(): Promise<void>;
}

/** Begins a transaction on a connection of its own. `onEnd` is told when it is over. */
export async function beginSession(connection: DuckDBConnection, path: string, onEnd: () => void): Promise<Session> {
	let ended = false;
	let unfinished: (() => Promise<void>) | undefined;
	const appenders: DuckDBAppender[] = [];
	const session: Session = {
		async rows(sql, bound = {}) {
			return await toProblem(path, async () => await (await connection.run(sql, bound.values, bound.types)).getRows());
		},
		async *stream(query) {
			const counted = await session.rows(query.count, query);
			const expected = Number(counted[0]?.[0] ?? 0);
			const batches = await toProblem(path, async () =>
				batchesOf(await connection.stream(query.select, query.values, query.types)),
			);
			unfinished = async () => {
				connection.interrupt();
				await batches.drain();
			};
			let got = 0;
			for (;;) {
				const rows = await toProblem(path, async () => await batches.next());
				if (ended) throw new Error('the store was closed while a stream was being read');
				if (rows.length === 0) break;
				got += rows.length;
				yield rows;
			}
			unfinished = undefined;
			// An error in the middle of a stream (no room to spill, say) reaches us as its end, so the rows are counted.
			if (got !== expected) throw new Problem('store', 'store.cut', { path, got, expected });
		},
		async appender(table, catalog) {
			const appender = await connection.createAppender(table, 'main', catalog ?? null);
			appenders.push(appender);
			return appender;
		},
		async commit() {
			await toProblem(path, async () => await connection.run('COMMIT'));
			await session.end();
		},
		async end() {
			if (ended) return;
			ended = true;
			// A result that is not read to its end keeps the database open, and its lock held, until it is collected.
			await unfinished?.();
			for (const appender of appenders) discard(appender);
			connection.closeSync();
			onEnd();
		},
	};
	await session.rows('BEGIN TRANSACTION');
	return session;
}

/**
 * Closes an appender without the rows it still holds. Left to the garbage collector it would write them, outside the
 * transaction that was rolled back.
 */
function discard(appender: DuckDBAppender): void {
	appender.clear();
	appender.closeSync();
}

/** Runs a piece of work; expected trouble of DuckDB comes out as a Problem that names the store. */
export async function toProblem<T>(path: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw storeTrouble(error, path);
	}
}
