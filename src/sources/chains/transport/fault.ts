import type { Ask, Verdict } from './contract.ts';

/** What a server answered, before anybody judged it. */
export interface Reply {
	readonly status: number;
	readonly text: string;
	/** '' where there is none. */
	header(name: string): string;
}

/** There is nothing to judge: what stood in the way says itself what it is. */
export class NoReply extends Error {
	readonly verdict: Exclude<Verdict, { kind: 'taken' }>;

	constructor(kind: 'unreachable' | 'damaged' | 'denied' | 'range-refused' | 'refused', detail: string) {
		super(detail);
		this.verdict = { kind, detail };
	}
}

/** How a channel is asked: it may be one request over HTTP, or a message on a socket that stays open. */
export interface Channel {
	/**
	 * @param counted called before each request that goes out
	 * @param signal ends it at once, for a person's abort and for the time-out alike
	 * @throws NoReply; whatever `counted` throws
	 */
	send(ask: Ask, counted: () => void, signal: AbortSignal): Promise<Reply>;
	close(): Promise<void>;
}

/** Of an answer that is too large to be taken. */
export function tooLarge(maxBytes: number): NoReply {
	return new NoReply('range-refused', `the answer is larger than ${maxBytes} bytes`);
}
