import { type Receipt, sealReceipt } from '../../../ledger/receipt.ts';
import type { HistoryQuestion, Stretch } from '../contract.ts';
import { answersOf, outcomeOf } from '../outcome.ts';
import type { ChainTrouble } from '../transport/contract.ts';
import { underReceipt } from '../under-receipt.ts';
import type { Block } from './blocks.ts';
import { type HistoryTerms, historyAsk, printed } from './question.ts';
import { CutBlock, type Piece } from './windows.ts';

/** What every receipt of a reading says. */
export interface Reading {
	readonly question: HistoryQuestion;
	readonly terms: HistoryTerms;
	readonly provisional: boolean;
	/** Milliseconds since 1970. */
	readonly askedAt: number;
}

/** How far a history was read. */
export interface Marks {
	next: number;
	/** Time of its first block, or of the one before; 0 where that is not known yet. */
	instant: number;
}

/** A stretch that was answered. @param end its last block */
export function answeredStretch(reading: Reading, piece: Piece, { instant }: Marks, end: Block): Stretch {
	const { exchanges, records } = piece;
	const receipt = sealReceipt({
		...common(reading),
		query: printed(exchanges[0]?.ask ?? { path: '' }),
		endpoint: [...new Set(exchanges.map(({ endpoint }) => endpoint))].join(' '),
		from: piece.from,
		until: piece.until,
		fromInstant: instant,
		untilInstant: end.instant,
		untilHash: end.hash,
		cursor: `page ${exchanges.at(-1)?.ask.query?.page ?? 1}`,
		answers: answersOf(exchanges),
		records: records.length,
		decimals: piece.decimals,
		outcome: records.length === 0 ? 'empty' : 'complete',
		reason: '',
	});
	return { receipt, records: underReceipt(records, receipt.id), exchanges };
}

/** A stretch that was not. @param size rows that were asked for at once */
export function failedStretch(reading: Reading, marks: Marks, size: number, trouble: ChainTrouble): Stretch {
	const { head, until } = reading.question;
	const receipt = sealReceipt({
		...common(reading),
		query: printed(historyAsk(reading.terms, { from: marks.next, until, page: 1, size })),
		endpoint: '',
		from: marks.next,
		until,
		fromInstant: marks.instant,
		untilInstant: until === head.final ? head.finalInstant : head.latestInstant,
		cursor: '',
		answers: [],
		records: 0,
		decimals: {},
		outcome: trouble instanceof CutBlock ? 'cut' : outcomeOf(trouble),
		reason: trouble.detail,
	});
	return { receipt, records: [], exchanges: [] };
}

function common({ question, terms, provisional, askedAt }: Reading) {
	const { account, network: chain, history, tokens } = terms;
	const { latest, final } = question.head;
	return {
		account,
		chain,
		history,
		tokens,
		unit: 'block',
		latest,
		final,
		provisional,
		askedAt,
	} as const satisfies Partial<Receipt>;
}
