import test from 'ava';
import { Problem } from '../../../src/ledger/problem.ts';
import { storeTrouble } from '../../../src/stores/duckdb/trouble.ts';

function named(message: string): [string, Problem['facts']] | undefined {
	const problem = storeTrouble(new Error(message), 'store.duckdb');
	return problem instanceof Problem ? [problem.code, problem.facts] : undefined;
}

test('a lock is told with its holder, also one whose program was replaced, and without where none is named', (t) => {
	const lock = 'IO Error: Could not set lock on file "/case/store.duckdb": Conflicting lock is held in';
	const path = 'store.duckdb';
	t.deepEqual(named(`${lock} /usr/bin/node (PID 4711). See also https://duckdb.org/`), [
		'store.locked',
		{ path, pid: '4711', holder: '/usr/bin/node' },
	]);
	t.deepEqual(named(`${lock} /opt/my node (deleted) (PID 12) by user x.`), [
		'store.locked',
		{ path, pid: '12', holder: '/opt/my node' },
	]);
	const windows =
		'IO Error: Cannot open file "store.duckdb": The process cannot access the file because it is being used';
	t.deepEqual(named(`${windows} by another process.`), ['store.locked', { path, pid: '', holder: '' }]);
});

test('want of room and of memory, conflicts and newer files of DuckDB have names', (t) => {
	for (const [message, code] of [
		['IO Error: Could not write file "store.duckdb": No space left on device', 'store.full'],
		['TransactionContext Error: Failed to commit: Could not write file: Disk quota exceeded', 'store.full'],
		['Out of Memory Error: failed to offload data block of size 256.0 KiB', 'store.memory'],
		['TransactionContext Error: Conflict on update!', 'store.busy'],
		['IO Error: Trying to read a database file with version number 99, but we can only read', 'store.newer-duckdb'],
	] as const) {
		t.is(named(message)?.[0], code);
	}
});

test('what is no expected trouble stays what it is', (t) => {
	const bug = new Error('Binder Error: Referenced column "x" not found');
	t.is(storeTrouble(bug, 'store.duckdb'), bug);
	const known = new Problem('store', 'store.cut', { path: 'store.duckdb', got: 1, expected: 2 });
	t.is(storeTrouble(known, 'store.duckdb'), known);
	t.is(storeTrouble('text', 'store.duckdb'), 'text');
});
