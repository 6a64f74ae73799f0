import { isChain } from '../../ledger/account.ts';
import { grouped } from '../../ledger/grouped.ts';
import { sumOf, type TodoFamily, todo } from './item.ts';

/**
 * Coins that came into a core member's wallet from somebody without a label: never a seed until somebody says who it is.
 *
 * At stake: the coins, and the yuan that matched cash-outs of the paid wallet made of so many.
 */
export const unlabelledPayers: TodoFamily = ({ derived, valued }) => {
	const paid = derived.merged.transfers.filter((t) => {
		if (t.exclusion || !isChain(t.from) || derived.parties.holder(t.from, t.instant)) return false;
		const payee = derived.parties.holder(t.to, t.instant)?.party;
		return payee !== undefined && payee.spells.length > 0;
	});
	return [...grouped(paid, (t) => `${t.from}|${t.asset}`).values()].flatMap((payments) => {
		const [first] = payments;
		if (!first) return [];
		const { from, asset } = first;
		const amount = sumOf(payments).toString();
		const stake = payments.reduce((sum, t) => sum + valued(t.to, asset, t.amount), 0n);
		const facts = { asset, amount, count: payments.length };
		return [
			todo('unlabelled-payer', from, stake, facts, {
				about: `${from}|${asset}`,
				quantity: { asset, amount },
				behind: payments,
			}),
		];
	});
};
