/** A history as stretches that lie one after the other. */
import { covers, type FetchOutcome, type Receipt, sealReceipt } from '../../../ledger/receipt.ts';
import type { Exchange, HistoryQuestion, ReaderTerms, Stretch } from '../contract.ts';
import { answersOf, outcomeOf } from '../outcome.ts';
import { ChainTrouble, type Clock, type Transport } from '../transport/contract.ts';
import { askOf, keyOf, type Need } from './asks.ts';
import { Damage } from './damage.ts';
import { type Decoded, decode } from './decode.ts';
import type { Node } from './node.ts';
import { recordOf, type Subject } from './subject.ts';
import { PAGE_ROWS, pageAsk, type Walk, walk } from './walk.ts';

/** Rows of a page are not asked for by fewer than this, however large the interface finds the answer. */
const PAGE_ROWS_MIN = 10;

export interface Means {
	readonly transport: Transport;
	readonly node: Node;
	readonly clock: Clock;
	readonly terms: ReaderTerms;
	/** Answers that stay true, by their question. Kept with each stretch that needs them. */
	readonly facts: Map<string, Exchange>;
}

/** @returns see `ChainReader.read` */
export async function* stretches(means: Means, question: HistoryQuestion): AsyncGenerator<Stretch> {
	const { head, from, until } = question;
	const border = Math.min(until, head.final);
	if (from <= border && !(yield* part(means, question, from, border, false))) return;
	if (until > head.final) yield* part(means, question, Math.max(from, head.final + 1), until, true);
}

/** @returns whether it came to its end */
async function* part(
	means: Means,
	question: HistoryQuestion,
	first: number,
	end: number,
	provisional: boolean,
): AsyncGenerator<Stretch, boolean> {
	let from = first;
	/** Of a window; halved where the interface finds it too much, doubled again where it does not. */
	let width = end - first + 1;
	let rows = PAGE_ROWS;
	let again = 0;
	while (from <= end) {
		const askedAt = means.clock.now();
		const subject = subjectOf(means, question, from, Math.min(end, from + width - 1), provisional);
		const walked = await walk(means.transport, subject, rows, question.signal);
		if (walked.reach >= from) {
			const stretch = await stretchOf(means, question, { ...subject, until: walked.reach }, walked, askedAt);
			yield stretch;
			if (!covers(stretch.receipt)) return false;
			from = walked.reach + 1;
			again = 0;
			width = Math.min(end - first + 1, width * 2);
			rows = Math.min(PAGE_ROWS, rows * 2);
			if (walked.trouble === undefined || isTooMuch(walked.trouble) || isOldCursor(walked.trouble)) continue;
		} else if (walked.trouble !== undefined) {
			if (isTooMuch(walked.trouble) && (width > 1 || rows > PAGE_ROWS_MIN)) {
				width = Math.max(1, Math.ceil(width / 2));
				rows = Math.max(PAGE_ROWS_MIN, Math.ceil(rows / 2));
				continue;
			}
			// Without a full millisecond behind it there is nowhere to go on from but the start.
			if (isOldCursor(walked.trouble) && again < 2) {
				again += 1;
				continue;
			}
		}
		const missing = subjectOf(means, question, from, question.until, provisional);
		yield failed(question, missing, walked.trouble ?? new ChainTrouble('damaged', 'no way on'), askedAt);
		return false;
	}
	return true;
}

function isTooMuch({ kind }: ChainTrouble): boolean {
	return kind === 'range-refused';
}

function isOldCursor({ kind, detail }: ChainTrouble): boolean {
	return kind === 'refused' && /fingerprint/i.test(detail);
}

function subjectOf(
	means: Means,
	question: HistoryQuestion,
	from: number,
	until: number,
	provisional: boolean,
): Subject {
	const { account, history } = question;
	const { tokens, assets } = means.terms;
	return { account, history, tokens, assets, from, until, provisional };
}

async function stretchOf(
	means: Means,
	question: HistoryQuestion,
	subject: Subject,
	{ exchanges: pages, cursor }: Walk,
	askedAt: number,
): Promise<Stretch> {
	const exchanges = [...pages];
	try {
		let decoded = decode(subject, exchanges);
		while (decoded.open.length > 0) {
			for (const need of decoded.open) {
				exchanges.push(await factOf(means, need, subject.provisional, question.signal));
			}
			decoded = decode(subject, exchanges);
		}
		const { moves, notes: reason } = decoded;
		const outcome = moves.length === 0 ? 'empty' : 'complete';
		const receipt = receiptOf(question, subject, exchanges, { outcome, reason, cursor, askedAt, decoded });
		return { receipt, records: moves.map((move) => recordOf(move, receipt.id)), exchanges };
	} catch (error) {
		const trouble = error instanceof Damage ? new ChainTrouble('damaged', error.message) : error;
		if (!(trouble instanceof ChainTrouble)) throw error;
		return failed(question, { ...subject, until: question.until }, trouble, askedAt, exchanges);
	}
}

async function factOf({ node, facts }: Means, need: Need, latest: boolean, signal: AbortSignal): Promise<Exchange> {
	const key = keyOf(askOf(need, latest));
	const known = facts.get(key);
	if (known !== undefined) return known;
	const exchange = await node.ask(need, latest, signal);
	if (need.kind === 'decimals' || need.kind === 'precision') facts.set(key, exchange);
	return exchange;
}

/** An attempt that covers nothing, and what of it was answered. */
function failed(
	question: HistoryQuestion,
	subject: Subject,
	trouble: ChainTrouble,
	askedAt: number,
	exchanges: readonly Exchange[] = [],
): Stretch {
	const said = { outcome: outcomeOf(trouble), reason: trouble.detail, cursor: '', askedAt };
	return { receipt: receiptOf(question, subject, exchanges, said), records: [], exchanges };
}

function receiptOf(
	{ head }: HistoryQuestion,
	subject: Subject,
	exchanges: readonly Exchange[],
	said: {
		readonly outcome: FetchOutcome;
		readonly reason: string;
		readonly cursor: string;
		readonly askedAt: number;
		readonly decoded?: Decoded;
	},
): Receipt {
	const { account, history, from, until, provisional } = subject;
	const { path, query } = pageAsk(subject, PAGE_ROWS, '');
	const { outcome, reason, cursor, askedAt, decoded } = said;
	return sealReceipt({
		account,
		chain: 'tron',
		history,
		tokens: history === 'tokens' ? (subject.tokens ?? []) : [],
		query: `${path}?${new URLSearchParams(query)}`,
		endpoint: [...new Set(exchanges.map(({ endpoint }) => endpoint))].join(' '),
		unit: 'ms',
		from,
		until,
		fromInstant: from,
		untilInstant: until,
		latest: head.latest,
		final: head.final,
		provisional,
		cursor,
		answers: answersOf(exchanges),
		records: decoded?.moves.length ?? 0,
		decimals: decoded?.decimals ?? {},
		outcome,
		reason,
		askedAt,
	});
}
