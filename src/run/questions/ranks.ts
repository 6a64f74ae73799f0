import type { Findings } from '../../findings/schema.ts';

type Hierarchy = Findings['hierarchy'];

/** What payments alone make of one person, and where the case says otherwise. */
export interface Ranks {
	readonly roles: Hierarchy['roles'];
	readonly superiors: Hierarchy['superiors'];
	/** Those whose superior this person is, by payments. */
	readonly team: Hierarchy['superiors'];
	readonly differences: Hierarchy['differences'];
	readonly adopted: Hierarchy['adopted'];
	/** How every unit above is called. */
	readonly labels: Readonly<Record<string, string>>;
}

export function ranksOf({ hierarchy, people }: Findings, party: string): Ranks {
	const person = people.find(({ id }) => id === party);
	const superiors = hierarchy.superiors.filter(({ unit }) => unit === party);
	const team = hierarchy.superiors.filter(({ superior }) => superior === party);
	const shown = new Set([...superiors.map(({ superior }) => superior), ...team.map(({ unit }) => unit)]);
	return {
		roles: hierarchy.roles.filter(({ unit }) => unit === party),
		superiors,
		team,
		differences: hierarchy.differences.filter(({ unit }) => unit === party),
		adopted: hierarchy.adopted.filter((one) => one.person === person?.name && one.identity === person.identity),
		labels: Object.fromEntries(hierarchy.units.filter(({ id }) => shown.has(id)).map(({ id, label }) => [id, label])),
	};
}
