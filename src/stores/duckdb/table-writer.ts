import { type DuckDBAppender, DuckDBDataChunk } from '@duckdb/node-api';
import type { Column } from './cells.ts';
import type { Session } from './session.ts';
import { storeTrouble } from './trouble.ts';

/** Rows of a full chunk: DuckDB's vector size. */
const CHUNK_ROWS = 2048;
/** DuckDB's appender keeps 204,800 rows before it passes them on; with raw rows that is 150 MB. */
const CHUNKS_PER_FLUSH = 16;

/** Appends rows to one table inside a session's transaction. */
export interface TableWriter<T> {
	write(things: readonly T[]): void;
	/** Passes on the last rows. Nothing can be written afterwards. */
	finish(): void;
}

/** @param catalog `temp` for a temporary table */
export async function writeTable<T>(
	session: Session,
	path: string,
	table: string,
	columns: readonly Column<T>[],
	catalog?: 'temp',
): Promise<TableWriter<T>> {
	const appender = await session.appender(table, catalog);
	// One chunk for all rows: chunks are memory that the garbage collector does not see, so a new one for each 2,048
	// rows piled up to half a gigabyte.
	const chunk = DuckDBDataChunk.create(columns.map((column) => column.type));
	let waiting: T[] = [];
	let chunks = 0;
	const guarded = (work: () => void) => {
		try {
			work();
		} catch (error) {
			throw storeTrouble(error, path);
		}
	};
	return {
		write(things) {
			for (const thing of things) {
				waiting.push(thing);
				if (waiting.length < CHUNK_ROWS) continue;
				guarded(() => append(appender, chunk, columns, waiting));
				waiting = [];
				chunks += 1;
				if (chunks % CHUNKS_PER_FLUSH === 0) guarded(() => appender.flushSync());
			}
		},
		finish() {
			guarded(() => {
				if (waiting.length > 0) append(appender, chunk, columns, waiting);
				appender.flushSync();
			});
			waiting = [];
		},
	};
}

function append<T>(
	appender: DuckDBAppender,
	chunk: DuckDBDataChunk,
	columns: readonly Column<T>[],
	things: readonly T[],
): void {
	chunk.reset();
	chunk.rowCount = things.length;
	for (const [index, column] of columns.entries()) {
		const vector = chunk.getColumnVector(index);
		let row = 0;
		for (const thing of things) vector.setItem(row++, column.of(thing));
		vector.flush();
	}
	appender.appendDataChunk(chunk);
}
