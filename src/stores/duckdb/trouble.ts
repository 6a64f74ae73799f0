import { Problem } from '../../ledger/problem.ts';

/** What DuckDB says when a write found no room: a full disk, a quota, or a file system that ends files at 4 GB. */
const NO_ROOM = /No space left on device|Disk quota exceeded|File too large|not enough space on the disk/i;
const LOCKED = /Could not set lock on file|Conflicting lock is held|being used by another process/;
const DAMAGED =
	/not a valid DuckDB database|Corrupt database file|Could not read enough bytes|Serialization Error|does not match stored checksum|INTERNAL Error/;
const MADE_BY_NEWER_DUCKDB = /Trying to read a database file with version number/;
const UNREACHABLE = /Cannot open file|Permission denied|Read-only file system|Is a directory|No such file/;
/** Two transactions changed one thing. The only key is that of `files`. */
const CONFLICT =
	/Conflict on (?:tuple|update)|write-write conflict|(?:violates primary key|PRIMARY KEY or UNIQUE) constraint/;
const NO_MEMORY = /Out of Memory Error/;

/**
 * Says what an error of DuckDB means to a person. What is not expected trouble is returned as it came: a bug.
 *
 * @param path of the store, for the message
 */
export function storeTrouble(error: unknown, path: string): unknown {
	if (!(error instanceof Error) || error instanceof Problem) return error;
	const detail = error.message.split('\n')[0] ?? '';
	if (LOCKED.test(detail)) return lockedProblem(error, path);
	if (NO_ROOM.test(detail)) return new Problem('store', 'store.full', { path }, error);
	if (NO_MEMORY.test(detail)) return new Problem('store', 'store.memory', { path }, error);
	if (CONFLICT.test(detail)) return new Problem('store', 'store.busy', { path }, error);
	if (MADE_BY_NEWER_DUCKDB.test(detail)) return new Problem('store', 'store.newer-duckdb', { path, detail }, error);
	if (DAMAGED.test(detail)) return new Problem('store', 'store.damaged', { path, detail }, error);
	if (UNREACHABLE.test(detail)) return new Problem('store', 'store.unreachable', { path, detail }, error);
	return error;
}

/** DuckDB names the holder as `Conflicting lock is held in /usr/bin/node (PID 4711)`; Windows names nobody. */
function lockedProblem(error: Error, path: string): Problem {
	const holder = /held in (.+?)(?: \(deleted\))? \(PID (\d+)\)/.exec(error.message);
	return new Problem('store', 'store.locked', { path, pid: holder?.[2] ?? '', holder: holder?.[1] ?? '' }, error);
}
