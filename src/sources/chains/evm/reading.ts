import { covers, type FetchOutcome } from '../../../ledger/receipt.ts';
import type { ReaderTerms, Stretch } from '../contract.ts';
import { outcomeOf } from '../outcome.ts';
import { ChainTrouble } from '../transport/contract.ts';
import type { Frame } from './frame.ts';
import { headerOf } from './headers.ts';
import { Answers, Contradiction, type EvmHistory } from './history.ts';
import type { Nodes } from './nodes.ts';
import { answeredStretch, failedStretch, type Reading } from './stretch.ts';

/** How often a stretch is asked for whose answers contradict each other: a block was taken back between them. */
const TRIES = 3;

/** Reads one history, stretch by stretch. See `ChainReader.read`. */
export class HistoryReading {
	readonly #reading: Reading;
	readonly #history: EvmHistory;
	readonly #nodes: Nodes;
	readonly #terms: ReaderTerms;
	/** End of the last stretch, milliseconds since 1970. */
	#last: number | undefined;

	constructor(reading: Reading, history: EvmHistory, nodes: Nodes, terms: ReaderTerms) {
		this.#reading = reading;
		this.#history = history;
		this.#nodes = nodes;
		this.#terms = terms;
	}

	async *stretches(): AsyncGenerator<Stretch> {
		const { from, until } = this.#reading.question;
		const { hidden, range } = this.#history;
		if (hidden !== '') {
			yield this.#failed(from, until, [], 'not-visible', hidden);
			return;
		}
		const first = Math.max(from, range?.from ?? from);
		const last = Math.min(until, range?.until ?? until);
		const outside = `only blocks ${range?.from} to ${range?.until ?? 'the newest'} are looked at`;
		if (from < first) yield this.#failed(from, Math.min(until, first - 1), [], 'not-visible', outside);
		for await (const stretch of this.#within(first, last)) {
			yield stretch;
			if (!covers(stretch.receipt)) return;
		}
		if (last < until && until >= first) yield this.#failed(Math.max(last + 1, from), until, [], 'not-visible', outside);
	}

	/** The next stretch is asked for while the former is being kept: the node works while the store does. */
	async *#within(from: number, until: number): AsyncGenerator<Stretch> {
		for (let ahead = from <= until ? this.#next(from, until) : undefined; ahead !== undefined; ) {
			const stretch = await ahead;
			const { receipt } = stretch;
			this.#last = receipt.untilInstant;
			ahead = covers(receipt) && receipt.until < until ? this.#next(receipt.until + 1, until) : undefined;
			// Whoever takes no more lets it go: then nobody listens to what becomes of it.
			ahead?.catch(() => undefined);
			yield stretch;
		}
	}

	async #next(from: number, until: number): Promise<Stretch> {
		const { final } = this.#reading.question.head;
		const end = from <= final ? Math.min(until, final) : until;
		for (;;) {
			const stretch = await this.#stretch(from, Math.min(end, from + this.#history.spans.span - 1));
			if (stretch !== undefined) return stretch;
		}
	}

	/** Undefined: less must be asked for. */
	async #stretch(from: number, until: number): Promise<Stretch | undefined> {
		for (let tries = 1; ; tries++) {
			const answers = new Answers();
			try {
				return await this.#ask(this.#frame(from, until), answers);
			} catch (error) {
				if (!(error instanceof ChainTrouble)) throw error;
				if (error.kind === 'range-refused' && this.#history.spans.refused(until - from + 1, error.span))
					return undefined;
				if (error instanceof Contradiction && tries < TRIES) continue;
				return this.#failed(from, undefined, answers.exchanges, outcomeOf(error), error.detail);
			}
		}
	}

	async #ask(frame: Frame, answers: Answers): Promise<Stretch> {
		const { head, signal } = this.#reading.question;
		const { decimals, quarrel } = await this.#history.ask(frame, head.final, answers, signal);
		const ends = [];
		for (const block of [frame.from, frame.until]) {
			const header = await this.#nodes.headers.at(block, head.final, signal);
			answers.take(header);
			ends.push(headerOf(header.value));
		}
		const [first, last] = ends;
		if (!first || !last) throw new Error('a stretch has two ends');
		const full = { ...frame, decimals };
		if (quarrel !== undefined)
			return this.#failed(frame.from, undefined, answers.exchanges, 'disagreement', quarrel, decimals);
		const decoded = this.#history.decode(full, answers.told);
		return answeredStretch(this.#reading, full, answers.exchanges, decoded, [first, last]);
	}

	#frame(from: number, until: number, decimals: Frame['decimals'] = {}): Frame {
		const { account, history, head } = this.#reading.question;
		const { tokens } = this.#history;
		const { network, assets } = this.#terms;
		return { network, assets, account, history, from, until, provisional: until > head.final, tokens, decimals };
	}

	/** @param until undefined: all from here on is missing */
	#failed(
		from: number,
		until: number | undefined,
		exchanges: Answers['exchanges'],
		outcome: FetchOutcome,
		reason: string,
		decimals: Frame['decimals'] = {},
	): Stretch {
		const frame = this.#frame(from, until ?? this.#reading.question.until, decimals);
		return failedStretch(this.#reading, frame, exchanges, { outcome, reason }, this.#last);
	}
}
