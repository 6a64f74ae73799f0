import { lastOf } from '../../ledger/decision.ts';
import { namesOf } from '../../ledger/transfer.ts';
import { type TodoFamily, todo } from './item.ts';

/**
 * Payments of which no row says that they took place: kept apart until a row or a person says so. Those that a person said
 * did not take place are settled. At stake: the amount, which would count.
 */
export const unconfirmed: TodoFamily = ({ derived, holds }) =>
	derived.merged.transfers
		.filter((t) => t.exclusion === 'unconfirmed' && lastOf(holds, namesOf(t))?.act !== 'reject')
		.map((t) => {
			const facts = { from: t.from, to: t.to };
			const amount = t.amount.toString();
			return t.asset === 'CNY'
				? todo('unconfirmed', t.id, t.amount, facts, { behind: [t] })
				: todo('unconfirmed', t.id, 0n, facts, { behind: [t], quantity: { asset: t.asset, amount } });
		});
