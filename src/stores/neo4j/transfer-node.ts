import { hash } from 'node:crypto';
import { handleOf, networkOf } from '../../ledger/account.ts';
import { KNOWN_ASSETS } from '../../ledger/asset.ts';
import { displayAmount } from '../../ledger/money.ts';
import type { Transfer } from '../../ledger/transfer.ts';
import { storedText } from '../stored-text.ts';
import type { Row } from './graph.ts';
import {
	amountText,
	approximate,
	type Cells,
	integer,
	type Properties,
	readAmount,
	readText,
	text,
} from './properties.ts';
import { readBlock } from './record-node.ts';

/** A transfer that is to be written. */
export interface TransferNode {
	readonly id: string;
	readonly from: string;
	readonly to: string;
	readonly card: string | null;
	readonly records: readonly string[];
	/** As `cypher/write/transfers.cypher` takes it: a list, for names would be sent anew with every row. */
	readonly cells: Cells;
}

/**
 * A transfer's place in the total order: it stays the same where transfers are added before it.
 * `stretch` counts how often time went back in the order given (never, in a run), `rank` equals of one instant.
 */
export interface OrderKey {
	readonly stretch: number;
	readonly rank: number;
}

/** Gives each transfer its key in turn. */
export function orderKeys(): (instant: number) => OrderKey {
	let stretch = 0;
	let rank = 0;
	let last = Number.NEGATIVE_INFINITY;
	return (instant) => {
		if (instant < last) stretch += 1;
		rank = instant === last ? rank + 1 : 0;
		last = instant;
		return { stretch, rank };
	};
}

/** Equal where transfer and place are equal: 120 bits, so that no two versions of one id collide. */
export function digestOf(transfer: Transfer, { stretch, rank }: OrderKey): string {
	const { block } = transfer;
	const fields = [
		stretch,
		rank,
		transfer.aliases,
		transfer.records,
		transfer.from,
		transfer.to,
		transfer.fromName,
		transfer.toName,
		transfer.asset,
		transfer.amount.toString(),
		transfer.gross.toString(),
		transfer.refunded.toString(),
		transfer.instant,
		transfer.timeText,
		transfer.precision,
		block?.number,
		block?.index,
		transfer.sequence,
		transfer.medium,
		transfer.type,
		transfer.memo,
		transfer.grade,
		transfer.rule,
		transfer.certain,
		transfer.exclusion,
		transfer.card,
		transfer.tied,
		transfer.transaction,
	];
	return hash('sha1', JSON.stringify(fields), 'base64').slice(0, 20);
}

export function transferNode(transfer: Transfer, key: OrderKey, digest: string): TransferNode {
	const { id, block, aliases, records } = transfer;
	const from = storedText(transfer.from);
	const to = storedText(transfer.to);
	const card = text(transfer.card);
	const cells = [
		id,
		aliases,
		records,
		from,
		to,
		text(transfer.fromName),
		text(transfer.toName),
		text(transfer.asset),
		amountText(transfer.amount),
		amountText(transfer.gross),
		amountText(transfer.refunded),
		integer(transfer.instant),
		text(transfer.timeText),
		transfer.precision,
		integer(block?.number),
		integer(block?.index),
		integer(transfer.sequence),
		transfer.medium,
		text(transfer.type),
		text(transfer.memo),
		transfer.grade,
		transfer.rule,
		transfer.certain,
		transfer.exclusion ?? null,
		card,
		transfer.tied,
		approximate(transfer.amount),
		integer(key.stretch),
		integer(key.rank),
		digest,
		text(captionOf(transfer)),
		text(transfer.transaction),
	];
	return { id, from, to, card, records, cells };
}

/** An account as `cypher/write/accounts.cypher` takes it. */
export function accountNode(id: string): Properties {
	const account = readText(id);
	return { id, network: text(networkOf(account)), handle: text(handleOf(account)) };
}

const UNITS = new Map(KNOWN_ASSETS.map((asset) => [asset.id, asset]));

/** What a picture writes on the transfer: the amount as people read it and the source's own word. */
function captionOf({ asset, amount, type }: Transfer): string {
	const unit = UNITS.get(asset);
	const figure = unit ? `${displayAmount(amount, unit)} ${unit.symbol}` : `${amount} ${asset}`;
	return type === '' ? figure : `${figure} ${type}`;
}

/** @param row as `cypher/read/transfers.cypher` returns it */
export function readTransfer(row: Row): Transfer {
	// By index and in one literal: names and spreads take as long as the driver takes for the row.
	const amount = readAmount(row[8]);
	const transfer: { -readonly [Field in keyof Transfer]: Transfer[Field] } = {
		id: row[0] as string,
		aliases: row[1] as string[],
		records: row[2] as string[],
		from: readText(row[3]),
		to: readText(row[4]),
		fromName: readText(row[5]),
		toName: readText(row[6]),
		asset: readText(row[7]),
		amount,
		gross: row[9] === row[8] ? amount : readAmount(row[9]),
		refunded: readAmount(row[10]),
		instant: row[11] as number,
		timeText: readText(row[12]),
		precision: row[13] as Transfer['precision'],
		sequence: row[16] as number,
		medium: row[17] as Transfer['medium'],
		type: readText(row[18]),
		memo: readText(row[19]),
		grade: row[20] as Transfer['grade'],
		rule: row[21] as Transfer['rule'],
		certain: row[22] as boolean,
		tied: row[25] as boolean,
	};
	if (row[14] !== null) Object.assign(transfer, readBlock(row[14], row[15]));
	if (row[23] !== null) transfer.exclusion = row[23] as NonNullable<Transfer['exclusion']>;
	if (row[24] !== null) transfer.card = readText(row[24]);
	if (row[26] !== null) transfer.transaction = readText(row[26]);
	return transfer;
}
