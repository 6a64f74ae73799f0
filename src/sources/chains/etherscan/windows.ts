/** Walks a history through an interface that gives only so many rows at once, from the oldest. */
import type { Asset, AssetId } from '../../../ledger/asset.ts';
import type { Exchange } from '../contract.ts';
import { ChainTrouble, type Transport } from '../transport/contract.ts';
import { DamagedAnswer, type EtherscanRow, listJudge, rowsIn } from './answer.ts';
import type { Explorers } from './explorers.ts';
import { type HistoryTerms, historyAsk, type Window } from './question.ts';
import { type Decoded, decodeRows } from './records.ts';
import { blockOf, rawOf } from './rows.ts';

/** What paid plans give at once; the free one gives 1,000 since July 2026, by Etherscan's changelog. */
const LARGEST_PAGE = 10_000;
/** A page that is refused is halved down to this. */
const SMALLEST_PAGE = 10;

export interface WalkTerms extends HistoryTerms {
	readonly assets: ReadonlyMap<AssetId, Asset>;
	readonly provisional: boolean;
	readonly explorers: Explorers;
	/** Decimals of tokens as they were stated first: what answers state later must be the same. */
	readonly pinned: Map<AssetId, number>;
	readonly signal: AbortSignal;
}

/** A part of a history as it was answered, before it has its receipt. */
export interface Piece extends Decoded {
	/** First and last block that it answers in full. */
	readonly from: number;
	readonly until: number;
	/** At least one. */
	readonly exchanges: readonly Exchange[];
}

/** What endpoints were seen to give of a list at once. An endpoint that gave 300 rows does not stop at 200. */
export class PageLimits {
	readonly #proven = new Map<string, number>();
	/** Rows to ask for. */
	size = LARGEST_PAGE;

	/**
	 * Whether an answer may have been cut. Some explorers give fewer rows than they were asked for without a word, so
	 * that a short answer is whole only where the same endpoint has given a longer one of the same list.
	 */
	full({ endpoint, ask }: Exchange, rows: number): boolean {
		const list = `${endpoint} ${ask.query?.action}`;
		const size = Number(ask.query?.offset);
		const proven = this.#proven.get(list) ?? 0;
		this.#proven.set(list, Math.max(proven, rows));
		return rows > 0 && rows >= Math.min(size, proven);
	}

	/** Asks for fewer from now on. @param stated what the interface says it would give; false where that is no less */
	shrink(stated = Number.NaN): boolean {
		const half = Math.floor(this.size / 2);
		const size = stated > 0 && stated < this.size ? stated : half;
		if (size < SMALLEST_PAGE) return false;
		this.size = size;
		return true;
	}
}

/** One block has more rows than the interface gives, and there is no way to ask for the rest. */
export class CutBlock extends ChainTrouble {
	constructor(block: number, rows: number, detail: string) {
		super('range-refused', `block ${block} alone has more than ${rows} rows: ${detail}`);
	}
}

/**
 * The history as whole blocks. An answer that may be cut loses its last block, and the walk goes on from that block, so
 * that no block is counted by half. Where one block alone fills an answer, its next pages are asked.
 *
 * @throws CutBlock; ChainTrouble
 */
export async function* walkWindows(
	transport: Transport,
	terms: WalkTerms,
	limits: PageLimits,
	from: number,
	until: number,
): AsyncIterable<Piece> {
	let next = from;
	let span = until - from + 1;
	while (next <= until) {
		const end = Math.min(until, next + span - 1);
		let found: Found;
		try {
			found = await filled(transport, terms, limits, next, end);
		} catch (error) {
			if (!(error instanceof ChainTrouble) || error.kind !== 'range-refused' || error instanceof CutBlock) throw error;
			if (end === next && !limits.shrink()) throw error;
			span = Math.max(1, Math.floor((end - next + 1) / 2));
			continue;
		}
		yield { from: next, until: found.until, ...decoded(found, terms, next), exchanges: found.exchanges };
		next = found.until + 1;
		span *= 2;
	}
}

/** Each page was judged by itself; together they may still not fit. @throws ChainTrouble `damaged` */
function decoded({ rows, until }: Found, terms: WalkTerms, from: number): Decoded {
	try {
		const whole = rows.filter((row) => blockOf(row) <= until);
		return decodeRows(whole, { ...terms, from, until });
	} catch (error) {
		if (!(error instanceof DamagedAnswer)) throw error;
		throw new ChainTrouble('damaged', error.message);
	}
}

