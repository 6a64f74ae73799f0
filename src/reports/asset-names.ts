import { networkOf } from '../ledger/account.ts';
import type { Asset } from '../ledger/asset.ts';

/**
 * Names of assets for readers. Symbols are not unique: USDT on TRON and on Ethereum are two assets, which no report may
 * show as one. Where symbols meet, `mark` adds the network.
 */
export function assetNames(
	assets: readonly Asset[],
	mark: (symbol: string, network: string) => string,
): ReadonlyMap<string, string> {
	const count = new Map<string, number>();
	for (const { symbol } of assets) count.set(symbol, (count.get(symbol) ?? 0) + 1);
	return new Map(
		assets.map(({ id, symbol }) => [id, (count.get(symbol) ?? 0) > 1 ? mark(symbol, networkOf(id)) : symbol]),
	);
}
