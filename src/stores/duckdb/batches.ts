import type { DuckDBResult, DuckDBValue } from '@duckdb/node-api';

/** Chunks of DuckDB have 2,048 rows; a batch of ours is this many. */
const CHUNKS_PER_BATCH = 4;

/** The rows of a streaming result, fetched as they are asked for. */
export interface Batches {
	/** The next rows; none at the end. */
	next(): Promise<DuckDBValue[][]>;
	/** Fetches what is left and forgets it. */
	drain(): Promise<void>;
}

/** Fetches one batch at a time, whoever asks: two fetches of one result at once would race inside DuckDB. */
export function batchesOf(result: DuckDBResult): Batches {
	let last: Promise<unknown> = Promise.resolve();
	const fetch = async (): Promise<DuckDBValue[][]> => {
		const rows: DuckDBValue[][] = [];
		for (let chunks = 0; chunks < CHUNKS_PER_BATCH; chunks++) {
			const chunk = await result.fetchChunk();
			if (!chunk || chunk.rowCount === 0) break;
			const columns = chunk.getColumns();
			for (let row = 0; row < chunk.rowCount; row++) rows.push(columns.map((column) => column[row] ?? null));
		}
		return rows;
	};
	return {
		async next() {
			const mine = last.then(fetch);
			last = mine.catch(() => undefined);
			return await mine;
		},
		async drain() {
			await last;
			for (;;) {
				const chunk = await result.fetchChunk().catch(() => null);
				if (!chunk || chunk.rowCount === 0) return;
			}
		},
	};
}
