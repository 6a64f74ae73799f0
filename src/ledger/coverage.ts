import { type AccountId, vagueness } from './account.ts';
import type { BalanceGap } from './balances.ts';
import type { LedgerRecord } from './record.ts';
import { joined, type Span } from './span.ts';

/** What is known of a file as a whole. */
export interface FileStanding {
	readonly hash: string;
	/** Every row was read, and the bytes are not other than those recorded. */
	readonly whole: boolean;
	/** Handed in by the person concerned, who may have left rows out. */
	readonly byHolder: boolean;
	/** The account whose history it is, and the stretch it was asked for, where the register says. */
	readonly account?: AccountId;
	readonly from?: number;
	readonly until?: number;
}

/** When each account's own complete history lies in the case. */
export type Coverage = ReadonlyMap<AccountId, readonly Span[]>;

/**
 * For each account, the stretches of time in which every movement of it would be a row of the case.
 *
 * A file covers an account's history for the stretch that the register states; where it states none, from the first to
 * the last own row, if each prints a balance and all of them add up. A file that was not read whole, whose bytes are not
 * those recorded, or that the person concerned handed in covers nothing: rows may be missing from it. On a chain it is what
 * was asked and answered in full.
 *
 * @param owners account behind a bill or a login that names none
 * @param onChain spans in which a chain showed all of an account, as `wholeOnChain` finds them
 */
export function readCoverage(
	records: readonly LedgerRecord[],
	files: readonly FileStanding[],
	gaps: readonly BalanceGap[],
	owners: ReadonlyMap<AccountId, AccountId>,
	onChain: Coverage = new Map(),
): Coverage {
	const standing = new Map(files.filter((f) => f.whole && !f.byHolder).map((f) => [f.hash, f]));
	const broken = new Set(gaps.map((gap) => `${gap.file}|${gap.account}`));
	const spans = new Map<AccountId, Span[]>();
	const add = (account: AccountId, span: Span) => {
		const list = spans.get(account);
		if (list) list.push(span);
		else spans.set(account, [span]);
	};
	for (const [account, list] of onChain) for (const span of list) add(account, span);
	for (const file of standing.values()) {
		const stated = stretchOf(file);
		if (stated && file.account !== undefined) add(file.account, stated);
	}
	for (const book of booksOf(records)) {
		const file = standing.get(book.file);
		if (!file || broken.has(`${book.file}|${book.account}`)) continue;
		const account = owners.get(book.account) ?? book.account;
		if (vagueness(account) > 1) continue;
		const span = stretchOf(file) ?? (book.balances ? book : undefined);
		if (span) add(account, { from: span.from, until: span.until });
	}
	return new Map([...spans].sort(([a], [b]) => (a < b ? -1 : 1)).map(([account, list]) => [account, joined(list)]));
}

function stretchOf({ from, until }: FileStanding): Span | undefined {
	return from === undefined || until === undefined ? undefined : { from, until };
}

interface Book {
	readonly account: AccountId;
	readonly file: string;
	from: number;
	until: number;
	/** Every own row prints a balance. */
	balances: boolean;
}

/** One account's own rows in one file. Maps in maps: a joined key for each of a million rows takes a second. */
function booksOf(records: readonly LedgerRecord[]): Book[] {
	const files = new Map<string, Map<AccountId, Book>>();
	for (const { own, from, to, evidence, moment, balance } of records) {
		if (own === 'neither' || evidence.kind !== 'file') continue;
		const { account } = own === 'from' ? from : to;
		const { instant } = moment;
		const books = files.get(evidence.file) ?? new Map<AccountId, Book>();
		const book = books.get(account) ?? { account, file: evidence.file, from: instant, until: instant, balances: true };
		if (books.size === 0) files.set(evidence.file, books);
		book.from = Math.min(book.from, instant);
		book.until = Math.max(book.until, instant);
		book.balances &&= balance !== undefined;
		books.set(account, book);
	}
	return [...files.values()].flatMap((books) => [...books.values()]);
}
