import { vagueness } from '../../ledger/account.ts';
import type { Role } from '../../ledger/person.ts';
import { formatDay } from '../../ledger/time.ts';
import type { Transfer } from '../../ledger/transfer.ts';
import type { RoleProposal } from '../../payroll/hierarchy/types.ts';
import { ROLE_PROPOSED } from '../hierarchy.ts';
import type { Derived } from '../input.ts';
import { compare } from '../people.ts';
import { sumOf, type Todo, type TodoFamily, todo } from './item.ts';

/**
 * People and accounts that `people.csv` does not list and that pay or are paid as members are. At stake: the payments that
 * the proposal rests on. Who confirms one makes them a member in that role, under the proposed superior.
 */
export const proposedRoles: TodoFamily = ({ derived }) =>
	derived.hierarchy.proposed.roles
		.filter((role): role is Asked => isAsked(role, derived))
		.map((role) => item(role, derived));

/** Units about which a proposal asks: others are listed as members, or known as something else. */
export function askedUnits({ hierarchy, parties }: Derived): Set<string> {
	const asked = hierarchy.proposed.roles.filter((role) => isAsked(role, { hierarchy, parties }));
	const joined = hierarchy.proposed.joined.flatMap(({ unit, accounts }) =>
		accounts.map((account) => ({ unit, account })),
	);
	const units = new Set(asked.map(({ unit }) => unit));
	for (const { unit, account } of joined) if (units.has(unit)) units.add(account);
	return units;
}

type Asked = RoleProposal & { readonly role: Role };

function isAsked(proposal: RoleProposal, { parties }: Pick<Derived, 'hierarchy' | 'parties'>): proposal is Asked {
	const { unit, role } = proposal;
	if (role === 'outsider') return false;
	const party = parties.all.get(unit);
	return party ? party.spells.length === 0 : vagueness(unit) < 3;
}

function item(proposal: Asked, derived: Derived): Todo {
	const { id, unit, role, from, until, confidence, transfers } = proposal;
	const { hierarchy, parties, byId } = derived;
	const { offsetMinutes } = derived.case;
	const party = parties.all.get(unit);
	const label = (of: string) => hierarchy.labels.get(of) ?? of;
	const above = hierarchy.proposed.superiors.find((one) => one.unit === unit && one.from <= until && from <= one.until);
	const superior = above ? label(above.superior) : '';
	const behind = transfers.flatMap((transfer) => byId.get(transfer) ?? []);
	const facts = { name: label(unit), role, superior, payments: transfers.length, confidence: confidence.toFixed(2) };
	return todo(ROLE_PROPOSED, mostUsed(unit, behind, derived), sumOf(behind), facts, {
		about: id,
		behind,
		adopt: {
			...(party ? {} : { account: unit }),
			party: party?.id ?? '',
			name: party?.name ?? '',
			role,
			...(superior === '' ? {} : { superior }),
			from: formatDay(from, offsetMinutes),
			until: formatDay(until, offsetMinutes),
		},
	});
}

/** The account of a unit that most of the payments name. */
function mostUsed(unit: string, payments: readonly Transfer[], { hierarchy, parties }: Derived): string {
	const joined = hierarchy.proposed.joined.find((one) => one.unit === unit)?.accounts ?? [unit];
	const own = new Set([...(parties.all.get(unit)?.attributions.map(({ account }) => account) ?? []), ...joined]);
	const counts = new Map<string, number>();
	for (const { from, to } of payments)
		for (const account of [from, to]) if (own.has(account)) counts.set(account, (counts.get(account) ?? 0) + 1);
	const [most] = [...counts].sort(([a, n], [b, m]) => m - n || compare(a, b));
	return most?.[0] ?? unit;
}
