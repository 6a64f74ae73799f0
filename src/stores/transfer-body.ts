import type { Medium } from '../ledger/record.ts';
import type { TimePrecision } from '../ledger/time.ts';
import type { Exclusion, Grade, MergeRule, Transfer } from '../ledger/transfer.ts';
import { bodyAmount } from './exact.ts';

/** The fields of a transfer that nobody filters or sorts by. Another order is another version of the store. */
export type TransferBody = readonly [
	aliases: readonly string[],
	records: readonly string[],
	fromName: string,
	toName: string,
	longAmount: string | null,
	gross: string,
	refunded: string,
	timeText: string,
	precision: TimePrecision,
	block: { number: number; index?: number } | null,
	sequence: number,
	medium: Medium,
	type: string,
	memo: string,
	grade: Grade,
	rule: MergeRule,
	certain: boolean,
	exclusion: Exclusion | null,
	card: string | null,
	tied: boolean,
	/** Absent in stores written before transactions were kept. */
	transaction?: string | null,
];

/** The body of a transfer as JSON. */
export function transferBody(transfer: Transfer): string {
	const body: TransferBody = [
		transfer.aliases,
		transfer.records,
		transfer.fromName,
		transfer.toName,
		bodyAmount(transfer.amount),
		transfer.gross.toString(),
		transfer.refunded.toString(),
		transfer.timeText,
		transfer.precision,
		transfer.block ?? null,
		transfer.sequence,
		transfer.medium,
		transfer.type,
		transfer.memo,
		transfer.grade,
		transfer.rule,
		transfer.certain,
		transfer.exclusion ?? null,
		transfer.card ?? null,
		transfer.tied,
		transfer.transaction ?? null,
	];
	return JSON.stringify(body);
}
