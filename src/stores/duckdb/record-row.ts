import type { DuckDBValue } from '@duckdb/node-api';
import type { Evidence } from '../../ledger/evidence.ts';
import type { LedgerRecord, Medium, RecordKeys, RecordState } from '../../ledger/record.ts';
import type { Balance } from '../../ledger/statement.ts';
import type { TimePrecision } from '../../ledger/time.ts';
import {
	amountColumn,
	bodyAmount,
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

/** Sheet, row and part where the record stands in the file it came with; whole where it stands elsewhere. */
type Place = readonly [sheet: string, row: number, part: number] | Evidence;

type Body = readonly [
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

/** In the order of the table `records`. `hash` and `file`: the file that the records are being read from. */
export function recordColumns(hash: string, file: number): readonly Column<LedgerRecord>[] {
	return [
		integerColumn(() => file),
		textColumn((record) => record.id),
		instantColumn((record) => record.moment.instant),
		textColumn((record) => record.own),
		textColumn((record) => record.from.account),
		textColumn((record) => record.to.account),
		textColumn((record) => record.asset),
		amountColumn((record) => record.amount),
		amountColumn((record) => record.balance),
		booleanColumn((record) => record.balance !== undefined),
		jsonColumn((record) => JSON.stringify(bodyOf(record, hash))),
		textColumn((record) => record.raw),
	];
}

export const RECORD_CELLS = 'file, id, instant, own, from_account, to_account, asset, amount, balance, body, raw';
export const BALANCE_CELLS = 'own, from_account, to_account, asset, instant, balance, body, id';

function bodyOf(record: LedgerRecord, hash: string): Body {
	const { evidence } = record;
	const here = evidence.kind === 'file' && evidence.file === hash;
	return [
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
}

/** @param cells as `RECORD_CELLS` lists them @param hashes file number -> hash */
export function readRecord(cells: readonly DuckDBValue[], hashes: ReadonlyMap<number, string>): LedgerRecord {
	const [file, id, instant, own, from, to, asset, amount, balance, body, raw] = cells;
	const b = JSON.parse(body as string) as Body;
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
	const b = JSON.parse(body as string) as Body;
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
