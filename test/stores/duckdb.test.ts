import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import test from 'ava';
import { storeContract } from './contract.ts';
import { openFor, scratchFolder } from './scratch.ts';

storeContract(test, 'DuckDB', async (t) => {
	const path = join(await scratchFolder(t), 'store.duckdb');
	return {
		open: async (options) => await openFor(t, path, options),
		becomeNewer: async () => await change(path, ['UPDATE store SET version = version + 1']),
		becomeOlder: async () =>
			await change(path, ['DROP TABLE file_stock', 'DROP TABLE run_stock', 'UPDATE store SET version = 1']),
	};
});

async function change(path: string, statements: readonly string[]): Promise<void> {
	const instance = await DuckDBInstance.create(path);
	const connection = await instance.connect();
	for (const sql of statements) await connection.run(sql);
	connection.closeSync();
	instance.closeSync();
}
