import type { AccountId } from '../ledger/account.ts';
import type { Asset } from '../ledger/asset.ts';
import type { Statements } from '../ledger/statement.ts';
import type { Mapping } from './mapping.ts';

/** A file as received, or an entry of a ZIP read in place. Bytes can be read any number of times; nothing is written. */
export interface EvidenceFile {
	/** Relative to the folder it was found in, `/` between parts; a ZIP entry is `returns.zip!/TP1/TenpayTrades.txt`. */
	readonly path: string;
	readonly size: number;
	/** SHA-256 of the unmodified bytes, 64 hex digits. */
	readonly hash: string;
	/** The bytes in chunks, from the start. */
	bytes(): AsyncIterable<Uint8Array>;
}

/** What is known about a file beyond its bytes. */
export interface Hints {
	/** Whose bill it is, from the evidence register, where the file itself does not say. */
	readonly owner?: AccountId;
	/** Zone of times that name none, minutes east of UTC. */
	readonly offsetMinutes: number;
	/** The case's own mappings (`case.yaml`). */
	readonly mappings: readonly Mapping[];
	/** Assets whose decimals are known: built in, and the case's own. Keyed by asset id. */
	readonly assets: ReadonlyMap<string, Asset>;
	/** Times of Ethereum's blocks from other files of the case, Unix seconds by number, for tables that print none. */
	readonly blockTimes?: ReadonlyMap<number, number>;
}

/** The start of a file, parsed far enough to recognise it: what `identify` looks at. */
export interface Sample {
	readonly form: 'text' | 'workbook' | 'pdf' | 'binary';
	/** Text files: encoding found and delimiter sniffed. */
	readonly encoding?: 'utf-8' | 'utf-16le' | 'gb18030';
	readonly delimiter?: ',' | '\t';
	/** Text files: the first 64 KiB decoded. */
	readonly text: string;
	/** First 40 rows of each sheet (one sheet named '' for text), cells cleaned as rule 2 of docs/formats says. */
	readonly sheets: readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[];
}

/** `confidence` 0-100. From 50 on the source claims the file; two such claims are an error that names both. */
export interface Claim {
	readonly confidence: number;
	/** Sheet and row (1-based) of the header, for `inspect`. */
	readonly sheet?: string;
	readonly headerRow?: number;
	/** How columns are read, for `inspect`: our field -> their header. */
	readonly columns?: Readonly<Record<string, string>>;
	/** Below 50: what keeps the source from claiming a file that looks like its own. Code of the message catalogue. */
	readonly hint?: string;
}

/** A row that could not be read, kept verbatim. */
export interface Reject {
	readonly sheet: string;
	/** 1-based, as the file numbers it. */
	readonly row: number;
	readonly column: string;
	readonly value: string;
	/** Code of the message catalogue, such as `reject.amount`. */
	readonly reason: RejectReason;
	readonly raw: string;
}

export type RejectReason =
	| 'amount'
	| 'amount-damaged'
	| 'time'
	| 'account'
	| 'account-checksum'
	| 'direction'
	| 'columns'
	| 'encoding'
	| 'truncated'
	| 'role'
	| 'value'
	| 'missing';

/** Why a row was passed over on purpose. */
export type SkipReason =
	| 'preamble'
	| 'header'
	| 'blank'
	| 'footer'
	| 'repeated-header'
	| 'not-a-transfer'
	| 'query-failed'
	| 'unsupported-network';

/**
 * A stretch of a file's rows and what they said. Every row has exactly one fate: over all batches of a file,
 * rows = read + sum of skipped + rejected.length (a rejected entry stands for exactly one row).
 */
export interface Batch extends Statements {
	/** Rows that yielded at least one statement. */
	readonly read: number;
	readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
	readonly rejected: readonly Reject[];
}

/**
 * One format. Knows nothing of stores, tracing or the command line, nor of any other source.
 * Adding one: a file here, a line in `list.ts`, a folder under `datasets/samples/`.
 */
export interface Source {
	/** Kebab-case, stable: it stands in records and reports. */
	readonly id: string;
	/** Raised whenever the same bytes would be read differently: files read by an older version are read again. */
	readonly version: number;
	/** The case's own choice for such files: it goes before every built-in format. */
	readonly isChosen?: true;
	identify(sample: Sample, hints: Hints): Claim | undefined;
	/** Streams the whole file in batches of some thousand rows. Bad rows are rejects, never exceptions. */
	read(file: EvidenceFile, hints: Hints): AsyncIterable<Batch>;
}
