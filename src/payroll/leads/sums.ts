import { type LeadDay, reportedOn } from './days.ts';
import type { Expected } from './expected.ts';
import type { Backing } from './types.ts';

/** Leads of one person over all days, side by side, and what backs the commissions. */
export interface LeadSums {
	readonly party: string;
	readonly reported: number;
	readonly joined: number;
	readonly paid: number;
	/** Inferred from the whole history, or of payouts that are only consistent with a commission. */
	readonly likely: number;
	/** Days on which more was reported than joined, and by how many; only where both are known. */
	readonly overReported: { readonly days: number; readonly leads: number };
	/** Days on which more was reported than paid, where the leads paid are all counted. */
	readonly unpaid: { readonly days: number; readonly leads: number };
	/** Days on which more was paid than anybody reported or joined; only where something is known. */
	readonly overPaid: { readonly days: number; readonly leads: number };
	/** Documented commissions by what backs them. `exact`: a report names the leads; `none`: neither report nor join. */
	readonly commissions: {
		readonly all: number;
		readonly exact: number;
		readonly differs: number;
		readonly joinsOnly: number;
		readonly none: number;
	};
	readonly expected: Expected;
}

/**
 * @param days of one person
 * @param backing of the same person
 */
export function leadSums(
	party: string,
	days: readonly LeadDay[],
	backing: readonly Backing[],
	expected: Expected,
): LeadSums {
	const documented = backing.filter((one) => one.documented);
	const count = (test: (one: Backing) => boolean) => documented.filter(test).length;
	return {
		party,
		reported: sum(days.map((row) => reportedOn(row) ?? 0)),
		joined: sum(days.map((row) => row.joined ?? 0)),
		paid: sum(days.map((row) => row.paid)),
		likely: sum(days.map((row) => row.likely)),
		overReported: excess(days, (row) => [reportedOn(row), row.joined]),
		unpaid: excess(days, (row) => [row.uncounted > 0 || row.likely > 0 ? undefined : reportedOn(row), row.paid]),
		overPaid: excess(days, (row) => [row.paid, most(reportedOn(row), row.joined)]),
		commissions: {
			all: documented.length,
			exact: count(({ reports }) => reports === 'exact'),
			differs: count(({ reports }) => reports === 'differs'),
			joinsOnly: count(({ reports, joined }) => reports === 'none' && joined > 0),
			none: count(({ statements }) => statements.length === 0),
		},
		expected,
	};
}

type Counts = readonly [more: number | undefined, less: number | undefined];

function excess(days: readonly LeadDay[], of: (row: LeadDay) => Counts): { days: number; leads: number } {
	const over = days.map((row) => {
		const [more, less] = of(row);
		return more === undefined || less === undefined ? 0 : Math.max(0, more - less);
	});
	return { days: over.filter((leads) => leads > 0).length, leads: sum(over) };
}

function most(a: number | undefined, b: number | undefined): number | undefined {
	return a === undefined ? b : b === undefined ? a : Math.max(a, b);
}

function sum(counts: readonly number[]): number {
	return counts.reduce((a, b) => a + b, 0);
}
