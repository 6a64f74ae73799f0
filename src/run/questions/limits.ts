import type { Asset, AssetId } from '../../ledger/asset.ts';
import { parseAmount } from '../../ledger/money.ts';
import { Problem } from '../../ledger/problem.ts';
import { parseTime } from '../../ledger/time.ts';

const DAY_MS = 86_400_000;

/**
 * A time as a person types it; a day stands for its start, or as an end for its last moment.
 *
 * @throws Problem usage.time
 */
export function instantOf(text: string, offsetMinutes: number, end: boolean): number {
	const moment = parseTime(text, offsetMinutes);
	if (!moment) throw new Problem('usage', 'usage.time', { text });
	return end && moment.precision === 'day' ? moment.instant + DAY_MS - 1 : moment.instant;
}

/** Whole units of every asset. @throws Problem usage.amount */
export function leastOf(assets: ReadonlyMap<AssetId, Asset>, text: string): Map<AssetId, bigint> {
	return new Map(
		[...assets.values()].map((asset) => {
			const reading = parseAmount(text, asset.decimals);
			if (!reading.ok) throw new Problem('usage', 'usage.amount', { text });
			return [asset.id, reading.amount];
		}),
	);
}
