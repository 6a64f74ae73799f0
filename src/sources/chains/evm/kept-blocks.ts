import type { Exchange } from '../contract.ts';
import type { AskNode } from './headers.ts';
import { type Asked, type Call, type Check, toldBy } from './rpc.ts';

/** How much text is kept. The blocks that came first stay: a scan that begins anew finds them, however long it is. */
const MOST = 32 * 1024 * 1024;

/** Answers about final blocks, kept from one account's scan to the next one's. */
export class KeptBlocks {
	readonly #node: AskNode;
	readonly #kept = new Map<string, Exchange>();
	#size = 0;

	constructor(node: AskNode) {
		this.#node = node;
	}

	/** @throws ChainTrouble */
	async ask<T>(call: Call, check: Check, block: number, final: number, signal: AbortSignal): Promise<Asked<T>> {
		const key = JSON.stringify(call);
		const known = this.#kept.get(key);
		if (known) return { ...(toldBy(known) as Asked<T>), exchange: known };
		const asked = await this.#node<T>(call, check, block, signal);
		if (block <= final && this.#size < MOST) {
			this.#kept.set(key, asked.exchange);
			this.#size += asked.exchange.text.length;
		}
		return asked;
	}
}
