import { isSettled } from '../../cashouts/types.ts';
import type { Derived } from '../input.ts';

/** Yuan that so many coins of a wallet would have made, in fen; 0 where no cash-out tells. */
export type Valuation = (wallet: string, asset: string, quantity: bigint) => bigint;

/**
 * Values coins for ranking alone, by what settled cash-outs of the same wallet brought for the same coin; where it sold
 * none, by those of the whole case. The mean of them, rounded down: no rate is taken from anywhere else, and nothing but
 * the order of the list rests on it.
 */
export function valuation(derived: Derived): Valuation {
	const sold = new Map<string, { coins: bigint; fen: bigint }>();
	for (const cashOut of derived.cashOuts.cashOuts) {
		const { coins, quantity, fen, asset, side } = cashOut;
		if (side !== 'sold' || !isSettled(cashOut)) continue;
		const [wallet, ...others] = new Set(coins.map((id) => derived.byId.get(id)?.from ?? ''));
		for (const key of [...(others.length === 0 ? [`${wallet}|${asset}`] : []), `|${asset}`]) {
			const sum = sold.get(key) ?? { coins: 0n, fen: 0n };
			sold.set(key, { coins: sum.coins + quantity, fen: sum.fen + fen });
		}
	}
	return (wallet, asset, quantity) => {
		const sum = sold.get(`${wallet}|${asset}`) ?? sold.get(`|${asset}`);
		return sum && sum.coins > 0n ? (quantity * sum.fen) / sum.coins : 0n;
	};
}
