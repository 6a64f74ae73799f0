import { hash } from 'node:crypto';
import type { AccountId } from './account.ts';
import type { AssetId } from './asset.ts';

/** A part of an account's history that an interface answers by itself: token transfers, coins sent by transactions, coins sent by contracts. */
export type HistoryKind = 'tokens' | 'coins' | 'internal';

export const HISTORY_KINDS: readonly HistoryKind[] = ['tokens', 'coins', 'internal'];

/** How an attempt to read a stretch of a history ended. Only the first two cover it. */
export type FetchOutcome =
	| 'complete'
	/** Fully answered, and nothing was there. */
	| 'empty'
	/** Too many requests, after every wait. */
	| 'rate-limited'
	/** Even the smallest range was refused as too large. */
	| 'range-refused'
	/** Less than asked: a window without a way on, a budget spent, an interruption. */
	| 'cut'
	/** Two endpoints answered differently. */
	| 'disagreement'
	/** What was answered does not add up to the balance that the chain states. */
	| 'balance-differs'
	/** No answer: network, time-out, errors of the server. */
	| 'unreachable'
	/** The key or the address was refused. */
	| 'denied'
	/** Answers that cannot be read: cut JSON, another request's answer. */
	| 'damaged'
	/** No interface that the case names shows this history. */
	| 'not-visible'
	/** Not among the kept answers of a run without network. */
	| 'not-kept';

/**
 * What was asked of a chain about one stretch of one history, and how completely it was answered. Records name the
 * receipt they came with; an attempt that failed leaves a receipt that covers nothing.
 */
export interface Receipt {
	/** `x` + 24 hex digits, over everything below. */
	readonly id: string;
	readonly account: AccountId;
	/** Network, as in account ids. */
	readonly chain: string;
	readonly history: HistoryKind;
	/** Tokens asked for; empty where all were, or where the history has none. */
	readonly tokens: readonly AssetId[];
	/** What was asked, in the interface's words and without any key. */
	readonly query: string;
	/** Scheme, host and path of who answered, without key; several joined by a space. */
	readonly endpoint: string;
	/** What `from`, `until`, `latest` and `final` count: blocks, or milliseconds since 1970. */
	readonly unit: 'block' | 'ms';
	/** The stretch, both ends in it. */
	readonly from: number;
	readonly until: number;
	/** Times of the ends, milliseconds since 1970. */
	readonly fromInstant: number;
	readonly untilInstant: number;
	/** The chain's newest mark, and the newest that can no longer be taken back, when it was asked. */
	readonly latest: number;
	readonly final: number;
	/** Hash of the block at `until`, where the chain has one: another one later shows a reorganisation. */
	readonly untilHash?: string;
	/** Reaches beyond `final`: its transfers may still vanish. */
	readonly provisional: boolean;
	/** Last cursor (fingerprint, page) that the interface gave, '' where it gives none. */
	readonly cursor: string;
	/** SHA-256 of each answer as it came, in the order asked; their number is the number of pages. */
	readonly answers: readonly string[];
	readonly records: number;
	/** Decimals that the chain states, of tokens whose decimals were read. */
	readonly decimals: Readonly<Record<AssetId, number>>;
	readonly outcome: FetchOutcome;
	/** What stood in the way, one line without any key; '' where nothing did. */
	readonly reason: string;
	/** When it was asked, milliseconds since 1970. */
	readonly askedAt: number;
}

/** A transfer of a provisional stretch that the chain, asked again, no longer has: its block was taken back. */
export interface VanishedTransfer {
	/** Id of the record. */
	readonly record: string;
	readonly chain: string;
	readonly transaction: string;
	readonly position: string;
	/** Block in which it stood, where that was known. */
	readonly block?: number;
	/** Account whose history showed it. */
	readonly account: AccountId;
	readonly history: HistoryKind;
	readonly from: AccountId;
	readonly to: AccountId;
	readonly asset: AssetId;
	/** Smallest units. */
	readonly amount: bigint;
	readonly instant: number;
	/** Receipt of the answer in which it was first seen, and when that was asked. */
	readonly receipt: string;
	readonly seenAt: number;
}

/** Whether the stretch was answered in full. */
export function covers({ outcome }: Pick<Receipt, 'outcome'>): boolean {
	return outcome === 'complete' || outcome === 'empty';
}

/**
 * Whether a receipt's question had all these tokens in it. Of a history without tokens every question had.
 *
 * @param wanted none: all there are
 */
export function asksFor({ history, tokens }: Pick<Receipt, 'history' | 'tokens'>, wanted: readonly AssetId[]): boolean {
	if (history !== 'tokens' || tokens.length === 0) return true;
	return wanted.length > 0 && wanted.every((token) => tokens.includes(token));
}

/** Gives a receipt its id: the hash of all that it says, whatever the order of its keys. */
export function sealReceipt(said: Omit<Receipt, 'id'>): Receipt {
	const { id: _id, ...fields } = said as Receipt;
	const text = JSON.stringify(fields, (_key, value: unknown) =>
		value !== null && typeof value === 'object' && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
			: value,
	);
	return { id: `x${hash('sha256', text).slice(0, 24)}`, ...fields };
}
