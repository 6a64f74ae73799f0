import { membersOf } from '../people.ts';
import { type TodoFamily, todo } from './item.ts';

/** Rows of several files that were taken for one payment by amount and time alone. */
export const uncertainMerges: TodoFamily = ({ derived }) => {
	const members = new Set(membersOf(derived).flatMap((p) => p.attributions.map((a) => a.account)));
	const uncertain = derived.merged.transfers.filter(
		(t) => !t.certain && !t.exclusion && (members.has(t.from) || members.has(t.to)),
	);
	if (uncertain.length === 0) return [];
	const sum = uncertain.reduce((total, t) => total + t.amount, 0n);
	return [todo('uncertain-merges', uncertain[0]?.id ?? '', sum, { transfers: uncertain.length })];
};
