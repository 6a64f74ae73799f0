/** Both days in it, `YYYY-MM-DD`. */
export interface DaySpan {
	readonly from: string;
	readonly until: string;
}

/** When somebody took part, and in which group. */
export interface Member {
	readonly party: string;
	/** As the people list claims it: an end that it leaves open is absent. */
	readonly spells: readonly { readonly group: string; readonly from?: string; readonly until?: string }[];
	/** First and last day on which pay or calls show them. */
	readonly rows?: DaySpan;
}

/** The days of one member: those that rows show, and those that are claimed besides. */
export interface Days {
	readonly shown: readonly DaySpan[];
	readonly claimed: readonly DaySpan[];
}

const ALWAYS: DaySpan = { from: '', until: '9999-12-31' };

/** In the gang: from the first day that rows show to the last; claims may reach further. */
export function daysInGang({ spells, rows }: Member): Days {
	return { shown: rows ? [rows] : [], claimed: [...(rows ? [rows] : []), ...spells.map(spanOf)] };
}

/** In one group: claimed by a spell of it; shown where rows fall into the spell. */
export function daysInGroup({ spells, rows }: Member, group: string): Days {
	const claimed = spells.filter((spell) => spell.group === group).map(spanOf);
	return { shown: rows ? claimed.flatMap((span) => common(span, rows)) : [], claimed };
}

/** The groups that the people list puts somebody in, on a day; the empty name of a spell without group is none. */
export function groupsOn({ spells }: Member, day: string): string[] {
	return groupsOf({ spells: spells.filter((spell) => includes([spanOf(spell)], day)) });
}

export function groupsOf({ spells }: Pick<Member, 'spells'>): string[] {
	return [...new Set(spells.map(({ group }) => group))].filter((group) => group !== '').sort();
}

export function includes(spans: readonly DaySpan[], day: string): boolean {
	return spans.some(({ from, until }) => from <= day && day <= until);
}

function spanOf({ from, until }: Member['spells'][number]): DaySpan {
	return { from: from ?? ALWAYS.from, until: until ?? ALWAYS.until };
}

function common(a: DaySpan, b: DaySpan): DaySpan[] {
	const [, from = a.from] = [a.from, b.from].sort();
	const [until = a.until] = [a.until, b.until].sort();
	return from <= until ? [{ from, until }] : [];
}
