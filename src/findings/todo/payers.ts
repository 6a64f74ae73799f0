import { isChain } from '../../ledger/account.ts';
import { type TodoFamily, todo } from './item.ts';

/** Coins that came into a core member's wallet from somebody without a label: never a seed until somebody says who it is. */
export const unlabelledPayers: TodoFamily = ({ derived }) => {
	const sums = new Map<string, { amount: bigint; asset: string; count: number }>();
	for (const t of derived.merged.transfers) {
		if (t.exclusion || !isChain(t.from) || derived.parties.holder(t.from, t.instant)) continue;
		const payee = derived.parties.holder(t.to, t.instant)?.party;
		if (!payee || payee.spells.length === 0) continue;
		const key = `${t.from}|${t.asset}`;
		const sum = sums.get(key) ?? { amount: 0n, asset: t.asset, count: 0 };
		sums.set(key, { ...sum, amount: sum.amount + t.amount, count: sum.count + 1 });
	}
	return [...sums].map(([key, s]) =>
		todo('unlabelled-payer', key.slice(0, key.indexOf('|')), 0n, {
			asset: s.asset,
			amount: s.amount.toString(),
			count: s.count,
		}),
	);
};
