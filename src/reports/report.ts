import type { LeadDayRow } from '../findings/lead-pay.ts';
import type { Findings } from '../findings/schema.ts';
import type { Receipt } from '../ledger/receipt.ts';
import type { LedgerRow } from './ledger-row.ts';

/** All that a report is drawn from. */
export interface ReportInput {
	readonly findings: Findings;
	/** Every transfer of the case in time order, those kept apart among them; made anew at each reading. */
	readonly rows: Iterable<LedgerRow>;
	/** Leads against pay, a person and day each. */
	readonly leadDays: Iterable<LeadDayRow>;
	/** What was asked of chains, by account, history and stretch. */
	readonly receipts: Iterable<Receipt>;
}

/** What is written, in pieces: text as UTF-8, or bytes. */
export type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/**
 * One report. Pure: findings in, text out in pieces (UTF-8 when written), no clock, no files. Same input, same bytes.
 * Adding one: a file here, a line in `list.ts`.
 */
export interface Report {
	/** Kebab-case, stable: what the command line and the manifest call it. */
	readonly id: string;
	/** Name of its file, in the language of the case. */
	file(findings: Findings): string;
	/** In pieces; at once where nothing has to be waited for: a step of an asynchronous loop costs more than a line. */
	draw(input: ReportInput): Iterable<string> | AsyncIterable<string>;
}
