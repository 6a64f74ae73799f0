import type { Evidence } from '../ledger/evidence.ts';
import type { LedgerRecord, Medium, RecordKeys, RecordState } from '../ledger/record.ts';
import type { TimePrecision } from '../ledger/time.ts';
import { bodyAmount } from './exact.ts';

/** Sheet, row and part where the record stands in the file it came with; whole where it stands elsewhere. */
export type Place = readonly [sheet: string, row: number, part: number] | Evidence;

/** The fields of a record that nobody filters or sorts by. Another order is another version of the store. */
export type RecordBody = readonly [
	place: Place,
	source: string,
	institution: string,
	fromName: string | null,
	toName: string | null,
	longAmount: string | null,
	packet: string | null,
	refunded: string | null,
	timeText: string,
	precision: TimePrecision,
	block: { number: number; index?: number } | null,
	sequence: number,
	keys: RecordKeys,
	medium: Medium,
	state: RecordState,
	type: string,
	memo: string,
	longBalance: string | null,
	card: string | null,
];

/** A record with its body as JSON, which is made once and both kept and hashed. */
export interface BodiedRecord {
	readonly record: LedgerRecord;
	readonly body: string;
}

/** @param hash of the file that the record is read from */
export function withBody(record: LedgerRecord, hash: string): BodiedRecord {
	const { evidence } = record;
	const here = evidence.kind === 'file' && evidence.file === hash;
	const body: RecordBody = [
		here ? [evidence.sheet, evidence.row, evidence.part] : evidence,
		record.source,
		record.institution,
		record.from.name ?? null,
		record.to.name ?? null,
		bodyAmount(record.amount),
		record.packet?.toString() ?? null,
		record.refunded?.toString() ?? null,
		record.moment.text,
		record.moment.precision,
		record.block ?? null,
		record.sequence,
		record.keys,
		record.medium,
		record.state,
		record.type,
		record.memo,
		bodyAmount(record.balance),
		record.card ?? null,
	];
	return { record, body: JSON.stringify(body) };
}
