import type { AssetId } from '../../../ledger/asset.ts';
import type { Exchange } from '../contract.ts';
import { ChainTrouble } from '../transport/contract.ts';
import type { Decoded } from './draft.ts';
import type { Frame } from './frame.ts';
import type { Told } from './rpc.ts';
import { Spans } from './spans.ts';

/** How one kind of history is read by JSON-RPC. */
export interface EvmHistory {
	/** Why it cannot be seen; '' where it can. */
	readonly hidden: string;
	/** Tokens that are asked for; empty: all, or none are meant. */
	readonly tokens: readonly AssetId[];
	/** What is asked, in the interface's words. */
	readonly query: string;
	readonly spans: Spans;
	/** Blocks in which it can be seen; all of them where absent. */
	readonly range?: { readonly from: number; readonly until?: number };
	/** Asks all that a stretch needs. @throws ChainTrouble */
	ask(frame: Frame, final: number, answers: Answers, signal: AbortSignal): Promise<Found>;
	/**
	 * Pure: the same from answers just given and from kept ones.
	 *
	 * @throws Contradiction
	 */
	decode(frame: Frame, told: readonly Told[]): Decoded;
}

/** What the chain stated beside movements. */
export interface Found {
	readonly decimals: Frame['decimals'];
	/** Where it contradicts the case: both figures. */
	readonly quarrel?: string;
}

/** Answers that contradict each other, or leave out what is needed: a block was taken back between them, or a node is wrong. */
export class Contradiction extends ChainTrouble {
	constructor(detail: string) {
		super('damaged', detail);
	}
}

/** What was asked for a stretch, so far. */
export class Answers {
	readonly exchanges: Exchange[] = [];
	readonly told: Told[] = [];

	take({ exchange, ...told }: { readonly exchange: Exchange } & Told): void {
		this.exchanges.push(exchange);
		this.told.push(told);
	}
}

/** One that cannot be seen. What was kept when it could be is decoded all the same. */
export function hiddenHistory(hidden: string, decode: EvmHistory['decode']): EvmHistory {
	return {
		hidden,
		tokens: [],
		query: '',
		spans: new Spans(1, 1),
		ask: () => Promise.reject(new Error(hidden)),
		decode,
	};
}
