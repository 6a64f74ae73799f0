/** `Transfer` logs of tokens, read by hand: `parseLog` of ethers takes 92 µs a log, this a quarter of one. */
import { isAddress, isHash, quantity, smallNumber, topicOf } from './hex.ts';
import { Contradiction } from './history.ts';
import type { Call, Check } from './rpc.ts';

/** Keccak-256 of `Transfer(address,address,uint256)`. */
export const TRANSFER = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef';

/** A log as nodes print it. */
export interface RawLog {
	readonly address: string;
	readonly topics: readonly string[];
	readonly data: string;
	readonly blockNumber: string;
	readonly blockHash: string;
	/** Newer nodes alone print it, and some of them as null or zero where they do not know it. */
	readonly blockTimestamp?: string | null;
	readonly transactionHash: string;
	readonly transactionIndex: string;
	readonly logIndex: string;
	/** Its block was taken back. */
	readonly removed?: boolean;
}

/** One direction of an account's transfers within blocks. */
export interface LogQuestion {
	/** Address of the account. */
	readonly account: string;
	readonly side: 'from' | 'to';
	/** Addresses of tokens; empty: all. */
	readonly tokens: readonly string[];
	readonly from: number;
	readonly until: number;
}

export function logCall({ account, side, tokens, from, until }: LogQuestion): Call {
	const topic = topicOf(account);
	const filter = {
		fromBlock: quantity(from),
		toBlock: quantity(until),
		...(tokens.length === 0 ? {} : { address: tokens }),
		topics: side === 'from' ? [TRANSFER, topic] : [TRANSFER, null, topic],
	};
	return { method: 'eth_getLogs', params: [filter] };
}

/** Whether each log is one that was asked for, once: a node that takes no heed of the question tells of others. */
export function logCheck({ account, side, tokens, from, until }: LogQuestion): Check {
	const topic = topicOf(account);
	const place = side === 'from' ? 1 : 2;
	const wanted = new Set(tokens.map((token) => token.toLowerCase()));
	const faultOf = (log: RawLog): string | undefined => {
		const block = smallNumber(log.blockNumber);
		if (!(block >= from && block <= until)) return `a log of block ${block}, asked for ${from} to ${until}`;
		if (!same(log.topics[0], TRANSFER)) return 'a log of another event';
		if (!same(log.topics[place], topic)) return 'a log of another account';
		if (wanted.size > 0 && !wanted.has(log.address.toLowerCase())) return `a log of another token ${log.address}`;
		return undefined;
	};
	return (result) => {
		if (!Array.isArray(result)) return 'no list of logs';
		const seen = new Set<number>();
		for (const log of result as readonly RawLog[]) {
			if (!isLog(log)) return `no log: ${JSON.stringify(log).slice(0, 200)}`;
			if (log.removed) continue;
			const fault = faultOf(log);
			if (fault !== undefined) return fault;
			const key = placeOf(log);
			if (seen.has(key)) return `log ${log.logIndex} of block ${log.blockNumber} twice`;
			seen.add(key);
		}
		return undefined;
	};
}

/** Most nodes print small letters: only the others pay for it. */
function same(printed: string | undefined, expected: string): boolean {
	return printed === expected || printed?.toLowerCase() === expected;
}

/** Block and index as one number, exact for logs below 2^20 and blocks below 2^33. */
function placeOf({ blockNumber, logIndex }: RawLog): number {
	return smallNumber(blockNumber) * 2 ** 20 + smallNumber(logIndex);
}

function isLog(log: RawLog | null): boolean {
	return (
		typeof log === 'object' &&
		log !== null &&
		isAddress(log.address) &&
		Array.isArray(log.topics) &&
		log.topics.every(isHash) &&
		typeof log.data === 'string' &&
		/^0x[0-9a-f]*$/i.test(log.data) &&
		isHash(log.blockHash) &&
		isHash(log.transactionHash) &&
		!Number.isNaN(smallNumber(log.transactionIndex)) &&
		!Number.isNaN(smallNumber(log.logIndex))
	);
}

/** What a log says of a movement; addresses and hashes in small letters. */
export interface TokenLog {
	readonly token: string;
	readonly from: string;
	readonly to: string;
	/** Smallest units. */
	readonly amount: bigint;
	readonly block: number;
	readonly blockHash: string;
	/** Seconds since 1970; undefined where the node does not print it. */
	readonly seconds: number | undefined;
	readonly transaction: string;
	readonly transactionIndex: number;
	/** Index in the block. */
	readonly log: number;
	/** As it was printed. */
	readonly raw: string;
}

/** Movements in chain order, and how many logs are no amounts of tokens (ERC-721 has a fourth topic; broken ones no amount). */
export interface DecodedLogs {
	readonly logs: readonly TokenLog[];
	readonly others: number;
}

/** Logs of one answer, and the answer. */
export interface LogAnswer {
	readonly logs: readonly RawLog[];
	readonly text: string;
}

/**
 * Reads logs that were checked. A transfer to oneself is in both directions and counts once.
 *
 * @param answers of one stretch
 * @throws Contradiction where a block was taken back between two answers
 */
export function decodeLogs(answers: readonly LogAnswer[]): DecodedLogs {
	const found: TokenLog[] = [];
	const seen = new Map<number, string>();
	let others = 0;
	for (const { logs, text } of answers) {
		const printed = printedLogs(text);
		for (const [index, raw] of logs.entries()) {
			if (raw.removed) continue;
			const key = placeOf(raw);
			const hash = seen.get(key);
			if (hash !== undefined && hash !== raw.blockHash) throw new Contradiction(`block ${raw.blockNumber} changed`);
			if (hash !== undefined) continue;
			seen.set(key, raw.blockHash);
			const log = decodeLog(raw, printed[index]);
			if (log) found.push(log);
			else others += 1;
		}
	}
	return { logs: found.sort((a, b) => a.block - b.block || a.log - b.log), others };
}

/** Each log as it was printed. Writing 10,000 anew takes as long as the node takes to find them. */
function printedLogs(text: string): readonly string[] {
	return text.slice(text.indexOf('"result"')).match(/\{[^{}]*\}/g) ?? [];
}

/** Seconds since 1970; undefined where the log does not say: no block with a transfer is of 1970. */
export function secondsOf({ blockTimestamp }: Pick<RawLog, 'blockTimestamp'>): number | undefined {
	const seconds = smallNumber(blockTimestamp);
	return seconds > 0 ? seconds : undefined;
}

/** @param printed the log's own text @returns undefined where the log has the name of a transfer and no amount of tokens */
export function decodeLog(raw: RawLog, printed?: string): TokenLog | undefined {
	const [, from, to, more] = raw.topics;
	if (from === undefined || to === undefined || more !== undefined || !/^0x[0-9a-f]{64}/i.test(raw.data))
		return undefined;
	return {
		token: raw.address.toLowerCase(),
		from: `0x${from.slice(26).toLowerCase()}`,
		to: `0x${to.slice(26).toLowerCase()}`,
		amount: BigInt(raw.data.slice(0, 66)),
		block: smallNumber(raw.blockNumber),
		blockHash: raw.blockHash.toLowerCase(),
		seconds: secondsOf(raw),
		transaction: raw.transactionHash.toLowerCase(),
		transactionIndex: smallNumber(raw.transactionIndex),
		log: smallNumber(raw.logIndex),
		// A member that is an object by itself, which no node prints so far, would break the text into pieces.
		raw: printed?.includes(raw.transactionHash) ? printed : JSON.stringify(raw),
	};
}
