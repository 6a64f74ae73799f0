/** A walk through the pages of a window, by the cursor that each page gives for the next. */
import { handleOf } from '../../../ledger/account.ts';
import type { Exchange } from '../contract.ts';
import { type Ask, ChainTrouble } from '../transport/contract.ts';
import { pageQuestion } from './decode.ts';
import type { Asked } from './endpoints.ts';
import { tronJudge } from './judge.ts';
import { type Page, pageOf } from './page.ts';
import { onlyToken, type Subject } from './subject.ts';

export const PAGE_ROWS = 200;
/**
 * A walk ends after so many pages and the next one begins behind its last full millisecond: no cursor gets old, none
 * goes deep, and a stretch stays small enough to be kept or dropped as a whole.
 */
const PAGES = 10;
/** Only where one millisecond alone has more rows than that does a walk go on, and it must end somewhere. */
const PAGES_MAX = 60;

const PATHS = {
	tokens: 'transactions/trc20',
	coins: 'transactions',
	internal: 'internal-transactions',
} as const;

export interface Walk {
	readonly exchanges: readonly Exchange[];
	/** What stands in them. */
	readonly pages: readonly Page[];
	/** Up to where all is answered, in full milliseconds; before the window's start where nothing is. */
	readonly reach: number;
	/** Last cursor that was given. */
	readonly cursor: string;
	/** Why it did not go on to the end of the window; undefined where it did, or where it was long enough. */
	readonly trouble: ChainTrouble | undefined;
}

/**
 * What is asked for a page. One millisecond more than wanted at either end: whether the interface counts the ends in is
 * said nowhere, and rows outside are dropped in decoding.
 */
export function pageAsk(subject: Subject, limit: number, fingerprint: string): Ask {
	const { account, history, from, until, provisional } = subject;
	const contract = history === 'tokens' ? onlyToken(subject) : undefined;
	return {
		path: `/v1/accounts/${handleOf(account)}/${PATHS[history]}`,
		query: {
			limit: String(limit),
			order_by: 'block_timestamp,asc',
			min_timestamp: String(Math.max(0, from - 1)),
			max_timestamp: String(until + 1),
			...(provisional ? {} : { only_confirmed: 'true' }),
			// The interface takes one contract. Of several, all rows are asked for and the others passed over.
			...(contract === undefined ? {} : { contract_address: handleOf(contract) }),
			...(fingerprint === '' ? {} : { fingerprint }),
		},
	};
}

/** @param subject its window is what is asked for */
export async function walk(transport: Asked, subject: Subject, limit: number, signal: AbortSignal): Promise<Walk> {
	const exchanges: Exchange[] = [];
	const pages: Page[] = [];
	let last = subject.from - 1;
	const walked = (reach: number, trouble?: ChainTrouble): Walk => {
		return { exchanges, pages, reach, cursor: pages.at(-1)?.fingerprint ?? '', trouble };
	};
	for (;;) {
		let page: Page;
		try {
			page = await nextPage(transport, subject, limit, pages.at(-1), exchanges, signal);
		} catch (error) {
			if (!(error instanceof ChainTrouble)) throw error;
			return walked(last - 1, error);
		}
		pages.push(page);
		last = Math.max(last, page.instants.at(-1) ?? last);
		if (page.fingerprint === '') {
			if (page.rows.length < limit) return walked(subject.until);
			// A full page that gives no cursor may be the last, or may have lost it.
			if (last > subject.from) return walked(last - 1);
			return walked(last - 1, new ChainTrouble('range-refused', `one page is full at ${last} and leads no further`));
		}
		if (last > subject.until) return walked(subject.until);
		if (exchanges.length >= PAGES && last > subject.from) return walked(last - 1);
		if (exchanges.length >= PAGES_MAX) {
			return walked(
				last - 1,
				new ChainTrouble('range-refused', `more than ${exchanges.length * limit} rows at ${last}`),
			);
		}
	}
}

async function nextPage(
	transport: Asked,
	subject: Subject,
	limit: number,
	before: Page | undefined,
	exchanges: Exchange[],
	signal: AbortSignal,
): Promise<Page> {
	const ask = pageAsk(subject, limit, before?.fingerprint ?? '');
	const question = pageQuestion(subject, ask);
	let page: Page | undefined;
	// Held against the question where another endpoint may still be asked, not afterwards.
	const judge = tronJudge((text) => {
		page = pageOf(text, question, before);
	});
	const answer = await transport.ask(ask, judge, signal);
	exchanges.push({ ask, ...answer });
	return page ?? pageOf(answer.text, question, before);
}
