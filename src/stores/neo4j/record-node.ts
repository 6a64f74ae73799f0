import type { Evidence } from '../../ledger/evidence.ts';
import type { LedgerRecord, RecordKeys, Side } from '../../ledger/record.ts';
import type { Balance } from '../../ledger/statement.ts';
import type { Row } from './graph.ts';
import { amountText, approximate, type Cells, integer, optional, readAmount, readText, text } from './properties.ts';

/**
 * A record as `cypher/write/records.cypher` takes it: a list, for names would be sent anew with every row.
 *
 * @param hash file that the record is being read from @param ordinal its place among the records of the file
 */
export function recordCells(record: LedgerRecord, hash: string, ordinal: number): Cells {
	const { from, to, moment, keys, block } = record;
	return [
		record.id,
		integer(moment.instant),
		text(record.source),
		text(record.institution),
		record.own,
		text(from.account),
		text(from.name),
		text(to.account),
		text(to.name),
		text(record.asset),
		amountText(record.amount),
		amountText(record.packet),
		amountText(record.refunded),
		text(moment.text),
		moment.precision,
		integer(block?.number),
		integer(block?.index),
		integer(record.sequence),
		text(keys.order),
		text(keys.parent),
		text(keys.merchant),
		text(keys.clearing),
		integer(keys.log),
		record.medium,
		record.state,
		text(record.type),
		text(record.memo),
		amountText(record.balance),
		text(record.card),
		text(record.raw),
		...placeCells(record.evidence, hash),
		approximate(record.amount),
		integer(ordinal),
	];
}

/** Sheet, row and part where the record stands in the file it came with; all of it where it stands elsewhere. */
function placeCells(evidence: Evidence, hash: string): Cells {
	if (evidence.kind === 'chain') {
		const { chain, transaction, position, receipt } = evidence;
		return [null, null, null, null, text(chain), text(transaction), text(position), text(receipt)];
	}
	const { file, sheet, row, part } = evidence;
	return [file === hash ? null : file, text(sheet), integer(row), integer(part), null, null, null, null];
}

/** @param row as `cypher/read/records.cypher` returns it */
export function readRecord(row: Row): LedgerRecord {
	const [hash, id, instant, source, institution, own, from, fromName, to, toName, asset, amount] = row;
	const [packet, refunded, timeText, precision, block, blockIndex, sequence] = row.slice(12);
	const [order, parent, merchant, clearing, log, medium, state, type, memo, balance, card, raw] = row.slice(19);
	return {
		id: readText(id),
		evidence: readPlace(hash, row.slice(31)),
		source: readText(source),
		institution: readText(institution),
		own: own as LedgerRecord['own'],
		from: readSide(from, fromName),
		to: readSide(to, toName),
		asset: readText(asset),
		amount: amount === null ? undefined : readAmount(amount),
		...optional('packet', packet, readAmount),
		...optional('refunded', refunded, readAmount),
		moment: {
			instant: instant as number,
			text: readText(timeText),
			precision: precision as LedgerRecord['moment']['precision'],
		},
		...readBlock(block, blockIndex),
		sequence: sequence as number,
		keys: readKeys(order, parent, merchant, clearing, log),
		medium: medium as LedgerRecord['medium'],
		state: state as LedgerRecord['state'],
		type: readText(type),
		memo: readText(memo),
		...optional('balance', balance, readAmount),
		...optional('card', card, readText),
		raw: readText(raw),
	};
}

export function readBlock(number: unknown, index: unknown): { block?: { number: number; index?: number } } {
	if (number === null) return {};
	return { block: { number: number as number, ...optional('index', index, Number) } };
}

function readSide(account: unknown, name: unknown): Side {
	return { account: readText(account), ...optional('name', name, readText) };
}

function readKeys(order: unknown, parent: unknown, merchant: unknown, clearing: unknown, log: unknown): RecordKeys {
	return {
		...optional('order', order, readText),
		...optional('parent', parent, readText),
		...optional('merchant', merchant, readText),
		...optional('clearing', clearing, readText),
		...optional('log', log, Number),
	};
}

function readPlace(hash: unknown, cells: Row): Evidence {
	const [otherFile, sheet, row, part, chain, transaction, position, receipt] = cells;
	if (chain !== null) {
		return {
			kind: 'chain',
			chain: readText(chain),
			transaction: readText(transaction),
			position: readText(position),
			receipt: readText(receipt),
		};
	}
	const file = (otherFile ?? hash) as string;
	return { kind: 'file', file, sheet: readText(sheet), row: row as number, part: part as number };
}

/** @param row as `cypher/read/balances.cypher` returns it */
export function readBalance(row: Row): Balance {
	const [account, asset, amount, instant, timeText, precision, record] = row;
	return {
		account: readText(account),
		asset: readText(asset),
		amount: readAmount(amount),
		moment: {
			instant: instant as number,
			text: readText(timeText),
			precision: precision as Balance['moment']['precision'],
		},
		record: readText(record),
	};
}
