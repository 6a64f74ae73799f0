import type { AccountId } from '../../ledger/account.ts';
import type { Group, GroupMember } from '../../ledger/statement.ts';
import type { Measured } from './types.ts';

/**
 * Lead groups (引流群) that somebody owns, and the accounts in them: as lists of members and joins show, each account once
 * a group. Groups of unknown purpose come besides. An owner need not be who set the group up.
 *
 * @param ownerOf party id of who held an account, undefined where nobody is known
 * @returns undefined where no list of members names an owner
 */
export function groupMeasures(
	groups: readonly Group[],
	members: readonly Pick<GroupMember, 'group' | 'member' | 'role'>[],
	joins: readonly { readonly group: string; readonly member: string }[],
	ownerOf: (account: AccountId) => string | undefined,
): ((party: string) => Measured[]) | undefined {
	const owners = members.filter(({ role }) => role === 'owner');
	if (owners.length === 0) return undefined;
	const purposes = new Map(groups.map(({ group, purpose }) => [group, purpose]));
	const owned = new Map<string, Set<string>>();
	for (const { group, member } of owners) {
		const party = ownerOf(member);
		if (party !== undefined) owned.set(party, (owned.get(party) ?? new Set()).add(group));
	}
	const accounts = new Map<string, Set<string>>();
	for (const { group, member } of [...members, ...joins])
		accounts.set(group, (accounts.get(group) ?? new Set()).add(member));
	const size = (list: readonly string[]) =>
		BigInt(list.reduce((sum, group) => sum + (accounts.get(group)?.size ?? 0), 0));
	return (party) => {
		const all = [...(owned.get(party) ?? [])].filter((group) => purposes.get(group) !== 'work');
		const lead = all.filter((group) => purposes.get(group) === 'lead');
		const missing = [{ code: 'law-groups-owned', facts: {} }];
		return [
			{ name: 'groups-owned', documented: BigInt(lead.length), inferred: BigInt(all.length), missing },
			{ name: 'groups-members', documented: size(lead), inferred: size(all), missing },
		];
	};
}
