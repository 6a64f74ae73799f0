import { hash } from 'node:crypto';

/** Where a record stands in a file: the file by its hash, the sheet (or ''), the row as the file numbers it, from 1. */
export interface FileEvidence {
	readonly kind: 'file';
	/** SHA-256 of the unmodified bytes, 64 hex digits. */
	readonly file: string;
	readonly sheet: string;
	readonly row: number;
	/** One row may state several movements (amount and fee): 0, 1, ... */
	readonly part: number;
}

/** Where a record stands on a chain, as its nodes answered. Files of chain data are file evidence. */
export interface ChainEvidence {
	readonly kind: 'chain';
	/** Network as in account ids: `eth`, `tron`. */
	readonly chain: string;
	/** Hash in its one spelling: TRON without `0x`, EVM with it. */
	readonly transaction: string;
	/**
	 * Which movement of the transaction: `log 12`, `value`, `fee`, `call 0.1` (an internal transfer by its place in the
	 * trace). Where an interface prints no place: what the row says and its number among equal rows.
	 */
	readonly position: string;
	/** Id of the fetch receipt that the answer came with. No part of the record's id. */
	readonly receipt: string;
}

export type Evidence = FileEvidence | ChainEvidence;

/** `r` + 24 hex digits. The hash of where the record stands, so it survives every new file and every new run. */
export type RecordId = string;

/** Derives a record's id from its place alone. 96 bits: a collision among 10^9 records has odds below 10^-11. */
export function recordId(evidence: Evidence): RecordId {
	const place =
		evidence.kind === 'file'
			? `f|${evidence.file}|${evidence.sheet}|${evidence.row}|${evidence.part}`
			: `c|${evidence.chain}|${evidence.transaction}|${evidence.position}`;
	return `r${hash('sha256', place).slice(0, 24)}`;
}
