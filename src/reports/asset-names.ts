import { networkOf } from '../ledger/account.ts';
import type { Asset } from '../ledger/asset.ts';
import { grouped } from '../ledger/grouped.ts';

/**
 * Names of assets for readers. Symbols are not unique: USDT on TRON and on Ethereum are two assets, which no report may
 * show as one. Where symbols meet, `mark` adds the network; where they meet on one network (a bridged coin, a false one),
 * the contract is added too.
 */
export function assetNames(
	assets: readonly Asset[],
	mark: (symbol: string, network: string) => string,
): ReadonlyMap<string, string> {
	const bySymbol = grouped(assets, ({ symbol }) => symbol);
	return new Map(
		assets.map(({ id, symbol }) => {
			const others = bySymbol.get(symbol) ?? [];
			if (others.length < 2) return [id, symbol];
			const name = mark(symbol, networkOf(id));
			const alike = others.filter((other) => networkOf(other.id) === networkOf(id));
			return [id, alike.length < 2 ? name : `${name} ${id}`];
		}),
	);
}
