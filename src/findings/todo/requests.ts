import { isChain, networkOf, vagueness } from '../../ledger/account.ts';
import { formatDay } from '../../ledger/time.ts';
import type { Transfer } from '../../ledger/transfer.ts';
import { nameOf, spanOf, sumOf, type TodoFamily, todo } from './item.ts';

/**
 * Accounts of members that money passed to or from, of which no return lies in the case: the request list (待调取清单). At
 * stake: the yuan seen there, of which only the other side's file tells.
 */
export const requests: TodoFamily = ({ derived }) => {
	const seen = new Map<string, { transfers: Transfer[]; open: number }>();
	for (const { transfer, kind } of derived.judged) {
		const t = derived.byId.get(transfer);
		if (!t) continue;
		for (const account of [t.from, t.to]) {
			if (vagueness(account) > 0 || derived.ownAccounts.has(account) || isChain(account)) continue;
			const holder = derived.parties.holder(account, t.instant)?.party;
			if (!holder || holder.spells.length === 0) continue;
			const entry = seen.get(account) ?? { transfers: [], open: 0 };
			entry.transfers.push(t);
			if (kind === 'open') entry.open += 1;
			seen.set(account, entry);
		}
	}
	const { offsetMinutes } = derived.case;
	return [...seen].map(([account, { transfers, open }]) => {
		const { from, until } = spanOf(transfers);
		const [platform, holder] = [networkOf(account), nameOf(derived, account)];
		const facts = {
			platform,
			first: formatDay(from, offsetMinutes),
			last: formatDay(until, offsetMinutes),
			transfers: transfers.length,
			open,
			name: holder,
		};
		return todo('request-return', account, sumOf(transfers), facts, {
			behind: transfers,
			request: { platform, account, holder, from, until, want: 'history' },
		});
	});
};
