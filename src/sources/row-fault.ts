import type { RejectReason } from './contract.ts';

/**
 * Says that a row cannot be read, and because of which cell. Thrown while one row is read and caught by the loop over
 * the rows, which keeps the row verbatim and goes on with the next: it never leaves a source.
 */
export class RowFault extends Error {
	override name = 'RowFault' as const;
	/** The column's header, or for a sheet the cell as spreadsheets name it (`人员!D7`). */
	readonly column: string;
	readonly value: string;
	readonly reason: RejectReason;

	constructor(column: string, value: string, reason: RejectReason) {
		super(`${column}: ${reason}`);
		this.column = column;
		this.value = value;
		this.reason = reason;
	}
}
