import type { CoinLeg, YuanLeg } from '../cashouts/types.ts';
import type { Asset } from '../ledger/asset.ts';
import type { Parties } from '../ledger/parties.ts';
import type { Transfer } from '../ledger/transfer.ts';

/** Whoever is known as one of these buys no coins: what they pay or are paid is explained otherwise. */
const NO_BUYERS: ReadonlySet<string> = new Set(['merchant', 'employer', 'family', 'operating', 'overseas']);

/** Both sides of possible cash-outs: coins that members send to no member, yuan that members get from no member. */
export function cashOutLegs(
	transfers: readonly Transfer[],
	parties: Parties,
	assets: ReadonlyMap<string, Asset>,
): { coins: CoinLeg[]; yuan: YuanLeg[] } {
	const coins: CoinLeg[] = [];
	const yuan: YuanLeg[] = [];
	for (const t of transfers) {
		if (t.exclusion || t.medium === 'fee' || t.medium === 'refund') continue;
		const payer = parties.holder(t.from, t.instant)?.party;
		const payee = parties.holder(t.to, t.instant)?.party;
		if (payer === payee) continue;
		const { id: transfer, instant } = t;
		if (t.asset === 'CNY') {
			const buyer = payer === undefined || (payer.spells.length === 0 && !NO_BUYERS.has(payer.category));
			if (payee && payee.spells.length > 0 && buyer)
				yuan.push({
					transfer,
					side: 'sold',
					party: payee.id,
					instant,
					other: payer?.name ?? t.from,
					account: t.to,
					otherAccount: t.from,
					fen: t.amount,
				});
			continue;
		}
		const buyer = payee === undefined || (payee.spells.length === 0 && !NO_BUYERS.has(payee.category));
		if (!payer || payer.spells.length === 0 || !buyer) continue;
		const decimals = assets.get(t.asset)?.decimals ?? 0;
		coins.push({
			transfer,
			side: 'sold',
			party: payer.id,
			instant,
			other: payee?.name ?? t.to,
			account: t.from,
			otherAccount: t.to,
			asset: t.asset,
			quantity: t.amount,
			decimals,
		});
	}
	return { coins, yuan };
}
