import { grouped } from '../../ledger/grouped.ts';
import type { Victim } from '../../ledger/statement.ts';
import type { Reason } from '../../payroll/types.ts';
import { type Days, daysInGang, daysInGroup, groupsOf, groupsOn, includes, type Member } from './participation.ts';
import type { Measured } from './types.ts';

/** Somebody who was brought into a lead group, and by whom. */
export interface Join {
	readonly group: string;
	/** Account and name of who came. */
	readonly member: string;
	readonly name: string;
	readonly day: string;
	/** Party id, '' where nobody known is credited with it. */
	readonly caller: string;
}

/** A loss and who it can be tied to. */
interface Tied {
	readonly loss: bigint;
	readonly day?: string;
	/** Who brought the victim in, by the victim's own name in the group. */
	readonly caller?: string;
	/** Everybody who brought anybody into the victim's group. */
	readonly callers: ReadonlySet<string>;
	/** The teams of these. */
	readonly teams: ReadonlySet<string>;
}

/**
 * Victims' losses by person, from victims' files alone: never from payments to the gang.
 *
 * - own: the victim is named among those whom the person brought in; inferred, where nobody else brought anybody into
 *   the victim's group.
 * - group: the victim's group was filled by callers of that group alone, while the person took part; inferred, where
 *   others filled it too, or the loss has no day.
 * - gang: while the person took part.
 *
 * @returns undefined where the case has no victims' file
 */
export function lossesOf(
	members: readonly Member[],
	victims: readonly Victim[],
	joins: readonly Join[],
): ((member: Member) => Measured[]) | undefined {
	if (victims.length === 0) return undefined;
	const byParty = new Map(members.map((member) => [member.party, member]));
	const byGroup = grouped(
		joins.filter(({ caller }) => caller !== ''),
		({ group }) => group,
	);
	const tied = victims.map((victim) => tie(victim, byGroup.get(victim.group ?? '') ?? [], byParty));
	return (member) => [ownOf(member, tied), groupOf(member, tied), gangOf(member, tied)];
}

function tie({ pseudonym, loss, day }: Victim, into: readonly Join[], members: ReadonlyMap<string, Member>): Tied {
	const named = new Set(
		into.filter(({ member, name }) => member === pseudonym || name === pseudonym).map(({ caller }) => caller),
	);
	// Who is named to have brought the victim in says the team; else all who filled the group.
	const teams = (named.size === 1 ? into.filter((join) => named.has(join.caller)) : into).flatMap((join) => {
		const member = members.get(join.caller);
		return member ? groupsOn(member, join.day) : [];
	});
	const [caller] = named;
	return {
		loss,
		...(day === undefined ? {} : { day }),
		...(caller !== undefined && named.size === 1 && { caller }),
		callers: new Set(into.map((join) => join.caller)),
		teams: new Set(teams),
	};
}

function ownOf({ party }: Member, tied: readonly Tied[]): Measured {
	const documented = sum(tied.filter(({ caller }) => caller === party));
	const alone = tied.filter((one) => one.caller === undefined && one.callers.size === 1 && one.callers.has(party));
	const among = tied.filter((one) => one.caller === undefined && one.callers.size > 1 && one.callers.has(party));
	return {
		name: 'loss-own',
		documented,
		inferred: documented + sum(alone),
		missing: told('law-loss-not-tied', among),
	};
}

function groupOf(member: Member, tied: readonly Tied[]): Measured {
	const groups = groupsOf(member);
	if (groups.length === 0) return { name: 'loss-group', missing: [{ code: 'law-no-group', facts: {} }] };
	const of = groups.map((group) => {
		const losses = tied.filter(({ teams }) => teams.has(group));
		return { days: daysInGroup(member, group), losses, sure: losses.filter(({ teams }) => teams.size === 1) };
	});
	// A loss that two of the person's groups share counts once.
	const shown = new Set(of.flatMap(({ days, sure }) => sure.filter(within(days.shown))));
	const claimed = new Set(of.flatMap(({ days, losses }) => losses.filter(within(days.claimed, true))));
	return {
		name: 'loss-group',
		documented: sum([...shown]),
		inferred: sum([...claimed]),
		missing: told(
			'law-loss-no-group',
			tied.filter(({ teams }) => teams.size === 0),
		),
	};
}

function gangOf(member: Member, tied: readonly Tied[]): Measured {
	const days = daysInGang(member);
	return {
		name: 'loss-gang',
		documented: sum(tied.filter(within(days.shown))),
		inferred: sum(tied.filter(within(days.claimed, true))),
		missing: told(
			'law-loss-no-day',
			tied.filter(({ day }) => day === undefined),
		),
	};
}

/** Whether a loss fell into the days; one without a day where `undated` says so. */
function within(spans: Days['shown'], undated = false): (one: Tied) => boolean {
	return ({ day }) => (day === undefined ? undated && spans.length > 0 : includes(spans, day));
}

function told(code: string, tied: readonly Tied[]): Reason[] {
	return tied.length === 0 ? [] : [{ code, facts: { count: tied.length, amount: sum(tied).toString() } }];
}

function sum(tied: readonly Tied[]): bigint {
	return tied.reduce((all, { loss }) => all + loss, 0n);
}
