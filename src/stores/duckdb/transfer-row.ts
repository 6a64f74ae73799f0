import type { DuckDBValue } from '@duckdb/node-api';
import type { Medium } from '../../ledger/record.ts';
import type { TimePrecision } from '../../ledger/time.ts';
import type { Exclusion, Grade, MergeRule, Transfer } from '../../ledger/transfer.ts';
import {
	amountColumn,
	bodyAmount,
	type Column,
	instantColumn,
	integerColumn,
	jsonColumn,
	readAmount,
	readInteger,
	readText,
	textColumn,
} from './cells.ts';

/** A transfer and its place in the total order. */
export interface PlacedTransfer {
	readonly transfer: Transfer;
	readonly position: number;
}

type Body = readonly [
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

/** In the order of the table `transfers`. */
export const TRANSFER_COLUMNS: readonly Column<PlacedTransfer>[] = [
	integerColumn(({ position }) => position),
	textColumn(({ transfer }) => transfer.id),
	instantColumn(({ transfer }) => transfer.instant),
	textColumn(({ transfer }) => transfer.from),
	textColumn(({ transfer }) => transfer.to),
	textColumn(({ transfer }) => transfer.asset),
	amountColumn(({ transfer }) => transfer.amount),
	jsonColumn(({ transfer }) => JSON.stringify(bodyOf(transfer))),
];

export const TRANSFER_CELLS = 'id, instant, from_account, to_account, asset, amount, body';

function bodyOf(transfer: Transfer): Body {
	return [
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
}

/** @param cells as `TRANSFER_CELLS` lists them */
export function readTransfer(cells: readonly DuckDBValue[]): Transfer {
	const [id, instant, from, to, asset, amount, body] = cells;
	const b = JSON.parse(body as string) as Body;
	return {
		id: readText(id),
		aliases: b[0],
		records: b[1],
		from: readText(from),
		to: readText(to),
		fromName: b[2],
		toName: b[3],
		asset: readText(asset),
		amount: readAmount(amount, b[4]) ?? 0n,
		gross: BigInt(b[5]),
		refunded: BigInt(b[6]),
		instant: readInteger(instant),
		timeText: b[7],
		precision: b[8],
		...(b[9] !== null && { block: b[9] }),
		sequence: b[10],
		medium: b[11],
		type: b[12],
		memo: b[13],
		grade: b[14],
		rule: b[15],
		certain: b[16],
		...(b[17] !== null && { exclusion: b[17] }),
		...(b[18] !== null && { card: b[18] }),
		tied: b[19],
		...(typeof b[20] === 'string' && { transaction: b[20] }),
	};
}
