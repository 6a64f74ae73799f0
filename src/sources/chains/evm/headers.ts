import { isHash, quantity, smallNumber } from './hex.ts';
import { Contradiction } from './history.ts';
import type { Asked, Call, Check, Told } from './rpc.ts';

/** What of a block's header is used. */
export interface RawHeader {
	readonly number: string;
	readonly hash: string;
	/** Seconds since 1970. */
	readonly timestamp: string;
}

export interface Header {
	readonly number: number;
	readonly hash: string;
	/** Milliseconds since 1970. */
	readonly instant: number;
}

/** Asks a node that has the block. */
export type AskNode = <T>(call: Call, check: Check, block: number, signal: AbortSignal) => Promise<Asked<T>>;

/** Headers are some 20 kB each on busy chains. */
const KEPT = 256;

/** Headers of final blocks, asked for once. */
export class Headers {
	readonly #ask: AskNode;
	readonly #kept = new Map<number, Asked<RawHeader>>();

	constructor(ask: AskNode) {
		this.#ask = ask;
	}

	/** @throws ChainTrouble */
	async at(block: number, final: number, signal: AbortSignal): Promise<Asked<RawHeader>> {
		const known = this.#kept.get(block);
		if (known) return known;
		const asked = await this.#ask<RawHeader>(headerCall(quantity(block)), headerCheck(block), block, signal);
		if (block <= final) this.keep(asked);
		return asked;
	}

	keep(asked: Asked<RawHeader>): void {
		const [oldest] = this.#kept.keys();
		if (this.#kept.size >= KEPT && oldest !== undefined) this.#kept.delete(oldest);
		this.#kept.set(smallNumber(asked.value.number), asked);
	}
}

/** @param tag a quantity, or `latest`, `finalized` */
export function headerCall(tag: string): Call {
	return { method: 'eth_getBlockByNumber', params: [tag, false] };
}

export function headerCheck(block: number | undefined): Check {
	return (result) => {
		const header = result as RawHeader | null;
		if (typeof header !== 'object' || header === null) return 'no block';
		const { number, instant } = headerOf(header);
		if (Number.isNaN(number) || Number.isNaN(instant) || !isHash(header.hash))
			return 'a block without number, hash or time';
		return block === undefined || number === block ? undefined : `block ${number}, asked for ${block}`;
	};
}

export function headerOf({ number, hash, timestamp }: RawHeader): Header {
	return { number: smallNumber(number), hash: String(hash).toLowerCase(), instant: smallNumber(timestamp) * 1000 };
}

/** Headers among answers, whether they came with transactions or without. @throws Contradiction */
export function headersIn(told: readonly Told[]): Map<number, Header> {
	const headers = new Map<number, Header>();
	for (const { call, value } of told) {
		if (call.method !== 'eth_getBlockByNumber') continue;
		const header = headerOf(value as RawHeader);
		const other = headers.get(header.number);
		if (other && other.hash !== header.hash)
			throw new Contradiction(`block ${header.number} is ${other.hash} and ${header.hash}`);
		headers.set(header.number, header);
	}
	return headers;
}
