import type { AccountId } from '../../../ledger/account.ts';
import type { Asset, AssetId } from '../../../ledger/asset.ts';
import type { HistoryKind } from '../../../ledger/receipt.ts';

/** What answers of a stretch are decoded with, whether they were just given or kept. */
export interface Frame {
	readonly network: string;
	readonly account: AccountId;
	readonly history: HistoryKind;
	readonly from: number;
	readonly until: number;
	readonly provisional: boolean;
	/** Tokens asked for; empty: all. */
	readonly tokens: readonly AssetId[];
	/** Assets that the case knows. */
	readonly assets: ReadonlyMap<AssetId, Asset>;
	/** As the chain states them. */
	readonly decimals: Readonly<Record<AssetId, number>>;
}
