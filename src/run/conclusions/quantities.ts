import type { Asset } from '../../ledger/asset.ts';
import { withUnit } from '../../ledger/money.ts';

/** An amount of an asset as a caption shows it. */
export type Quantity = (amount: bigint, asset: string) => string;

/** `120.50 USDT`; an asset that the findings do not list is shown in its smallest units. */
export function quantities(assets: readonly Asset[]): Quantity {
	const byId = new Map(assets.map((asset) => [asset.id, asset]));
	return (amount, id) => withUnit(amount, id, byId);
}
