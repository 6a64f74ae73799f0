import { grouped } from '../../ledger/grouped.ts';
import { dayNumber } from '../local-day.ts';
import type { Claim } from './claims.ts';
import { dueDays } from './reports.ts';
import type { LeadStatement } from './types.ts';

/**
 * Which joins back which commissions of one person, each join one at most: those of the days the payout is for, a day on
 * which exactly as many are free as were paid first; before that, for an evening's payout, such a day before.
 *
 * @param claims documented first, then by time
 */
export function pairJoins(claims: readonly Claim[], joins: readonly LeadStatement[]): Map<Claim, LeadStatement[]> {
	const sorted = [...joins].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
	const free = grouped(sorted, ({ day }) => dayNumber(day));
	const found = new Map<Claim, LeadStatement[]>();
	for (const claim of claims) {
		const wanted = Math.max(...claim.leads);
		const days = daysFor(claim, (day) => claim.leads.includes(free.get(day)?.length ?? 0), free);
		const taken: LeadStatement[] = [];
		for (const day of days) taken.push(...(free.get(day)?.splice(0, wanted - taken.length) ?? []));
		if (taken.length > 0) found.set(claim, taken);
	}
	return found;
}

function daysFor(
	claim: Claim,
	fits: (day: number) => boolean,
	free: ReadonlyMap<number, readonly unknown[]>,
): number[] {
	const due = dueDays(claim);
	if (claim.days > 1) return Array.from({ length: claim.days }, (_, back) => (due[0] ?? claim.day) - back);
	const exact = [...due, claim.day - 1].find(fits);
	if (exact !== undefined) return [exact];
	return due.filter((day) => (free.get(day)?.length ?? 0) > 0).slice(0, 1);
}
