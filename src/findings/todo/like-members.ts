import { vagueness } from '../../ledger/account.ts';
import type { Derived } from '../input.ts';
import { nameOf, type TodoFamily, todo, yuanTransfers } from './item.ts';

/** An account that pays so many people, or is paid so often, in amounts the pay rules explain, behaves like a member's. */
const LIKE_LEADER_PAYEES = 3;
const LIKE_CALLER_PAYMENTS = 5;

/** Accounts of nobody in the people list that pay or are paid as leaders and callers are. */
export const likeMembers: TodoFamily = ({ derived, fitsPay }) => {
	const paid = new Map<string, { payees: Set<string>; sum: bigint; count: number }>();
	const got = new Map<string, { payers: Set<string>; sum: bigint; count: number }>();
	for (const t of yuanTransfers(derived)) {
		if (!fitsPay(t)) continue;
		if (!isMember(derived, t.from, t.instant)) add(paid, t.from, t.to, t.amount, 'payees');
		if (!isMember(derived, t.to, t.instant)) add(got, t.to, t.from, t.amount, 'payers');
	}
	const leaders = [...paid]
		.filter(([account, p]) => vagueness(account) < 3 && p.payees.size >= LIKE_LEADER_PAYEES)
		.map(([account, p]) =>
			todo('like-leader', account, p.sum, { payees: p.payees.size, payments: p.count, name: nameOf(derived, account) }),
		);
	const callers = [...got]
		.filter(
			([account, g]) =>
				vagueness(account) < 3 && g.count >= LIKE_CALLER_PAYMENTS && g.payers.size <= LIKE_LEADER_PAYEES,
		)
		.map(([account, g]) =>
			todo('like-caller', account, g.sum, { payments: g.count, payers: g.payers.size, name: nameOf(derived, account) }),
		);
	return [...leaders, ...callers];
};

function add<K extends 'payees' | 'payers'>(
	map: Map<string, { [P in K]: Set<string> } & { sum: bigint; count: number }>,
	account: string,
	other: string,
	amount: bigint,
	key: K,
): void {
	const entry =
		map.get(account) ??
		({ [key]: new Set<string>(), sum: 0n, count: 0 } as { [P in K]: Set<string> } & { sum: bigint; count: number });
	entry[key].add(other);
	entry.sum += amount;
	entry.count += 1;
	map.set(account, entry);
}

function isMember(derived: Derived, account: string, instant: number): boolean {
	const party = derived.parties.holder(account, instant)?.party;
	return party !== undefined && (party.spells.length > 0 || party.category !== 'person');
}
