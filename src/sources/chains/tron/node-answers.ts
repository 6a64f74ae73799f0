/** Answers of a node of java-tron (`/wallet/…`, `/walletsolidity/…`), read without loss. */
import { isLosslessNumber, parse } from 'lossless-json';
import { Damage } from './damage.ts';

/** The newest block that a node knows, or the newest that it holds for final. */
export interface BlockHead {
	readonly number: number;
	/** Milliseconds since 1970. */
	readonly instant: number;
	readonly id: string;
}

/** What a contract's event says, as far as it is needed to know a transfer again. Addresses and words in hex, without prefix. */
export interface EventLog {
	readonly address: string;
	readonly topics: readonly string[];
	readonly data: string;
	/** Place among the logs of its block, from 0. */
	readonly index: number;
}

/** What became of one transaction of a block. */
export interface TransactionFacts {
	readonly id: string;
	/** Place among the transactions of the block that have facts, from 0. */
	readonly index: number;
	readonly logs: readonly EventLog[];
}

export interface BlockFacts {
	readonly number: number;
	readonly instant: number;
	readonly transactions: readonly TransactionFacts[];
}

type Members = Readonly<Record<string, unknown>>;

/** @throws Damage */
export function blockHeadOf(text: string): BlockHead {
	const block = membersOf(text);
	const data = inner(inner(block, 'block_header'), 'raw_data');
	// The first block of all has number 0, which is left out.
	const number = data.number === undefined ? 0 : wholeOf(data, 'number');
	return {
		number,
		instant: data.timestamp === undefined ? 0 : wholeOf(data, 'timestamp'),
		id: wordOf(block, 'blockID'),
	};
}

/** Block number of a transaction. @throws Damage */
export function blockNumberOf(text: string, transaction: string): number {
	const info = membersOf(text);
	if (info.id !== transaction) throw new Damage(`no facts of the transaction ${transaction}`);
	return wholeOf(info, 'blockNumber');
}

/** @throws Damage */
export function blockFactsOf(text: string, number: number): BlockFacts {
	const infos = parsed(text);
	if (!Array.isArray(infos) || infos.length === 0) throw new Damage(`no facts of the transactions of block ${number}`);
	let index = 0;
	const instants = new Set<number>();
	const transactions = infos.map((info: Members, place) => {
		if (wholeOf(info, 'blockNumber') !== number) throw new Damage(`facts of another block than ${number}`);
		instants.add(wholeOf(info, 'blockTimeStamp'));
		const logs = (Array.isArray(info.log) ? info.log : []).map((log: Members) => eventOf(log, index++));
		return { id: wordOf(info, 'id'), index: place, logs };
	});
	const [instant, ...others] = instants;
	if (instant === undefined || others.length > 0) throw new Damage(`block ${number} has several times`);
	return { number, instant, transactions };
}

function eventOf(log: Members, index: number): EventLog {
	const topics = Array.isArray(log.topics)
		? log.topics.filter((topic): topic is string => typeof topic === 'string')
		: [];
	return { address: wordOf(log, 'address'), topics, data: typeof log.data === 'string' ? log.data : '', index };
}

/**
 * The number that a call of a contract answered: a word of 64 digits of hex, so that no float comes near it.
 *
 * @throws Damage
 */
export function constantOf(text: string): bigint {
	const answer = membersOf(text);
	const [word] = Array.isArray(answer.constant_result) ? answer.constant_result : [];
	if (inner(answer, 'result').result !== true || typeof word !== 'string' || !/^[0-9a-f]{64}$/i.test(word)) {
		throw new Damage('a call of a contract without a number');
	}
	return BigInt(`0x${word}`);
}

/** Decimals of a TRC-10 token. @throws Damage */
export function precisionOf(text: string, token: string): number {
	const asset = membersOf(text);
	if (asset.id !== token) throw new Damage(`no facts of the token ${token}`);
	return asset.precision === undefined ? 0 : wholeOf(asset, 'precision');
}

function parsed(text: string): unknown {
	try {
		return parse(text);
	} catch {
		throw new Damage('JSON that is cut or broken');
	}
}

function membersOf(text: string): Members {
	const value = parsed(text);
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Damage('no object');
	return value as Members;
}

function inner(members: Members, name: string): Members {
	const value = members[name];
	return typeof value === 'object' && value !== null ? (value as Members) : {};
}

function wholeOf(members: Members, name: string): number {
	const value = members[name];
	const text = isLosslessNumber(value) ? value.value : value;
	if (typeof text !== 'string' || !/^\d{1,15}$/.test(text)) throw new Damage(`${name} is no whole number`);
	return Number(text);
}

function wordOf(members: Members, name: string): string {
	const value = members[name];
	if (typeof value !== 'string' || value === '') throw new Damage(`${name} is missing`);
	return value;
}
