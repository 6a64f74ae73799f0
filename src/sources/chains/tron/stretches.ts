/** A history as stretches, each with the receipt of what was asked and answered. */
import { type Receipt, sealReceipt } from '../../../ledger/receipt.ts';
import type { Exchange, HistoryQuestion, ReaderTerms, Stretch } from '../contract.ts';
import { answersOf, outcomeOf } from '../outcome.ts';
import { ChainTrouble, type Clock } from '../transport/contract.ts';
import { underReceipt } from '../under-receipt.ts';
import type { Endpoints } from './endpoints.ts';
import { type Facts, pieces, type TronPiece } from './pieces.ts';
import type { Subject } from './subject.ts';
import { PAGE_ROWS, pageAsk } from './walk.ts';

export interface Means {
	readonly endpoints: Endpoints;
	readonly clock: Clock;
	readonly terms: ReaderTerms;
	readonly facts: Facts;
}

/** See `ChainReader.read`. */
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
	const { account, history, signal } = question;
	const { tokens, assets } = means.terms;
	const subject: Subject = { account, history, tokens, assets, from: first, until: end, provisional };
	let next = first;
	let askedAt = means.clock.now();
	try {
		// What is not final yet is asked again in any case.
		const asked = means.endpoints.upTo(Math.min(end, question.head.final));
		for await (const piece of pieces(asked, means.facts, subject, signal)) {
			yield stretchOf(question, subject, piece, askedAt);
			next = piece.until + 1;
			askedAt = means.clock.now();
		}
		return true;
	} catch (error) {
		if (!(error instanceof ChainTrouble)) throw error;
		const missing = { ...subject, from: next, until: question.until };
		const said = { outcome: outcomeOf(error), reason: error.detail, askedAt } as const;
		yield { receipt: receiptOf(question, missing, [], said), records: [], exchanges: [] };
		return false;
	}
}

function stretchOf(question: HistoryQuestion, subject: Subject, piece: TronPiece, askedAt: number): Stretch {
	const { from, until, records, exchanges, cursor, decimals, notes } = piece;
	const receipt = receiptOf(question, { ...subject, from, until }, exchanges, {
		outcome: records.length === 0 ? 'empty' : 'complete',
		reason: notes,
		askedAt,
		cursor,
		decimals,
		records: records.length,
	});
	return { receipt, records: underReceipt(records, receipt.id), exchanges };
}

type Said = Pick<Receipt, 'outcome' | 'reason' | 'askedAt'> & Partial<Pick<Receipt, 'cursor' | 'decimals' | 'records'>>;

function receiptOf(
	{ head }: HistoryQuestion,
	subject: Subject,
	exchanges: readonly Exchange[],
	{ outcome, reason, askedAt, cursor = '', decimals = {}, records = 0 }: Said,
): Receipt {
	const { account, history, from, until, provisional } = subject;
	const { path, query } = pageAsk(subject, PAGE_ROWS, '');
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
		records,
		decimals,
		outcome,
		reason,
		askedAt,
	});
}
