import { lastOf } from '../../ledger/decision.ts';
import { namesOf } from '../../ledger/transfer.ts';
import { membersOf } from '../people.ts';
import { byAmount, sumOf, type TodoFamily, todo } from './item.ts';

/** Merges that a person can look at one by one. */
const ONE_BY_ONE_MAX = 200;

/**
 * Rows of several files that were taken for one payment by amount and time alone, where a member paid or was paid: the
 * largest one by one, of the rest how many they are. A confirmed one is settled. At stake: the amount, which would count
 * once more if it were two payments.
 */
export const uncertainMerges: TodoFamily = ({ derived, holds }) => {
	const members = new Set(membersOf(derived).flatMap((p) => p.attributions.map((a) => a.account)));
	const uncertain = derived.merged.transfers
		.filter(
			(t) =>
				!t.certain &&
				!t.exclusion &&
				t.asset === 'CNY' &&
				(members.has(t.from) || members.has(t.to)) &&
				lastOf(holds, namesOf(t))?.act !== 'confirm',
		)
		.sort(byAmount);
	const rest = uncertain.slice(ONE_BY_ONE_MAX);
	return [
		...uncertain.slice(0, ONE_BY_ONE_MAX).map((t) => {
			const facts = { records: t.records.length };
			return todo('uncertain-merge', t.id, t.amount, facts, { behind: [t] });
		}),
		...(rest.length > 0
			? [todo('uncertain-merges', rest[0]?.id ?? '', sumOf(rest), { transfers: rest.length }, { behind: rest })]
			: []),
	];
};
