import { addressOf } from './address.ts';
import {
	type Allowance,
	type Ask,
	ChainTrouble,
	type Clock,
	type Endpoint,
	type Judge,
	type Verdict,
} from './contract.ts';
import { type Channel, NoReply, type Reply } from './fault.ts';
import { httpChannel } from './http.ts';
import { type Redactor, redactor } from './redact.ts';
import { retryAfter } from './retry-after.ts';
import { socketChannel } from './socket.ts';

/** First wait after a failure; it doubles with each that follows. No chance in it: two runs wait alike. */
const FIRST_WAIT_MS = 500;
const LONGEST_BACK_OFF_MS = 60_000;

export interface StationTerms {
	readonly clock: Clock;
	readonly allowance?: Allowance;
	readonly maxBytes: number;
}

type Passing = Extract<Verdict, { waitMs?: number }>;

/** What came of one request. */
export interface Outcome {
	readonly verdict: Verdict;
	readonly text: string;
}

/** One endpoint: its pace, its failures, its requests. All who ask it share them. */
export class Station {
	readonly label: string;
	readonly #endpoint: Endpoint;
	readonly #terms: StationTerms;
	readonly #redact: Redactor;
	readonly #channel: Channel;
	/** When the pace allows the next request. */
	#next = 0;
	/** When it may be asked again after failures. */
	#notBefore = 0;
	#failures = 0;
	#trouble: Passing | undefined;
	#sent = 0;

	/** @throws Problem as `addressOf` */
	constructor(endpoint: Endpoint, terms: StationTerms) {
		const address = addressOf(endpoint);
		this.#endpoint = endpoint;
		this.#terms = terms;
		this.#redact = redactor(address.secrets);
		this.#channel = (address.socket ? socketChannel : httpChannel)(address, terms.maxBytes);
		this.label = address.label;
	}

	get sent(): number {
		return this.#sent;
	}

	/** Failures since it last answered. */
	get failures(): number {
		return this.#failures;
	}

	/** What it last failed by, where waiting may help. */
	get trouble(): Passing | undefined {
		return this.#trouble;
	}

	/** Milliseconds until it may be asked again after failures; the pace is not counted. */
	get rest(): number {
		return Math.max(0, this.#notBefore - this.#terms.clock.now());
	}

	/**
	 * Asks once, and has the answer judged. It must be its turn.
	 *
	 * @throws ChainTrouble `aborted`, `budget`
	 */
	async ask(ask: Ask, judge: Judge, signal: AbortSignal): Promise<Outcome> {
		const before = this.#failures;
		const outcome = await this.#asked(ask, judge, signal);
		this.#learn(outcome.verdict, before);
		return outcome;
	}

	close(): Promise<void> {
		return this.#channel.close();
	}

	/**
	 * Waits for a turn. Each takes the next free place of the pace before it waits, so that no two start together. The
	 * endpoint may have come to rest meanwhile: look at `rest` before asking.
	 *
	 * @throws ChainTrouble `aborted`
	 */
	async turn(signal: AbortSignal): Promise<void> {
		const { clock } = this.#terms;
		const now = clock.now();
		const at = Math.max(now, this.#next, this.#notBefore);
		this.#next = at + 1000 / this.#endpoint.perSecond;
		if (at > now) await clock.sleep(at - now, signal);
		if (signal.aborted) throw new ChainTrouble('aborted', 'interrupted');
	}

	async #asked(ask: Ask, judge: Judge, signal: AbortSignal): Promise<Outcome> {
		try {
			const { status, text: sent, header } = await this.#timed(ask, signal);
			// What is judged, and read, is what is kept.
			const text = this.#redact.text(sent);
			return { verdict: this.#told({ status, text, header }, judge), text };
		} catch (error) {
			if (!(error instanceof NoReply)) throw error;
			return { verdict: { ...error.verdict, detail: this.#redact.line(error.verdict.detail) }, text: '' };
		}
	}

	/** One limit for everything from the first byte sent to the last received: a slow drip never ends otherwise. */
	async #timed(ask: Ask, signal: AbortSignal): Promise<Reply> {
		const { timeoutMs } = this.#endpoint;
		const ending = new AbortController();
		const end = () => ending.abort();
		let late = false;
		const timer = setTimeout(() => {
			late = true;
			end();
		}, timeoutMs);
		signal.addEventListener('abort', end);
		try {
			return await this.#channel.send(ask, () => this.#count(), ending.signal);
		} catch (error) {
			if (signal.aborted) throw new ChainTrouble('aborted', 'interrupted');
			if (late && error instanceof NoReply) throw new NoReply('unreachable', `no whole answer within ${timeoutMs} ms`);
			throw error;
		} finally {
			clearTimeout(timer);
			signal.removeEventListener('abort', end);
		}
	}

	#count(): void {
		this.#terms.allowance?.spend();
		this.#sent++;
	}

	/** The verdict with its detail fit to be printed, and with the wait that the server asked for. */
	#told(reply: Reply, judge: Judge): Verdict {
		const verdict = judge(reply.status, reply.text, reply.header);
		if (verdict.kind === 'taken') return verdict;
		const detail = this.#redact.line(verdict.detail);
		if (!passes(verdict)) return { ...verdict, detail };
		const waitMs = verdict.waitMs ?? retryAfter(reply.header('retry-after'), this.#terms.clock.now());
		return { kind: verdict.kind, detail, ...(waitMs === undefined ? {} : { waitMs }) };
	}

	/** @param before failures when the request went out: those that fail together are one failure */
	#learn(verdict: Verdict, before: number): void {
		if (!passes(verdict)) {
			this.#failures = 0;
			return;
		}
		const growing = Math.min(FIRST_WAIT_MS * 2 ** before, LONGEST_BACK_OFF_MS);
		this.#failures = Math.max(this.#failures, before + 1);
		const until = this.#terms.clock.now() + Math.max(verdict.waitMs ?? 0, growing);
		this.#notBefore = Math.max(this.#notBefore, until);
		this.#trouble = verdict;
	}
}

/** Whether waiting may help. */
function passes(verdict: Verdict): verdict is Passing {
	return verdict.kind === 'rate-limited' || verdict.kind === 'unreachable' || verdict.kind === 'damaged';
}
