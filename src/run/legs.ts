import type { CoinLeg, YuanLeg } from '../cashouts/types.ts';
import type { Asset } from '../ledger/asset.ts';
import type { Parties } from '../ledger/parties.ts';
import type { Transfer } from '../ledger/transfer.ts';

/** Yuan from these is no cash-out: what they pay is explained otherwise. */
const OTHER_PAYERS: ReadonlySet<string> = new Set(['merchant', 'employer', 'family', 'operating', 'overseas']);

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
		const paid = { transfer: t.id, instant: t.instant };
		if (t.asset === 'CNY') {
			const stranger = payer === undefined || (payer.spells.length === 0 && !OTHER_PAYERS.has(payer.category));
			if (payee && payee.spells.length > 0 && stranger)
				yuan.push({ ...paid, party: payee.id, fen: t.amount, from: payer?.name ?? t.from });
			continue;
		}
		if (!payer || payer.spells.length === 0 || (payee && (payee.spells.length > 0 || payee.category === 'overseas')))
			continue;
		const decimals = assets.get(t.asset)?.decimals ?? 0;
		coins.push({ ...paid, party: payer.id, asset: t.asset, quantity: t.amount, decimals, to: payee?.name ?? t.to });
	}
	return { coins, yuan };
}
