import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import test from 'ava';
import { storeContract } from './contract.ts';
import { openFor, scratchFolder } from './scratch.ts';

storeContract(test, 'DuckDB', async (t) => {
	const path = join(await scratchFolder(t), 'store.duckdb');
	return {
		open: async () => await openFor(t, path),
		becomeNewer: async () => {
			const instance = await DuckDBInstance.create(path);
			const connection = await instance.connect();
			await connection.run('UPDATE store SET version = version + 1');
			connection.closeSync();
			instance.closeSync();
		},
	};
});
