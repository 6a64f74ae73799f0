import { handleOf, networkOf } from '../../src/ledger/account.ts';
import type { LedgerRecord } from '../../src/ledger/record.ts';
import type { Transfer } from '../../src/ledger/transfer.ts';
import { BATCH } from './neo4j-statements.ts';

/** The run that stands. */
export const RUN = 1n;
const FOREVER = 9_007_199_254_740_991n;

/** A transfer as a parameter: a number would become a float, so integers are bigint. */
export function transferRow(transfer: Transfer, position: number): object {
	const { amount } = transfer;
	return {
		from: transfer.from,
		to: transfer.to,
		at: BigInt(transfer.instant),
		properties: {
			id: transfer.id,
			since: RUN,
			until: FOREVER,
			digest: transfer.id.slice(1),
			from_account: transfer.from,
			to_account: transfer.to,
			from_name: transfer.fromName,
			to_name: transfer.toName,
			asset: transfer.asset,
			amount: amount.toString(),
			amount_approx: Number(amount),
			gross: transfer.gross.toString(),
			refunded: transfer.refunded.toString(),
			time_text: transfer.timeText,
			precision: transfer.precision,
			sequence: BigInt(transfer.sequence),
			medium: transfer.medium,
			type: transfer.type,
			memo: transfer.memo,
			grade: transfer.grade,
			rule: transfer.rule,
			certain: transfer.certain,
			tied: transfer.tied,
			records: transfer.records,
			aliases: transfer.aliases,
			caption: `${amount}分 ${transfer.timeText}`,
			stretch: BigInt(Math.floor(position / BATCH)),
			rank: BigInt(position % BATCH),
		},
	};
}

/** Which record shows which transfer. */
export function linkRows(transfers: readonly Transfer[]): object[] {
	return transfers.flatMap(({ id, records }) => records.map((record) => ({ transfer: id, since: RUN, record })));
}

export function accountRow(id: string): object {
	return { id, network: networkOf(id), handle: handleOf(id), caption: handleOf(id) };
}

/** A record as a parameter, with no more than its place: what else it says weighs the same in every model. */
export function placedRow({ id, evidence, moment, sequence }: LedgerRecord): object {
	if (evidence.kind !== 'file') throw new Error('the records of this bench stand in files');
	return {
		file: evidence.file,
		at: BigInt(moment.instant),
		properties: {
			reading: RUN,
			id,
			sequence: BigInt(sequence),
			sheet: evidence.sheet,
			row: BigInt(evidence.row),
			part: BigInt(evidence.part),
		},
	};
}
