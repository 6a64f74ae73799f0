import { Problem } from '../../../ledger/problem.ts';
import { fromOneThatReaches, unlessTrouble } from '../reaching.ts';
import { ChainTrouble, type Transport } from '../transport/contract.ts';
import { Node } from './node.ts';
import type { BlockHead } from './node-answers.ts';
import { NETWORK } from './subject.ts';

/** Id of the first block of TRON's main network (java-tron, `genesis.block`). */
const MAIN_NETWORK = '00000000000000001ebf88508a03865c71d452e25f4d51194196a1d22b6653dc';

/** Who is asked. */
export type Asked = Pick<Transport, 'ask'>;

/**
 * What is known of the endpoints: that each is of the main network, and how far its final blocks have come. An address is
 * one on every network of TRON, and one that lags lists fewer rows: neither says a word of it.
 */
export class Endpoints {
	readonly #transport: Transport;
	/** Time of the newest final block that an endpoint of the main network was seen to have, milliseconds since 1970. */
	readonly #heights = new Map<string, number>();

	constructor(transport: Transport) {
		this.#transport = transport;
	}

	/**
	 * The newest block, or the newest that is final, of an endpoint of the main network.
	 *
	 * @param notBefore milliseconds since 1970: a node whose newest block is older lags, and another is asked
	 * @throws ChainTrouble; Problem `chain.other-network`
	 */
	async head(final: boolean, notBefore: number, signal: AbortSignal): Promise<BlockHead> {
		const { head, endpoint } = await new Node(this.#transport).head(final, notBefore, signal);
		if (!(await this.#isMain(endpoint, signal)))
			throw new ChainTrouble('unreachable', `${endpoint} does not show its first block`);
		if (final) this.#raise(endpoint, head.instant);
		return head;
	}

	/** The endpoints, of which only those answer that have what was final at an instant. */
	upTo(instant: number): Asked {
		const mark = new Date(instant).toISOString();
		return {
			ask: (ask, judge, signal) => {
				const reaches = (endpoint: string) => this.#reaches(endpoint, instant, signal);
				return fromOneThatReaches(this.#transport, { ask, judge, signal }, reaches, mark);
			},
		};
	}

	async #reaches(endpoint: string, instant: number, signal: AbortSignal): Promise<boolean> {
		if (!(await this.#isMain(endpoint, signal))) return false;
		const reached = () => (this.#heights.get(endpoint) ?? -1) >= instant;
		// Which of them it is cannot be told but by asking.
		for (const at of reached() ? [] : this.#transport.each) {
			const seen = await unlessTrouble(new Node(at).head(true, 0, signal));
			if (seen && this.#heights.has(seen.endpoint)) this.#raise(seen.endpoint, seen.head.instant);
			if (reached()) return true;
		}
		return reached();
	}

	async #isMain(endpoint: string, signal: AbortSignal): Promise<boolean> {
		for (const at of this.#heights.has(endpoint) ? [] : this.#transport.each) {
			const first = await unlessTrouble(new Node(at).genesis(signal));
			if (first === undefined) continue;
			const found = first.head.id;
			if (found !== MAIN_NETWORK) throw new Problem('network', 'chain.other-network', { network: NETWORK, found });
			this.#raise(first.endpoint, 0);
			if (this.#heights.has(endpoint)) return true;
		}
		return this.#heights.has(endpoint);
	}

	#raise(endpoint: string, instant: number): void {
		this.#heights.set(endpoint, Math.max(instant, this.#heights.get(endpoint) ?? 0));
	}
}
