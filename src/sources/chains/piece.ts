import type { AssetId } from '../../ledger/asset.ts';
import type { LedgerRecord } from '../../ledger/record.ts';
import type { Exchange } from './contract.ts';
import type { Transport } from './transport/contract.ts';

/** A part of a history as one or two endpoints answered it, before it has its receipt. */
export interface Piece {
	/** First and last mark that it answers in full. */
	readonly from: number;
	readonly until: number;
	/** In chain order, the receipt that they name still ''. */
	readonly records: readonly LedgerRecord[];
	readonly decimals: Readonly<Record<AssetId, number>>;
	/** At least one. */
	readonly exchanges: readonly Exchange[];
}

/**
 * Asks for a history from the first mark to the last, through one transport. Pieces lie one after the other without a
 * gap; the last ends at `until`.
 *
 * @throws ChainTrouble where it cannot go on
 */
export type Asking = (transport: Transport, from: number, until: number) => AsyncIterable<Piece>;
