import type { Derived } from './input.ts';
import { compare } from './people.ts';
import type { Findings } from './schema.ts';

type Merging = Findings['merging'];

/** What became of the records: how many transfers, by which key they were joined, what stayed single or was kept apart. */
export function mergingOf({ merged, records }: Derived): Merging {
	const byRule = new Map<string, number>();
	const exclusions = new Map<string, { transfers: number; records: number }>();
	for (const { rule, exclusion, records: rows } of merged.transfers) {
		byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
		if (!exclusion) continue;
		const sum = exclusions.get(exclusion) ?? { transfers: 0, records: 0 };
		exclusions.set(exclusion, { transfers: sum.transfers + 1, records: sum.records + rows.length });
	}
	const single = new Map<string, number>();
	for (const { sources, transfers } of merged.tellings) {
		const [only, ...others] = sources;
		if (only !== undefined && others.length === 0) single.set(only, (single.get(only) ?? 0) + transfers);
	}
	return {
		records,
		transfers: merged.transfers.length,
		byRule: Object.fromEntries(sorted(byRule)),
		uncertain: merged.transfers.filter((t) => !t.certain).length,
		tied: merged.transfers.filter((t) => t.tied).length,
		exclusions: sorted(exclusions).map(([reason, sum]) => ({ reason, ...sum })),
		joined: merged.tellings
			.filter(({ sources }) => sources.length > 1)
			.map(({ sources, rule, transfers }) => ({ sources: [...sources], rule, transfers })),
		owners: ownersOf(merged.owners),
		single: sorted(single).map(([source, transfers]) => ({ source, transfers })),
	};
}

/** Only where every order number that can tell agrees. */
export function ownersOf(owners: Derived['merged']['owners']): Merging['owners'] {
	return owners
		.flatMap(({ bill, account, votes }) =>
			account === undefined ? [] : [{ bill, account, rows: votes.get(account) ?? 0 }],
		)
		.sort((a, b) => compare(a.bill, b.bill));
}

function sorted<T>(map: ReadonlyMap<string, T>): [string, T][] {
	return [...map].sort(([a], [b]) => compare(a, b));
}
