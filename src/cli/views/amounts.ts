import type { Asset } from '../../ledger/asset.ts';
import { CNY } from '../../ledger/asset.ts';
import { displayAmount } from '../../ledger/money.ts';

/** `1,234.50 USDT`; an asset nobody knows the decimals of is shown in its smallest units, and says so. */
export function withUnit(amount: bigint, asset: string, assets: ReadonlyMap<string, Asset>): string {
	const known = assets.get(asset);
	return known ? `${displayAmount(amount, known)} ${known.symbol}` : `${amount} × ${asset}`;
}

/** `1,234.50`, from fen as the findings hold them. */
export function yuan(fen: string | bigint): string {
	return displayAmount(BigInt(fen), CNY);
}
