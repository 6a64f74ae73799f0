/** A history through one transport, in pieces that lie one after the other. */
import type { Receipt } from '../../../ledger/receipt.ts';
import type { LedgerRecord } from '../../../ledger/record.ts';
import type { Exchange } from '../contract.ts';
import { ChainTrouble } from '../transport/contract.ts';
import { askOf, keyOf, type Need } from './asks.ts';
import { Damage } from './damage.ts';
import { type Decoded, decode } from './decode.ts';
import type { Asked } from './endpoints.ts';
import { Node } from './node.ts';
import type { Page } from './page.ts';
import { recordOf, type Subject } from './subject.ts';
import { PAGE_ROWS, type Walk, walk } from './walk.ts';

/** Fewer rows than this are not asked for, however large the interface finds the answer. */
const PAGE_ROWS_MIN = 10;
/** How often a walk begins again at a place where its cursor was refused before it came any further. */
const CURSORS = 3;

/** A part of a history as it was answered, before it has its receipt. */
export interface TronPiece {
	/** First and last millisecond that it answers in full. */
	readonly from: number;
	readonly until: number;
	/** In chain order, the receipt that they name still ''. */
	readonly records: readonly LedgerRecord[];
	readonly decimals: Receipt['decimals'];
	readonly exchanges: readonly Exchange[];
	/** What was passed over; '' for nothing. */
	readonly notes: string;
	/** Last cursor that was given. */
	readonly cursor: string;
}

/** Answers that stay true, by their question: decimals of tokens. Each piece that needs one has it among its own. */
export type Facts = Map<string, Exchange>;

/**
 * Asks for what the subject is about, window by window. What came before trouble is a piece of its own, up to its last
 * full millisecond, so that no rows of one block are ever in two pieces.
 *
 * @throws ChainTrouble where it cannot go on
 */
export async function* pieces(
	transport: Asked,
	facts: Facts,
	whole: Subject,
	signal: AbortSignal,
): AsyncGenerator<TronPiece> {
	const length = whole.until - whole.from + 1;
	let from = whole.from;
	/** Of a window; halved where the interface finds it too much, doubled again where it does not. */
	let width = length;
	let rows = PAGE_ROWS;
	let refused = 0;
	while (from <= whole.until) {
		const subject = { ...whole, from, until: Math.min(whole.until, from + width - 1) };
		const walked = await walk(transport, subject, rows, signal);
		const { reach, trouble } = walked;
		if (reach >= from) {
			yield await pieceOf(transport, facts, { ...subject, until: reach }, walked, signal);
			from = reach + 1;
			[width, rows, refused] = [Math.min(length, width * 2), Math.min(PAGE_ROWS, rows * 2), 0];
			if (trouble === undefined || isTooMuch(trouble) || isOldCursor(trouble)) continue;
		}
		if (trouble === undefined) throw new Error(`a walk from ${from} led nowhere`);
		if (isTooMuch(trouble) && (width > 1 || rows > PAGE_ROWS_MIN)) {
			[width, rows] = [Math.ceil(width / 2), Math.max(PAGE_ROWS_MIN, Math.ceil(rows / 2))];
		} else if (isOldCursor(trouble) && refused < CURSORS) refused += 1;
		else throw trouble;
	}
}

function isTooMuch({ kind }: ChainTrouble): boolean {
	return kind === 'range-refused';
}

function isOldCursor({ kind, detail }: ChainTrouble): boolean {
	return kind === 'refused' && /fingerprint/i.test(detail);
}

async function pieceOf(
	transport: Asked,
	facts: Facts,
	subject: Subject,
	walked: Walk,
	signal: AbortSignal,
): Promise<TronPiece> {
	const { from, until } = subject;
	const { pages, cursor } = walked;
	const exchanges = [...walked.exchanges];
	let decoded = decoding(subject, exchanges, pages);
	while (decoded.open.length > 0) {
		for (const need of decoded.open) exchanges.push(await factOf(transport, facts, need, subject.provisional, signal));
		decoded = decoding(subject, exchanges, pages);
	}
	const { moves, decimals, notes } = decoded;
	return { from, until, records: moves.map((move) => recordOf(move, '')), decimals, exchanges, notes, cursor };
}

/** Decodes what was just asked. @throws ChainTrouble `damaged` */
export function decoding(subject: Subject, exchanges: readonly Exchange[], pages?: readonly Page[]): Decoded {
	try {
		return decode(subject, exchanges, pages);
	} catch (error) {
		if (!(error instanceof Damage)) throw error;
		throw new ChainTrouble('damaged', error.message);
	}
}

async function factOf(
	transport: Asked,
	facts: Facts,
	need: Need,
	latest: boolean,
	signal: AbortSignal,
): Promise<Exchange> {
	const key = keyOf(askOf(need, latest));
	const known = facts.get(key);
	if (known !== undefined) return known;
	const exchange = await new Node(transport).ask(need, latest, signal);
	if (need.kind === 'decimals' || need.kind === 'precision') facts.set(key, exchange);
	return exchange;
}
