/** On which chain an exchange says that a coin moved, and as which token. */
import type { Asset, AssetId } from '../ledger/asset.ts';

/** Words of the Network columns. `BNB` is the old Beacon chain, whose addresses are none of BSC's. */
const NETWORKS: ReadonlyMap<string, string> = new Map([
	['TRX', 'tron'],
	['TRC20', 'tron'],
	['TRON', 'tron'],
	['ETH', 'eth'],
	['ERC20', 'eth'],
	['ETHEREUM', 'eth'],
	['BSC', 'bsc'],
	['BEP20', 'bsc'],
	['BNBSMARTCHAIN', 'bsc'],
	['MATIC', 'polygon'],
	['POL', 'polygon'],
	['POLYGON', 'polygon'],
	['ARBITRUM', 'arbitrum'],
	['ARB', 'arbitrum'],
	['ARBITRUMONE', 'arbitrum'],
]);

/** The network of a word such as `TRX`, `BEP20` or `BSC(BEP20)`; one that is not followed by its own word, in small letters. */
export function networkOfWord(text: string): string | undefined {
	const words = text
		.toUpperCase()
		.split(/[()\s/]/)
		.filter((word) => word !== '');
	const known = [words.join(''), ...words].map((word) => NETWORKS.get(word)).find((network) => network !== undefined);
	if (known !== undefined) return known;
	const own = text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
	return /^[a-z][a-z0-9-]{0,30}$/.test(own) ? own : undefined;
}

/**
 * The token that an exchange means by a coin on a network: the one asset of that network that goes by the name. The
 * exchange vouches for the coin, not for its contract: of two assets of one name neither is meant.
 *
 * @returns undefined where no asset, or more than one, fits
 */
export function tokenOn(network: string, coin: string, assets: ReadonlyMap<AssetId, Asset>): AssetId | undefined {
	const name = coin === 'MATIC' && network === 'polygon' ? 'POL' : coin;
	const fitting = [...assets.values()].filter((a) => a.id.startsWith(`${network}:`) && a.symbol.toUpperCase() === name);
	return fitting.length === 1 ? fitting[0]?.id : undefined;
}