interface Found {
	readonly rows: readonly EtherscanRow[];
	/** Last block that is whole. */
	readonly until: number;
	readonly exchanges: readonly Exchange[];
}

async function filled(
	transport: Transport,
	terms: WalkTerms,
	limits: PageLimits,
	from: number,
	until: number,
): Promise<Found> {
	const first = await firstPage(transport, terms, limits, { from, until });
	const size = rowsIn(first.text).length;
	const rows: EtherscanRow[] = [];
	const exchanges: Exchange[] = [];
	for (let exchange = first; ; exchange = await nextPage(transport, terms, { from, until, size }, exchanges)) {
		exchanges.push(exchange);
		const these = rowsIn(exchange.text);
		rows.push(...these);
		if (!limits.full(exchange, these.length)) return { rows, until, exchanges };
		const last = blockOf(these.at(-1) as EtherscanRow);
		if (last > from) return { rows, until: last - 1, exchanges };
	}
}

type Range = Pick<Window, 'from' | 'until'>;

async function firstPage(transport: Transport, terms: WalkTerms, limits: PageLimits, range: Range): Promise<Exchange> {
	for (;;) {
		const { size } = limits;
		try {
			return await asked(transport, terms, { ...range, page: 1, size });
		} catch (error) {
			const tooMany = error instanceof ChainTrouble && /window is too large/i.test(error.detail);
			if (!tooMany || !limits.shrink(Number(/equal to (\d+)/.exec(error.detail)?.[1]))) throw error;
		}
	}
}

/** Pages of as many rows as the first one gave: the second then begins where that one ended. */
async function nextPage(
	transport: Transport,
	terms: WalkTerms,
	window: Omit<Window, 'page'>,
	before: readonly Exchange[],
): Promise<Exchange> {
	const page = before.length + 1;
	const exchange = await refusable(asked(transport, terms, { ...window, page }));
	if (exchange instanceof ChainTrouble) return await noMore(transport, terms, window, before, exchange);
	if (saidIn(exchange) === saidIn(before.at(-1))) {
		throw new ChainTrouble('damaged', `page ${page} is the one before it`);
	}
	return ofOne(exchange, before);
}

/** The rows without what counts up from one answer to the next: who does not know pages gives the first one for ever. */
function saidIn(exchange: Exchange | undefined): string {
	return exchange === undefined ? '' : rowsIn(exchange.text).map(rawOf).join('\n');
}

/** Where a whole page more is refused: the one row after the last may still be asked for, and need not be there. */
async function noMore(
	transport: Transport,
	terms: WalkTerms,
	{ from, until, size }: Omit<Window, 'page'>,
	before: readonly Exchange[],
	refused: ChainTrouble,
): Promise<Exchange> {
	const rows = size * before.length;
	const exchange = await refusable(asked(transport, terms, { from, until, page: rows + 1, size: 1 }));
	if (exchange instanceof ChainTrouble) throw new CutBlock(from, rows, exchange.detail);
	if (rowsIn(exchange.text).length > 0) throw new CutBlock(from, rows, refused.detail);
	return ofOne(exchange, before);
}

async function refusable(exchange: Promise<Exchange>): Promise<Exchange | ChainTrouble> {
	return await exchange.catch((error: unknown) => {
		if (error instanceof ChainTrouble && error.kind === 'range-refused') return error;
		throw error;
	});
}

/** Another endpoint may order the rows of a block otherwise: its second page does not go on from this one's first. */
function ofOne(exchange: Exchange, [first]: readonly Exchange[]): Exchange {
	if (exchange.endpoint === first?.endpoint) return exchange;
	throw new ChainTrouble('unreachable', `${first?.endpoint} gave only the first of several pages`);
}

async function asked(transport: Transport, terms: WalkTerms, window: Window): Promise<Exchange> {
	const ask = historyAsk(terms, window);
	const judge = listJudge((rows) => {
		// Whoever leaves out the size leaves out the page too, and gives the same rows again.
		if (rows.length > window.size) throw new DamagedAnswer(`${rows.length} rows instead of ${window.size}`);
		const { decimals } = decodeRows(rows, { ...terms, from: window.from, until: window.until });
		for (const [token, stated] of Object.entries(decimals)) {
			const first = terms.pinned.get(token) ?? stated;
			if (first !== stated) throw new DamagedAnswer(`${token} has ${stated} decimals, and had ${first}`);
		}
		for (const [token, stated] of Object.entries(decimals)) terms.pinned.set(token, stated);
	});
	return { ask, ...(await terms.explorers.ask(transport, ask, judge, window.until, terms.signal)) };
}
