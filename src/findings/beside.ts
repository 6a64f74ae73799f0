import type { Derived } from './input.ts';
import { compare } from './people.ts';
import type { Findings } from './schema.ts';

type Besides = Pick<Findings, 'testimony' | 'measures' | 'victims' | 'groups'>;

/** What stands beside the figures: what people said, what was frozen or given back, what victims lost, which groups there were. */
export function besideOf({ beside }: Derived): Besides {
	return {
		testimony: beside.testimony.map(({ raw: _raw, amount, day, about = '', ...said }) => ({
			...said,
			about,
			...(amount === undefined ? {} : { amount: amount.toString() }),
			...(day === undefined ? {} : { day }),
		})),
		measures: beside.measures.map(({ raw: _raw, amount, account = '', authority = '', ...measure }) => ({
			...measure,
			account,
			authority,
			...(amount === undefined ? {} : { amount: amount.toString() }),
		})),
		victims: lossesOf(beside.victims),
		groups: groupsOf(beside),
	};
}

function lossesOf(victims: Derived['beside']['victims']): Findings['victims'] {
	const groups = new Map<string, { count: number; loss: bigint }>();
	for (const { group = '', loss } of victims) {
		const known = groups.get(group) ?? { count: 0, loss: 0n };
		groups.set(group, { count: known.count + 1, loss: known.loss + loss });
	}
	return [...groups]
		.sort(([a], [b]) => compare(a, b))
		.map(([group, { count, loss }]) => ({ group, count, loss: loss.toString() }));
}

/** Groups that the case names, and those that joins or members name alone. */
function groupsOf({ groups, members, joins }: Derived['beside']): Findings['groups'] {
	const named = new Map(groups.map((group) => [group.group, group]));
	const ids = new Set([...named.keys(), ...members.map((m) => m.group), ...joins.map((j) => j.group)]);
	return [...ids].sort(compare).map((id) => {
		const group = named.get(id);
		const outcomes = joins.filter((join) => join.group === id).map((join) => join.outcome);
		return {
			group: id,
			name: group?.name ?? '',
			purpose: group?.purpose ?? 'unknown',
			source: group?.source ?? '',
			members: new Set(members.filter((m) => m.group === id).map((m) => m.member)).size,
			joins: tally(outcomes),
		};
	});
}

function tally(texts: readonly string[]): Record<string, number> {
	const counts = new Map<string, number>();
	for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
	return Object.fromEntries([...counts].sort(([a], [b]) => compare(a, b)));
}
