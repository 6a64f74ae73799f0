import { CNY } from '../../ledger/asset.ts';
import { displayAmount } from '../../ledger/money.ts';

/** `1,234.50`, from fen as the findings hold them. */
export function yuan(fen: string | bigint): string {
	return displayAmount(BigInt(fen), CNY);
}
