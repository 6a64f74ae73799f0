import type { Transfer } from '../../ledger/transfer.ts';
import { chainGaps, chainsOf } from '../chains.ts';
import { type TodoContext, type TodoFamily, todo } from './item.ts';

/**
 * Histories of a chain that are not whole, and what to do about each. At stake: what is known to have come into the account,
 * for all of it may have gone where nobody could look; in yuan what it would have made.
 */
export const unseenHistories: TodoFamily = (context) => {
	const { derived } = context;
	const gaps = chainGaps(chainsOf(derived.chains), derived.case.offsetMinutes);
	if (gaps.length === 0) return [];
	const arrivals = arrivalsByAccount(context, new Set(gaps.map(({ facts }) => String(facts.account))));
	return gaps.map(({ code, facts }) => {
		const account = String(facts.account);
		const transfers = arrivals.get(account) ?? [];
		const about = [account, facts.history, facts.from].join('|');
		return todo(code, account, worthOf(context, account, transfers), facts, {
			about,
			behind: transfers,
			...largestSum(transfers),
		});
	});
};

function arrivalsByAccount({ derived }: TodoContext, wanted: ReadonlySet<string>): Map<string, Transfer[]> {
	const arrivals = new Map<string, Transfer[]>();
	for (const transfer of derived.merged.transfers) {
		if (transfer.exclusion || !wanted.has(transfer.to)) continue;
		const list = arrivals.get(transfer.to);
		if (list) list.push(transfer);
		else arrivals.set(transfer.to, [transfer]);
	}
	return arrivals;
}

function worthOf({ valued }: TodoContext, account: string, transfers: readonly Transfer[]): bigint {
	return transfers.reduce((sum, { asset, amount }) => sum + valued(account, asset, amount), 0n);
}

/** Of the assets that came in, the one of most transfers. */
function largestSum(transfers: readonly Transfer[]) {
	const sums = new Map<string, { count: number; amount: bigint }>();
	for (const { asset, amount } of transfers) {
		const sum = sums.get(asset) ?? { count: 0, amount: 0n };
		sums.set(asset, { count: sum.count + 1, amount: sum.amount + amount });
	}
	const [first] = [...sums].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1));
	return first ? { quantity: { asset: first[0], amount: first[1].amount.toString() } } : {};
}
