import type { Check } from './check.ts';

/** The store's native part is an optional package for each platform: npm may have skipped it without a word. */
export const checkDuckdb: Check = async () => {
	const platform = `${process.platform}-${process.arch}`;
	try {
		const { DuckDBInstance, version } = await import('@duckdb/node-api');
		const instance = await DuckDBInstance.create(':memory:');
		instance.closeSync();
		return [{ ok: true, code: 'doctor.duckdb', facts: { version: version(), platform } }];
	} catch (error) {
		const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
		return [{ ok: false, code: 'doctor.duckdb-missing', facts: { platform, reason } }];
	}
};
