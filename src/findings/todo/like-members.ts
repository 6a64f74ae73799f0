import { networkOf, vagueness } from '../../ledger/account.ts';
import { grouped } from '../../ledger/grouped.ts';
import type { Transfer } from '../../ledger/transfer.ts';
import type { Derived } from '../input.ts';
import { nameOf, spanOf, sumOf, type Todo, type TodoFamily, todo, yuanTransfers } from './item.ts';
import { askedUnits } from './roles.ts';

/** An account that pays so many people, or is paid so often, in amounts the pay rules explain, behaves like a member's. */
const LIKE_LEADER_PAYEES = 3;
const LIKE_CALLER_PAYMENTS = 5;

/**
 * Accounts of nobody in the people list that pay or are paid as leaders and callers are, by the sums alone: those that
 * no proposed role asks about already. At stake: the payments that fit the pay rules. Who confirms such a point names the
 * person, and they become a member in that role.
 */
export const likeMembers: TodoFamily = ({ derived, fitsPay }) => {
	const asked = askedUnits(derived);
	const other = (account: string, instant: number) =>
		!asked.has(derived.parties.holder(account, instant)?.party.id ?? account) && !isMember(derived, account, instant);
	const fitting = yuanTransfers(derived).filter(fitsPay);
	const paid = grouped(
		fitting.filter((t) => other(t.from, t.instant)),
		(t) => t.from,
	);
	const got = grouped(
		fitting.filter((t) => other(t.to, t.instant)),
		(t) => t.to,
	);
	const items: Todo[] = [];
	for (const [account, payments] of paid) {
		const payees = new Set(payments.map((t) => t.to)).size;
		if (vagueness(account) >= 3 || payees < LIKE_LEADER_PAYEES) continue;
		items.push(item('like-leader', 'leader', account, payments, { payees }, derived));
	}
	for (const [account, payments] of got) {
		const payers = new Set(payments.map((t) => t.from)).size;
		if (vagueness(account) >= 3 || payments.length < LIKE_CALLER_PAYMENTS || payers > LIKE_LEADER_PAYEES) continue;
		items.push(item('like-caller', 'caller', account, payments, { payers }, derived));
	}
	return items;
};

function item(
	code: 'like-leader' | 'like-caller',
	role: 'leader' | 'caller',
	account: string,
	payments: readonly Transfer[],
	others: Todo['facts'],
	derived: Derived,
): Todo {
	const name = nameOf(derived, account);
	const party = derived.parties.holder(account, Number.POSITIVE_INFINITY)?.party.id ?? '';
	const asks = vagueness(account) === 0 && !derived.ownAccounts.has(account);
	const facts = { ...others, payments: payments.length, name };
	return todo(code, account, sumOf(payments), facts, {
		behind: payments,
		adopt: { account, party, name, role },
		...(asks
			? {
					request: {
						platform: networkOf(account),
						account,
						holder: name,
						...spanOf(payments),
						want: 'registration' as const,
					},
				}
			: {}),
	});
}

function isMember(derived: Derived, account: string, instant: number): boolean {
	const party = derived.parties.holder(account, instant)?.party;
	return party !== undefined && (party.spells.length > 0 || party.category !== 'person');
}
