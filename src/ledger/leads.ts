/** Who was brought into a lead group, and by whom: judged from joins, never from a group's size. */
import type { AccountId } from './account.ts';
import { byTime, eventsOf } from './join-events.ts';
import { ListedMembers } from './listed-members.ts';
import type { Group, GroupJoin, GroupMember, Lead } from './statement.ts';
import { formatDay } from './time.ts';

/**
 * What a join counts as. Only `lead` is one; every other join is listed with its reason.
 * `told-again`: another file, or another line, tells of a join that is listed already.
 */
type JoinOutcome =
	| 'lead'
	| 'staff'
	| 'shill'
	| 'rejoin'
	| 'second-group'
	| 'told-again'
	| 'not-a-lead-group'
	| 'unknown-group';

export interface JudgedJoin {
	readonly join: GroupJoin;
	readonly outcome: JoinOutcome;
	/** Who is credited with it: the inviter, where one is named. */
	readonly caller?: AccountId;
}

export interface LeadQuestion {
	readonly joins: readonly GroupJoin[];
	readonly groups: readonly Group[];
	readonly members: readonly GroupMember[];
	/** Whether one of the case's own people held the account at the instant. */
	readonly isStaff: (account: AccountId, instant: number) => boolean;
	/** Whether a shill (托), who plays a customer, held it. Default nobody. */
	readonly isShill?: (account: AccountId, instant: number) => boolean;
}

/**
 * Judges every join, in order of time, then id.
 *
 * An account counts once: the first lead group that it comes into. Somebody known by a name alone counts once a group
 * under that name; that two of one name are two people cannot be seen, so the second stands apart as `rejoin`.
 */
export function judgeJoins({ joins, groups, members, isStaff, isShill }: LeadQuestion): JudgedJoin[] {
	const purposes = purposesOf(groups);
	const listed = new ListedMembers(members, purposes);
	const cameTo = new Map<AccountId, Set<string>>();
	const judge = ({ member, group, moment: { instant } }: GroupJoin): JoinOutcome => {
		const purpose = purposes.get(group) ?? 'unknown';
		if (purpose === 'unknown') return 'unknown-group';
		if (purpose !== 'lead') return 'not-a-lead-group';
		if (isShill?.(member, instant)) return 'shill';
		if (isStaff(member, instant) || listed.isStaff(member, instant)) return 'staff';
		const before = cameTo.get(member) ?? new Set();
		cameTo.set(member, new Set([...before, group]));
		if (before.has(group) || listed.wasIn(group, member, instant)) return 'rejoin';
		return before.size > 0 ? 'second-group' : 'lead';
	};
	return eventsOf(joins)
		.flatMap(({ best, tellings }) => {
			const outcome = judge(best);
			return tellings.map((join) => judged(join, join === best ? outcome : 'told-again', best, tellings));
		})
		.sort((a, b) => byTime(a.join, b.join));
}

function judged(join: GroupJoin, outcome: JoinOutcome, best: GroupJoin, tellings: readonly GroupJoin[]): JudgedJoin {
	const caller = join === best ? (best.inviter ?? tellings.find((t) => t.inviter)?.inviter) : join.inviter;
	return { join, outcome, ...(caller === undefined || caller === join.member ? {} : { caller }) };
}

/**
 * The leads among them as statements, one a join, in the same order. A join without inviter credits nobody and gives none.
 *
 * @param offsetMinutes zone whose days count, minutes east of UTC
 */
export function leadsOfJoins(judged: readonly JudgedJoin[], offsetMinutes: number): Lead[] {
	return judged.flatMap(({ join, outcome, caller }) => {
		if (outcome !== 'lead' || caller === undefined) return [];
		return [
			{
				id: `l${join.id.slice(1)}`,
				caller,
				day: formatDay(join.moment.instant, offsetMinutes),
				count: 1,
				basis: 'joined' as const,
				evidence: join.evidence,
				raw: join.raw,
			},
		];
	});
}

/** What each group was for; groups stated twice with different purposes are of none that is known. */
function purposesOf(groups: readonly Group[]): Map<string, Group['purpose']> {
	const purposes = new Map<string, Group['purpose']>();
	for (const { group, purpose } of groups) {
		const known = purposes.get(group) ?? 'unknown';
		if (purpose === 'unknown' && purposes.has(group)) continue;
		const agrees = known === 'unknown' || known === purpose || purpose === 'unknown';
		purposes.set(group, agrees ? purpose : 'unknown');
	}
	return purposes;
}
