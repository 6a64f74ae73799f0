import { type Receipt, sealReceipt } from '../../../ledger/receipt.ts';
import type { Exchange, Head, HistoryQuestion, Stretch } from '../contract.ts';
import { answersOf } from '../outcome.ts';
import { type Decoded, recordsOf } from './draft.ts';
import type { Frame } from './frame.ts';
import type { Header } from './headers.ts';

/** What every receipt of a reading says. */
export interface Reading {
	readonly question: HistoryQuestion;
	/** In the interface's words. */
	readonly query: string;
	readonly askedAt: number;
}

type Said = Omit<Receipt, 'id'>;

/** A stretch that was answered in full. @param ends headers of its first and last block */
export function answeredStretch(
	reading: Reading,
	frame: Frame,
	exchanges: readonly Exchange[],
	decoded: Decoded,
	ends: readonly [Header, Header],
): Stretch {
	const { drafts, notes } = decoded;
	const said: Said = {
		...common(reading, frame),
		endpoint: endpointsOf(exchanges),
		fromInstant: ends[0].instant,
		untilInstant: ends[1].instant,
		untilHash: ends[1].hash,
		answers: answersOf(exchanges),
		records: drafts.length,
		outcome: drafts.length === 0 ? 'empty' : 'complete',
		reason: reasonOf(notes),
	};
	const receipt = sealReceipt(said);
	return { receipt, records: recordsOf(drafts, frame.network, receipt.id), exchanges };
}

/** One that was not. @param last end of the stretch before it, milliseconds since 1970 */
export function failedStretch(
	reading: Reading,
	frame: Frame,
	exchanges: readonly Exchange[],
	why: Pick<Receipt, 'outcome' | 'reason'>,
	last: number | undefined,
): Stretch {
	const { head } = reading.question;
	const receipt = sealReceipt({
		...common(reading, frame),
		endpoint: endpointsOf(exchanges),
		// Times of blocks that were not seen: the narrowest that surely hold them.
		fromInstant: last ?? 0,
		untilInstant: frame.until <= head.final ? head.finalInstant : head.latestInstant,
		answers: answersOf(exchanges),
		records: 0,
		...why,
	});
	return { receipt, records: [], exchanges };
}

function common({ question, query, askedAt }: Reading, frame: Frame) {
	const { latest, final }: Head = question.head;
	return {
		account: frame.account,
		chain: frame.network,
		history: frame.history,
		tokens: frame.tokens,
		query,
		unit: 'block',
		from: frame.from,
		until: frame.until,
		latest,
		final,
		provisional: frame.provisional,
		cursor: '',
		decimals: frame.decimals,
		askedAt,
	} as const;
}

function endpointsOf(exchanges: readonly Exchange[]): string {
	return [...new Set(exchanges.map(({ endpoint }) => endpoint))].sort().join(' ');
}

function reasonOf(notes: Decoded['notes']): string {
	return Object.entries(notes)
		.filter(([, count]) => count > 0)
		.map(([what, count]) => `${what}: ${count}`)
		.join('; ');
}
