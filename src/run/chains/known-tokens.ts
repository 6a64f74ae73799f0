import { type Asset, type AssetId, UNKNOWN_TOKEN_DECIMALS } from '../../ledger/asset.ts';
import type { Store, StoredFile } from '../../stores/contract.ts';
import { knownIn, readingOf } from './stretch-reading.ts';
import { isDropped, putStretch, recordsOf, stretchesIn } from './stretches.ts';

/**
 * Brings the amounts of stretches to what they are where the case knows other tokens than when they were read: of a token
 * it does not know they are kept at 18 decimals, which of one it knows would be a million million times too much.
 */
export async function readAsKnown(store: Store, assets: ReadonlyMap<AssetId, Asset>): Promise<void> {
	const { live, dropped } = await stretchesIn(store);
	if (live.length === 0 && dropped.length === 0) return;
	const files = new Map((await store.files()).map((file) => [file.hash, file]));
	for (const receipt of [...live, ...dropped]) {
		const file = files.get(receipt.id) as StoredFile;
		const former = readingOf(file);
		const known = knownIn(receipt, assets);
		if (known.join() === former.known.join()) continue;
		const records = (await recordsOf(store, [receipt])).map((record) => {
			const { asset, amount } = record;
			if (amount === undefined || known.includes(asset) === former.known.includes(asset)) return record;
			const scale = 10n ** BigInt(UNKNOWN_TOKEN_DECIMALS - (receipt.decimals[asset] as number));
			return { ...record, amount: known.includes(asset) ? amount / scale : amount * scale };
		});
		const size = file.paths.length > 0 ? file.size : undefined;
		await putStretch(store, { receipt, records, reading: { ...former, known }, size, dropped: isDropped(file) });
	}
}
