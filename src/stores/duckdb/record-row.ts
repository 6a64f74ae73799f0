import type { DuckDBValue } from '@duckdb/node-api';
import type { Evidence } from '../../ledger/evidence.ts';
import type { LedgerRecord } from '../../ledger/record.ts';
import type { Balance } from '../../ledger/statement.ts';
import type { BodiedRecord, Place, RecordBody } from '../record-body.ts';
import {
	amountColumn,
	booleanColumn,
	type Column,
	instantColumn,
	integerColumn,
	jsonColumn,
	readAmount,
	readInteger,
	readText,
	textColumn,
} from './cells.ts';

/** In the order of the table `records`. `file`: the one that the records are being read from. */
export function recordColumns(file: number): readonly Column<BodiedRecord>[] {
	return [
		integerColumn(() => file),
		textColumn(({ record }) => record.id),
		instantColumn(({ record }) => record.moment.instant),
		textColumn(({ record }) => record.own),
		textColumn(({ record }) => record.from.account),
		textColumn(({ record }) => record.to.account),
		textColumn(({ record }) => record.asset),
		amountColumn(({ record }) => record.amount),
		amountColumn(({ record }) => record.balance),
		booleanColumn(({ record }) => record.balance !== undefined),
		jsonColumn(({ body }) => body),
		textColumn(({ record }) => record.raw),
	];
}

export const RECORD_CELLS = 'file, id, instant, own, from_account, to_account, asset, amount, balance, body, raw';
export const BALANCE_CELLS = 'own, from_account, to_account, asset, instant, balance, body, id';

/** @param cells as `RECORD_CELLS` lists them @param hashes file number -> hash */
export function readRecord(cells: readonly DuckDBValue[], hashes: ReadonlyMap<number, string>): LedgerRecord {
	const [file, id, instant, own, from, to, asset, amount, balance, body, raw] = cells;
	const b = JSON.parse(body as string) as RecordBody;
	const printed = readAmount(balance, b[17]);
	return {
		id: readText(id),
		evidence: evidenceOf(b[0], hashes.get(readInteger(file)) ?? ''),
		source: b[1],
		institution: b[2],
		own: readText(own) as LedgerRecord['own'],
		from: b[3] === null ? { account: readText(from) } : { account: readText(from), name: b[3] },
		to: b[4] === null ? { account: readText(to) } : { account: readText(to), name: b[4] },
		asset: readText(asset),
		amount: readAmount(amount, b[5]),
		...(b[6] !== null && { packet: BigInt(b[6]) }),
		...(b[7] !== null && { refunded: BigInt(b[7]) }),
		moment: { instant: readInteger(instant), text: b[8], precision: b[9] },
		...(b[10] !== null && { block: b[10] }),
		sequence: b[11],
		keys: b[12],
		medium: b[13],
		state: b[14],
		type: b[15],
		memo: b[16],
		...(printed !== undefined && { balance: printed }),
		...(b[18] !== null && { card: b[18] }),
		raw: readText(raw),
	};
}

/** @param cells as `BALANCE_CELLS` lists them, of a record that prints one */
export function readBalance(cells: readonly DuckDBValue[]): Balance {
	const [own, from, to, asset, instant, balance, body, id] = cells;
	const b = JSON.parse(body as string) as RecordBody;
	return {
		account: readText(own === 'from' ? from : to),
		asset: readText(asset),
		amount: readAmount(balance, b[17]) ?? 0n,
		moment: { instant: readInteger(instant), text: b[8], precision: b[9] },
		record: readText(id),
	};
}

function evidenceOf(place: Place, hash: string): Evidence {
	if ('kind' in place) return place;
	return { kind: 'file', file: hash, sheet: place[0], row: place[1], part: place[2] };
}
