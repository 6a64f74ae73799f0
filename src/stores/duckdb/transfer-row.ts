import type { DuckDBValue } from '@duckdb/node-api';
import type { Transfer } from '../../ledger/transfer.ts';
import type { TransferBody } from '../transfer-body.ts';
import {
	amountColumn,
	type Column,
	instantColumn,
	integerColumn,
	jsonColumn,
	readAmount,
	readInteger,
	readText,
	textColumn,
} from './cells.ts';

/** A transfer, its place in the total order, and its body as JSON. */
export interface PlacedTransfer {
	readonly transfer: Transfer;
	readonly position: number;
	readonly body: string;
}

/** In the order of the table `transfers`. */
export const TRANSFER_COLUMNS: readonly Column<PlacedTransfer>[] = [
	integerColumn(({ position }) => position),
	textColumn(({ transfer }) => transfer.id),
	instantColumn(({ transfer }) => transfer.instant),
	textColumn(({ transfer }) => transfer.from),
	textColumn(({ transfer }) => transfer.to),
	textColumn(({ transfer }) => transfer.asset),
	amountColumn(({ transfer }) => transfer.amount),
	jsonColumn(({ body }) => body),
];

export const TRANSFER_CELLS = 'id, instant, from_account, to_account, asset, amount, body';

/** @param cells as `TRANSFER_CELLS` lists them */
export function readTransfer(cells: readonly DuckDBValue[]): Transfer {
	const [id, instant, from, to, asset, amount, body] = cells;
	const b = JSON.parse(body as string) as TransferBody;
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
