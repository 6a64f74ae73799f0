import { type AccountId, readAccount } from '../../../ledger/account.ts';
import type { Moment } from '../../../ledger/time.ts';
import { DamagedAnswer, type EtherscanRow } from './answer.ts';

/** A member as text; '' where it is not there. Numbers that a float may have changed are no text. @throws DamagedAnswer */
export function textOf(row: EtherscanRow, name: string): string {
	const value = row[name];
	if (value === undefined || value === null) return '';
	if (typeof value === 'string') return value;
	if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
	throw damaged(row, name);
}

/** A whole number of any length, as the API prints all of its numbers. @throws DamagedAnswer */
export function wholeOf(row: EtherscanRow, name: string): bigint {
	const text = textOf(row, name);
	if (!/^\d+$/.test(text)) throw damaged(row, name);
	return BigInt(text);
}

/** A number that is an index or a block. @throws DamagedAnswer */
export function indexOf(row: EtherscanRow, name: string): number {
	const text = textOf(row, name);
	if (!/^\d{1,15}$/.test(text)) throw damaged(row, name);
	return Number(text);
}

/** @throws DamagedAnswer */
export function accountIn(row: EtherscanRow, name: string, network: string): AccountId {
	const reading = readAccount(network, textOf(row, name));
	if (!reading.ok) throw damaged(row, name);
	return reading.account;
}

/** Blockscout's internal transactions call it otherwise. @throws DamagedAnswer */
export function hashIn(row: EtherscanRow): string {
	const name = 'hash' in row ? 'hash' : 'transactionHash';
	const text = textOf(row, name).toLowerCase();
	if (!/^0x[0-9a-f]{64}$/.test(text)) throw damaged(row, name);
	return text;
}

/** Seconds since 1970. @throws DamagedAnswer */
export function momentIn(row: EtherscanRow): Moment {
	const text = textOf(row, 'timeStamp');
	if (!/^\d{1,11}$/.test(text)) throw damaged(row, 'timeStamp');
	return { instant: Number(text) * 1000, text, precision: 'second' };
}

export function blockOf(row: EtherscanRow): number {
	return indexOf(row, 'blockNumber');
}

/** The row as it came, but for what counts up each time that it is asked. */
export function rawOf({ confirmations: _, ...row }: EtherscanRow): string {
	return JSON.stringify(row);
}

export function damaged(row: EtherscanRow, name: string): DamagedAnswer {
	return new DamagedAnswer(`${name} ${JSON.stringify(row[name] ?? '').slice(0, 80)} cannot be read`);
}

/**
 * What every row of a history must be: within the blocks that were asked, oldest first, and about the account. Some
 * explorers leave out what they do not know of a question and answer another one.
 *
 * @param sides members that name who was part of it
 * @throws DamagedAnswer
 */
export function checkRows(
	rows: readonly EtherscanRow[],
	asked: { readonly network: string; readonly account: AccountId; readonly from: number; readonly until: number },
	sides: readonly string[],
): void {
	let last = asked.from;
	for (const row of rows) {
		const block = blockOf(row);
		if (block < asked.from || block > asked.until) {
			throw new DamagedAnswer(`block ${block} is not within ${asked.from} to ${asked.until}`);
		}
		if (block < last) throw new DamagedAnswer(`block ${block} comes after block ${last}`);
		last = block;
		const named = sides.filter((name) => textOf(row, name) !== '');
		if (!named.some((name) => accountIn(row, name, asked.network) === asked.account)) {
			throw new DamagedAnswer(`transaction ${hashIn(row)} is not of the account`);
		}
	}
}
