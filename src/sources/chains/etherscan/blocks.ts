import type { Head } from '../contract.ts';
import { ChainTrouble, type Transport } from '../transport/contract.ts';
import { valueIn, valueJudge } from './answer.ts';
import type { Explorers } from './explorers.ts';
import { blockAsk } from './question.ts';

export interface Block {
	readonly number: number;
	readonly hash: string;
	/** Milliseconds since 1970. */
	readonly instant: number;
}

/** How long after a block an index is trusted to have it. */
const SETTLED_MS = 60_000;
const QUANTITY = /^0x[0-9a-f]{1,14}$/i;

/** Blocks as the node behind an explorer answers them. */
export class Blocks {
	readonly #transport: Transport;
	readonly #network: string;
	readonly #explorers: Explorers;
	readonly #confirmations: number | undefined;
	readonly #known = new Map<number, Block>();

	constructor(transport: Transport, explorers: Explorers, network: string, confirmations: number | undefined) {
		this.#transport = transport;
		this.#explorers = explorers;
		this.#network = network;
		this.#confirmations = confirmations;
	}

	/** @throws ChainTrouble; `unable` where nothing says which blocks are final */
	async head(signal: AbortSignal): Promise<Head> {
		const number = await this.#explorers.latest(signal);
		// What was not final may be another block by now.
		this.#known.clear();
		const latest = await this.needed(number, signal);
		const final = await this.#settled(latest, await this.#final(number, signal), signal);
		return {
			latest: latest.number,
			final: final.number,
			latestInstant: latest.instant,
			finalInstant: final.instant,
		};
	}

	/** A block that is there, as it was seen once. @throws ChainTrouble */
	async needed(number: number, signal: AbortSignal): Promise<Block> {
		const block = this.#known.get(number) ?? (await this.fresh(number, signal));
		if (block) return block;
		throw new ChainTrouble('unreachable', `block ${number} is not there`);
	}

	/** The block as it is now; undefined where the chain has no such block. @throws ChainTrouble */
	async fresh(number: number, signal: AbortSignal): Promise<Block | undefined> {
		const block = await this.#asked(number, signal);
		if (block) this.#known.set(number, block);
		return block;
	}

	/**
	 * The final block, or an earlier one that explorers have had time to take in: their lists come out of an index that
	 * follows the nodes, and what it lacked when a stretch was read would be missed for good. On BSC blocks are final
	 * within seconds.
	 */
	async #settled(latest: Block, final: Block, signal: AbortSignal): Promise<Block> {
		const settled = (block: Block) => block.number === 0 || latest.instant - block.instant >= SETTLED_MS;
		let block = final;
		let back = Math.max(1, latest.number - final.number);
		while (!settled(block)) {
			const spacing = (latest.instant - block.instant) / back;
			back = Math.max(2 * back, spacing > 0 ? Math.ceil(SETTLED_MS / spacing) : 0);
			block = await this.needed(Math.max(0, latest.number - back), signal);
		}
		return block;
	}

	async #final(latest: number, signal: AbortSignal): Promise<Block> {
		if (this.#confirmations !== undefined) return this.needed(Math.max(0, latest - this.#confirmations), signal);
		const block = await this.#asked('finalized', signal).catch((error: unknown) => {
			if (error instanceof ChainTrouble && ['unable', 'refused', 'damaged'].includes(error.kind)) return undefined;
			throw error;
		});
		if (block) return block.number <= latest ? block : this.needed(latest, signal);
		throw new ChainTrouble('unable', 'the interface does not say which block is final: state confirmations');
	}

	async #asked(block: number | 'finalized', signal: AbortSignal): Promise<Block | undefined> {
		// Who does not have a block that was there before lags behind.
		const missing = block === 'finalized' || block > this.#explorers.seen ? '' : `block ${block} is not there`;
		const judge = valueJudge((result) => (result === null ? missing : blockOf(result, block) ? '' : 'no block'));
		const { text } = await this.#explorers.ask(this.#transport, blockAsk(this.#network, block), judge, 0, signal);
		return blockOf(valueIn(text), block);
	}
}

/** A block out of an answer; undefined where it is none, or another one than was asked. */
function blockOf(value: unknown, asked: number | 'finalized'): Block | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const { number, hash, timestamp } = value as Readonly<Record<string, unknown>>;
	if (!QUANTITY.test(String(number)) || !QUANTITY.test(String(timestamp))) return undefined;
	if (typeof hash !== 'string' || !/^0x[0-9a-f]{64}$/i.test(hash)) return undefined;
	if (typeof asked === 'number' && Number(number) !== asked) return undefined;
	return { number: Number(number), hash: hash.toLowerCase(), instant: Number(timestamp) * 1000 };
}
