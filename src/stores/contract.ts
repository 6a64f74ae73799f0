import type { AccountId } from '../ledger/account.ts';
import type { Decision } from '../ledger/decision.ts';
import type { RecordId } from '../ledger/evidence.ts';
import type { LedgerRecord } from '../ledger/record.ts';
import type { Balance, Call, StatementKind, StatementLists, Statements } from '../ledger/statement.ts';
import type { Transfer } from '../ledger/transfer.ts';
import type { ConclusionKind, Conclusions } from './conclusions.ts';
import type { FileStock, RunStock } from './tally.ts';

/** Schema version of every store. A store written by a newer one is refused. */
export const STORE_SCHEMA_VERSION = 2;

/** How a file was read. The key is `hash`: the same bytes are one file, wherever and however often they lie. */
export interface StoredFile {
	readonly hash: string;
	/** Every path at which the bytes were found, sorted. */
	readonly paths: readonly string[];
	readonly size: number;
	readonly source: string;
	/** Source version and hints, as one text: another value means the file must be read again. */
	readonly reading: string;
	readonly rows: FileRows;
}

/** rows = read + skipped + rejected; `rejected` rows are kept verbatim in the case's reject file. */
export interface FileRows {
	readonly total: number;
	readonly read: number;
	readonly skipped: Readonly<Record<string, number>>;
	readonly rejected: number;
	/** Statements made: records and the rest. */
	readonly records: number;
	readonly others: number;
}

/** Writes the statements of one file. All or nothing: until `commit` nothing of it is seen, and a crash leaves none. */
export interface FileWriter {
	write(statements: Statements): Promise<void>;
	/**
	 * Replaces whatever an earlier reading of the same hash left.
	 *
	 * @throws Problem `store.busy` where another writer committed the same hash meanwhile; Error where a record was
	 * written twice: a source that counts a row double is a bug. `abort` follows a commit that threw.
	 */
	commit(file: StoredFile): Promise<void>;
	/** Any number of times, also after `commit`. */
	abort(): Promise<void>;
}

/** A run's derived part. Dropped and rebuilt as a whole; evidence never depends on it. */
export interface RunWriter {
	transfers(batch: readonly Transfer[]): Promise<void>;
	/** Any JSON value of the findings, under a key such as `findings` or `cash-outs`. The last value under a key holds. */
	finding(key: string, value: string): Promise<void>;
	/** What the run concluded of one kind, after all transfers. Absent where people do not query the store by hand. */
	conclude?<K extends ConclusionKind>(kind: K, rows: readonly Conclusions[K][]): Promise<void>;
	commit(): Promise<void>;
	/** Any number of times, also after `commit`. */
	abort(): Promise<void>;
}

export interface OpenOptions {
	/** For questions: nothing is made, brought up to date or locked against others who only read. */
	readonly readOnly?: boolean;
}

/** What a store holds, file by file, and of the last run; a run that is not there has nothing. */
export interface StoreStock {
	readonly files: ReadonlyMap<string, FileStock>;
	readonly run: RunStock;
}

/** Which records a stream brings. `hashes`: only files still in the case. */
export interface RecordFilter {
	readonly hashes?: ReadonlySet<string>;
}

/**
 * One contract, several stores; `test/stores/contract.ts` is its suite. Amounts are exact to 78 digits. Streams keep
 * back-pressure: a batch is fetched when the last one was taken. A stream that is cut throws; it never just ends.
 * Lists of statements come by the hash of their file, then as the file gave them, whatever the order of writing.
 */
export interface Store {
	readonly kind: string;
	/** Files read so far, by hash. */
	files(): Promise<StoredFile[]>;
	/** Records where a file is found now, without reading it again. */
	setPaths(hash: string, paths: readonly string[]): Promise<void>;
	/** Forgets a file and all its statements. An unknown hash is passed over, by `setPaths` too. */
	removeFile(hash: string): Promise<void>;
	writeFile(hash: string): Promise<FileWriter>;

	/** All records, ordered by instant, then id. Two stretches of a chain may hold one record: it comes twice, by receipt. */
	records(filter?: RecordFilter): AsyncIterable<LedgerRecord[]>;
	/** Those of the ids that are there, ordered as in `records`. */
	recordsById(ids: readonly RecordId[]): Promise<LedgerRecord[]>;
	/** Balances that the records print for the own account, ordered by account, instant, record. */
	balances(filter?: RecordFilter): AsyncIterable<Balance[]>;
	/** All statements of a kind. */
	statements<K extends StatementKind>(kind: K, filter?: RecordFilter): Promise<StatementLists[K][]>;
	/** Ordered by instant, then id. */
	calls(filter?: RecordFilter): AsyncIterable<Call[]>;

	/** Cache of decisions.csv, which is the truth. */
	replaceDecisions(decisions: readonly Decision[]): Promise<void>;
	decisions(): Promise<Decision[]>;

	/** Begins a run's derived part. The former one stays until `commit`. Throws `store.busy` while another is written. */
	beginRun(): Promise<RunWriter>;
	/** All transfers of the last committed run in the order they were given (the total order of tracing). */
	transfers(): AsyncIterable<Transfer[]>;
	/** Transfers from or to each of the accounts, in the same order; an empty list for an account without any. */
	histories(accounts: readonly AccountId[]): Promise<Map<AccountId, Transfer[]>>;
	/** By transfer id, else record id, else alias. */
	transferById(id: string): Promise<Transfer | undefined>;
	finding(key: string): Promise<string | undefined>;
	/** Keys under which the last committed run put findings, sorted. */
	findingKeys(): Promise<string[]>;
	/** Drops the derived part. */
	dropRun(): Promise<void>;

	/** What was noted of each file and of the run when they were written. Reads none of them. */
	notedStock(): Promise<StoreStock>;
	/** The same from all that is there now, which is read whole: what cannot be read throws. */
	countedStock(filter?: RecordFilter): Promise<StoreStock>;
	/** Ends streams and writers; what was not committed is gone. Any number of times. */
	close(): Promise<void>;
}
