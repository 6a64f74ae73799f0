import type { AccountId } from '../../ledger/account.ts';
import type { Asset, AssetId } from '../../ledger/asset.ts';
import type { HistoryKind, Receipt } from '../../ledger/receipt.ts';
import type { LedgerRecord } from '../../ledger/record.ts';
import type { Allowance, Ask, Clock, Endpoint } from './transport/contract.ts';

/** A question and its answer as it came: what is kept as evidence and can be read again. */
export interface Exchange {
	readonly ask: Ask;
	readonly text: string;
	readonly endpoint: string;
}

/** How far a chain has come. Marks are blocks, or milliseconds (`ChainReader.unit`). */
export interface Head {
	readonly latest: number;
	/** The newest mark that can no longer be taken back. */
	readonly final: number;
	readonly latestInstant: number;
	readonly finalInstant: number;
}

export interface HistoryQuestion {
	readonly account: AccountId;
	readonly history: HistoryKind;
	/** First and last mark wanted; `until` is never beyond the latest of `head`. */
	readonly from: number;
	readonly until: number;
	readonly head: Head;
	readonly signal: AbortSignal;
}

/** One stretch of a history, to be kept or dropped as a whole. */
export interface Stretch {
	readonly receipt: Receipt;
	/** In chain order; `state` is `open` in a provisional stretch. Their evidence names the receipt. */
	readonly records: readonly LedgerRecord[];
	readonly exchanges: readonly Exchange[];
}

/** How a reader sees a history of any account. */
export interface Visibility {
	readonly history: HistoryKind;
	readonly visible: boolean;
	/** Why not; '' where it is. */
	readonly reason: string;
}

/** What every stretch of a reader is decoded with. */
export interface ReaderTerms {
	/** Network, as in account ids. */
	readonly network: string;
	/** Tokens whose transfers are wanted; undefined: all. */
	readonly tokens: readonly AssetId[] | undefined;
	/** Assets whose decimals the case knows: what the chain states must agree. */
	readonly assets: ReadonlyMap<AssetId, Asset>;
	/** Two endpoints must give the same answer: `openReader` sees to it, for every reader. */
	readonly crossCheck: boolean;
}

/** Kinds of interface, as `case.yaml` names them. */
export type Interface = 'rpc' | 'etherscan' | 'trongrid';

/** All that a reader needs. Opening one sends nothing. */
export interface ReaderSetup {
	readonly terms: ReaderTerms;
	/** Of this interface, in the order of fail-over. None: kept answers are read, and nothing else. */
	readonly endpoints: readonly Endpoint[];
	readonly clock: Clock;
	readonly allowance?: Allowance;
	/** Blocks that must lie on top of one before it counts as final; without it the chain's own word for it. */
	readonly confirmations?: number;
	/** Blocks that are looked at one by one for native transfers, both ends in it. */
	readonly scan?: { readonly from: number; readonly until?: number };
	/** Whether a node is asked for traces where it offers them. */
	readonly internal: 'auto' | 'off';
}

export type OpenReader = (setup: ReaderSetup) => ChainReader;

/**
 * One chain through one kind of interface. Adding one: a folder here and a line in `list.ts`.
 *
 * `read` yields stretches that lie one after the other without a gap, the first at `from`, each of them whole: whoever
 * takes them may stop after any and go on later from the next mark. It ends at `until`, or with a stretch of an outcome
 * that covers nothing and says why. What lies outside a range that alone can be seen (a block scan) is told by stretches
 * that are `not-visible`, before it and after. A stretch never crosses `head.final`. It throws for bugs and nothing else.
 */
export interface ChainReader {
	readonly network: string;
	readonly unit: Receipt['unit'];
	/** First mark of the chain. */
	readonly first: number;
	readonly histories: readonly Visibility[];
	/** @throws ChainTrouble; Problem `chain.other-network` where an endpoint serves another chain */
	head(signal: AbortSignal): Promise<Head>;
	/** Hash of the block at a mark; undefined where the chain has none to compare, or it is not there (any more). */
	blockHash(mark: number, signal: AbortSignal): Promise<string | undefined>;
	/** What the chain states that an account holds of a token at the end of a mark; undefined where it cannot say. */
	balance(account: AccountId, asset: AssetId, mark: number, signal: AbortSignal): Promise<bigint | undefined>;
	read(question: HistoryQuestion): AsyncIterable<Stretch>;
	/** The same records from kept answers: reads nothing else. @throws Problem `chain.kept-damaged` */
	reread(receipt: Receipt, exchanges: readonly Exchange[]): readonly LedgerRecord[];
	/** Requests sent so far. */
	readonly sent: number;
	close(): Promise<void>;
}
