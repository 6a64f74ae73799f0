/** From rows to batches so that every row has exactly one fate: read, skipped on purpose, or kept as unreadable. */
import type { Statements } from '../ledger/statement.ts';
import type { Batch, Reject, RejectReason, SkipReason } from './contract.ts';
import type { TableRow } from './rows.ts';

/** Passed over on purpose. */
interface Skip {
	readonly skip: SkipReason;
}

/** Could not be read: which column, and its value, in quotes in every message. */
export interface Unreadable {
	readonly reject: RejectReason;
	readonly column: string;
	readonly value: string;
}

/** The one fate of one row. */
export type Fate = Skip | Unreadable | Statements;

type Lists = { -readonly [K in keyof Statements]?: unknown[] };

/** Collects the fates of rows. Its counts cannot disagree with its rows: `row` is the only way in. */
export class BatchBuilder {
	readonly #sheet: string;
	#read = 0;
	#skipped: Partial<Record<SkipReason, number>> = {};
	#rejected: Reject[] = [];
	#lists: Lists = {};

	/** @param sheet name of the sheet whose rows these are, '' for text */
	constructor(sheet = '') {
		this.#sheet = sheet;
	}

	row(row: TableRow, fate: Fate): void {
		if ('skip' in fate) {
			this.#skipped[fate.skip] = (this.#skipped[fate.skip] ?? 0) + 1;
		} else if ('reject' in fate) {
			const { reject: reason, column, value } = fate;
			this.#rejected.push({ sheet: this.#sheet, row: row.row, column, value, reason, raw: row.raw });
		} else {
			this.#read += 1;
			this.#state(fate);
		}
	}

	/** What was collected since the last call. */
	take(): Batch {
		const batch = { read: this.#read, skipped: this.#skipped, rejected: this.#rejected, ...this.#lists } as Batch;
		this.#read = 0;
		this.#skipped = {};
		this.#rejected = [];
		this.#lists = {};
		return batch;
	}

	#state(statements: Statements): void {
		for (const key in statements) {
			const list = statements[key as keyof Statements];
			if (!list) continue;
			const all = this.#lists[key as keyof Statements];
			if (all) for (const item of list) all.push(item);
			else this.#lists[key as keyof Statements] = [...list];
		}
	}
}
