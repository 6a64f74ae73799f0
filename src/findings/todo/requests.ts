import { isChain, networkOf, vagueness } from '../../ledger/account.ts';
import { nameOf, type TodoFamily, todo } from './item.ts';

/** Accounts that members' money passed to or from, of which no return lies in the case: the request list (待调取清单). */
export const requests: TodoFamily = ({ derived }) => {
	const sums = new Map<string, { sum: bigint; first: number; last: number; count: number }>();
	for (const judged of derived.judged) {
		const t = derived.byId.get(judged.transfer);
		if (!t) continue;
		for (const account of [t.from, t.to]) {
			if (vagueness(account) > 0 || derived.ownAccounts.has(account) || isChain(account)) continue;
			const holder = derived.parties.holder(account, t.instant)?.party;
			if (!holder || holder.spells.length === 0) continue;
			const s = sums.get(account) ?? { sum: 0n, first: t.instant, last: t.instant, count: 0 };
			sums.set(account, {
				sum: s.sum + t.amount,
				first: Math.min(s.first, t.instant),
				last: Math.max(s.last, t.instant),
				count: s.count + 1,
			});
		}
	}
	return [...sums].map(([account, s]) =>
		todo('request-return', account, s.sum, {
			platform: networkOf(account),
			first: s.first,
			last: s.last,
			transfers: s.count,
			name: nameOf(derived, account),
		}),
	);
};
