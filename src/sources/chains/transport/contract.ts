/** One question to an interface. What stands here is kept as evidence: it never holds a key. */
export interface Ask {
	/** Under the endpoint's address, `/v1/accounts/…`; '' asks the address itself. */
	readonly path: string;
	readonly query?: Readonly<Record<string, string>>;
	/** JSON. Present: POST; absent: GET. */
	readonly body?: string;
}

/** What came back, byte for byte as text; where a server echoed the key, `***` stands in its place. */
export interface Answer {
	readonly text: string;
	/** Scheme, host and path of the endpoint that answered, without key. */
	readonly endpoint: string;
}

/** What an answer is, read by the rules of its interface: only then is it known whether to take it, wait, or ask elsewhere. */
export type Verdict =
	| { readonly kind: 'taken' }
	/** Too many requests: wait as told, or longer each time. */
	| { readonly kind: 'rate-limited'; readonly waitMs?: number; readonly detail: string }
	/** May work later or elsewhere: errors of the server, a cut or foreign answer, a node behind its own former head. */
	| { readonly kind: 'unreachable' | 'damaged'; readonly waitMs?: number; readonly detail: string }
	/** Another endpoint may do: the key, the method, a state that was pruned. */
	| { readonly kind: 'denied' | 'unable'; readonly detail: string }
	/**
	 * Too much at once: the reader must ask for less. `span`: how many marks the interface says it would take from the
	 * same start. Some name the very range that they just refused.
	 */
	| { readonly kind: 'range-refused'; readonly detail: string; readonly span?: number }
	/** The question as put cannot be answered anywhere. */
	| { readonly kind: 'refused'; readonly detail: string };

/** Sees the text as it will be kept. */
export type Judge = (status: number, text: string, header: (name: string) => string) => Verdict;

/** Why a question stayed without answer after every wait and every endpoint. `detail` is one line without any key. */
export class ChainTrouble extends Error {
	readonly kind: Exclude<Verdict['kind'], 'taken'> | 'budget' | 'aborted';
	readonly detail: string;
	/** Of `range-refused`: see `Verdict`. */
	readonly span: number | undefined;

	constructor(kind: ChainTrouble['kind'], detail: string, span?: number) {
		super(`${kind}: ${detail}`);
		this.name = 'ChainTrouble';
		this.kind = kind;
		this.detail = detail;
		this.span = span;
	}
}

/** Asks one of several endpoints that offer the same interface, with manners. */
export interface Transport {
	/** @throws ChainTrouble */
	ask(ask: Ask, judge: Judge, signal: AbortSignal): Promise<Answer>;
	/** The endpoints one by one, for questions that two of them shall answer. */
	readonly each: readonly Transport[];
	/** Requests sent so far, repeated ones among them. */
	readonly sent: number;
	close(): Promise<void>;
}

/** Time as the transport sees it; tests bring their own. */
export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	/** @throws ChainTrouble `aborted` */
	sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** Where an interface is asked, and how much of it. */
export interface Endpoint {
	/** `http:`, `https:`, `ws:` or `wss:`; `{key}` in it stands for the secret. */
	readonly url: string;
	/** Never printed, never kept. */
	readonly key?: string;
	/** Header that carries the key, where it does not stand in the address or the query. */
	readonly keyHeader?: string;
	/** Parameter of the query that carries the key. */
	readonly keyParameter?: string;
	readonly perSecond: number;
	readonly timeoutMs: number;
}

/** Counts requests against what a person allowed. */
export interface Allowance {
	/** Called before each request that is sent. @throws ChainTrouble `budget` */
	spend(): void;
}
