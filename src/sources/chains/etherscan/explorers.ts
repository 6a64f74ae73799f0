import { Problem } from '../../../ledger/problem.ts';
import { fromOneThatReaches, unlessTrouble } from '../reaching.ts';
import { type Answer, type Ask, ChainTrouble, type Judge, type Transport } from '../transport/contract.ts';
import { valueIn, valueJudge } from './answer.ts';
import { blockAsk, latestAsk } from './question.ts';

/** Hashes of the first blocks. An address is one on every chain: what another chain knows of it must never be taken. */
const GENESIS: Readonly<Record<string, string>> = {
	eth: '0xd4e56740f876aef8c010b86a40d5f56745a118d0906a34e69aec8c0db1cb8fa3',
	bsc: '0x0d21840abff46b96c84b2ac9e10e4f5cdaeb5693cb665db62a2f3b02d2d57b5b',
	polygon: '0xa9c28ce2141b56c474f1dc504bee9b01eb1bd7d1a507580d5519d4437a97de1b',
	arbitrum: '0x7ee576b35482195fc49205cec9af72ce14f003b9ae69f6ba0faef4514be8b442',
};

const QUANTITY = /^0x[0-9a-f]{1,14}$/i;

/**
 * What is known of the explorers behind the endpoints: that each serves the right chain, whatever it does with `chainid`,
 * and how far its node has come. One that lags lists fewer rows and says nothing.
 */
export class Explorers {
	readonly #network: string;
	readonly #transport: Transport;
	/** Highest block that an endpoint is known to have; an endpoint is in it once its chain is known to be the right one. */
	readonly #heights = new Map<string, number>();
	#latest = 0;

	constructor(network: string, transport: Transport) {
		this.#network = network;
		this.#transport = transport;
	}

	/** The newest block ever seen. */
	get seen(): number {
		return this.#latest;
	}

	/** Number of the newest block, never behind an earlier one. @throws ChainTrouble; Problem `chain.other-network` */
	async latest(signal: AbortSignal): Promise<number> {
		const answer = await this.#transport.ask(latestAsk(this.#network), latestJudge(this.#latest), signal);
		this.#latest = Number(valueIn(answer.text));
		if (this.#heights.has(answer.endpoint)) this.#heights.set(answer.endpoint, this.#latest);
		if (await this.#reaches(answer.endpoint, 0, signal)) return this.#latest;
		throw new ChainTrouble('unreachable', `${answer.endpoint} does not show its first block`);
	}

	/**
	 * Asks an explorer that has the block.
	 *
	 * @param transport all endpoints or one of them
	 * @throws ChainTrouble `unreachable` where none has; Problem `chain.other-network`
	 */
	ask(transport: Transport, ask: Ask, judge: Judge, block: number, signal: AbortSignal): Promise<Answer> {
		const reaches = (endpoint: string) => this.#reaches(endpoint, block, signal);
		return fromOneThatReaches(transport, { ask, judge, signal }, reaches, `block ${block}`);
	}

	async #reaches(endpoint: string, block: number, signal: AbortSignal): Promise<boolean> {
		const reached = () => (this.#heights.get(endpoint) ?? -1) >= block;
		// Which of them it is cannot be told but by asking.
		for (const at of reached() ? [] : this.#transport.each) {
			await unlessTrouble(this.#look(at, signal));
			if (reached()) return true;
		}
		return reached();
	}

	async #look(at: Transport, signal: AbortSignal): Promise<void> {
		const { endpoint, text } = await at.ask(latestAsk(this.#network), latestJudge(0), signal);
		const genesis = GENESIS[this.#network];
		if (genesis !== undefined && !this.#heights.has(endpoint)) {
			const isBlock = valueJudge((result) => (hashOf(result) === undefined ? 'no block' : ''));
			const first = await at.ask(blockAsk(this.#network, 0), isBlock, signal);
			const found = hashOf(valueIn(first.text)) ?? '';
			if (found !== genesis) {
				throw new Problem('config', 'chain.other-network', { network: this.#network, found: `first block ${found}` });
			}
		}
		this.#heights.set(endpoint, Number(valueIn(text)));
	}
}

/** @param floor block behind which only an explorer can be that has lost its node */
function latestJudge(floor: number): Judge {
	const isNumber = valueJudge((result) => (QUANTITY.test(String(result)) ? '' : 'no number of a block'));
	return (status, text, header) => {
		const verdict = isNumber(status, text, header);
		if (verdict.kind !== 'taken' || Number(valueIn(text)) >= floor) return verdict;
		return { kind: 'unreachable', detail: `its head is block ${Number(valueIn(text))}, and was ${floor}` };
	};
}

function hashOf(block: unknown): string | undefined {
	const hash = (block as { hash?: unknown } | null)?.hash;
	return typeof hash === 'string' ? hash.toLowerCase() : undefined;
}
