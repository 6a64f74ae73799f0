import { type Asset, type AssetId, UNKNOWN_TOKEN_DECIMALS } from '../../ledger/asset.ts';
import type { Receipt } from '../../ledger/receipt.ts';
import type { Interface } from '../../sources/chains/contract.ts';
import type { StoredFile } from '../../stores/contract.ts';

/** Through which interface a stretch was read, and which of the tokens met there the case knew then. */
export interface StretchReading {
	readonly interface: Interface;
	/** Sorted. */
	readonly known: readonly AssetId[];
}

/** How a reading stands in `StoredFile.reading`. */
export function textOf({ interface: by, known }: StretchReading): string {
	return [by, ...known].join(' ');
}

export function readingOf({ reading }: Pick<StoredFile, 'reading'>): StretchReading {
	const [by, ...known] = reading.split(' ');
	return { interface: by as Interface, known };
}

/** Tokens of a stretch whose amounts are read as they stand because the case knows them, and otherwise would not be. */
export function knownIn({ decimals }: Receipt, assets: ReadonlyMap<AssetId, Asset>): AssetId[] {
	return Object.entries(decimals)
		.filter(([id, stated]) => stated < UNKNOWN_TOKEN_DECIMALS && assets.has(id))
		.map(([id]) => id)
		.sort();
}
