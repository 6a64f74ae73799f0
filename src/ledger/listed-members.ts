import type { AccountId } from './account.ts';
import type { Group, GroupMember } from './statement.ts';

/** Member lists of groups, asked for those who were there before somebody's join. */
export class ListedMembers {
	readonly #byMember = new Map<AccountId, GroupMember[]>();
	readonly #purposes: ReadonlyMap<string, Group['purpose']>;

	constructor(members: readonly GroupMember[], purposes: ReadonlyMap<string, Group['purpose']>) {
		this.#purposes = purposes;
		for (const entry of members) {
			const known = this.#byMember.get(entry.member);
			if (known) known.push(entry);
			else this.#byMember.set(entry.member, [entry]);
		}
	}

	/** Who runs a group, or sits in a work group, is no lead. A list without dates may be older than the join. */
	isStaff(member: AccountId, instant: number): boolean {
		return this.#entries(member).some(
			({ group, role, from }) =>
				(role !== 'member' || this.#purposes.get(group) === 'work') && (from === undefined || from < instant),
		);
	}

	/** Whether a dated entry shows them in the group before. A list without dates holds those who came later as well. */
	wasIn(group: string, member: AccountId, instant: number): boolean {
		return this.#entries(member).some(
			(entry) => entry.group === group && entry.from !== undefined && entry.from < instant,
		);
	}

	#entries(member: AccountId): readonly GroupMember[] {
		return this.#byMember.get(member) ?? [];
	}
}
