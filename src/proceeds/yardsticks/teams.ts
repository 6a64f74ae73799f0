import { type Days, daysInGang, daysInGroup, groupsOf, groupsOn, includes, type Member } from './participation.ts';
import type { Measured } from './types.ts';

/** Something counted or lost on a day, that a member did or answers for. */
export interface Dated {
	readonly party: string;
	readonly day: string;
	/** On documented rows, and with others besides. */
	readonly documented: bigint;
	readonly inferred: bigint;
}

/** What a group, or the gang, did on each day. */
type ByDay = Map<string, { documented: bigint; inferred: bigint }>;

type Range = Pick<Measured, 'documented' | 'inferred'>;

/**
 * What the group and the gang of a person did while they took part: joint acts are read over the time of participation
 * (法发〔2016〕32号 四). Documented are the days that rows show them in it, of members whom the people list puts in one
 * group only; claimed days and members of several groups come besides. Undefined of the group: the list names none.
 */
export function teamsOf(
	members: readonly Member[],
	dated: readonly Dated[],
): (member: Member) => { readonly group?: Range; readonly gang: Range } {
	const byParty = new Map(members.map((member) => [member.party, member]));
	const gang: ByDay = new Map();
	const groups = new Map<string, ByDay>();
	for (const one of dated) {
		const member = byParty.get(one.party);
		if (!member) continue;
		add(gang, one);
		const names = groupsOn(member, one.day);
		for (const name of names) {
			const group = groups.get(name) ?? new Map();
			groups.set(name, group);
			add(group, names.length === 1 ? one : { ...one, documented: 0n });
		}
	}
	return (member) => {
		const names = groupsOf(member);
		const parts = names.map((name) => sum(groups.get(name) ?? new Map(), daysInGroup(member, name)));
		return { gang: sum(gang, daysInGang(member)), ...(names.length > 0 && { group: total(parts) }) };
	};
}

function add(days: ByDay, { day, documented, inferred }: Dated): void {
	const known = days.get(day) ?? { documented: 0n, inferred: 0n };
	days.set(day, { documented: known.documented + documented, inferred: known.inferred + inferred });
}

function sum(byDay: ByDay, { shown, claimed }: Days): { documented: bigint; inferred: bigint } {
	let [documented, inferred] = [0n, 0n];
	for (const [day, one] of byDay) {
		if (includes(shown, day)) documented += one.documented;
		if (includes(claimed, day)) inferred += one.inferred;
	}
	return { documented, inferred };
}

function total(parts: readonly { documented: bigint; inferred: bigint }[]): Range {
	return {
		documented: parts.reduce((all, { documented }) => all + documented, 0n),
		inferred: parts.reduce((all, { inferred }) => all + inferred, 0n),
	};
}
