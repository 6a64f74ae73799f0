import { grouped } from '../../ledger/grouped.ts';
import { formatDayNumber } from '../local-day.ts';
import type { Claim } from './claims.ts';
import { pairJoins } from './joins.ts';
import { dueDays, pairReports, type ReportsFound } from './reports.ts';
import type { Backing, LeadStatement } from './types.ts';

/**
 * What stands behind each commission: the reports and the joins of the days that it is for, each behind one commission at
 * most. Counts of calls back none.
 *
 * @returns in the order of the claims
 */
export function backingOf(claims: readonly Claim[], statements: readonly LeadStatement[]): Backing[] {
	const stated = grouped(statements, ({ payee }) => payee);
	const backed = new Map<Claim, Backing>();
	for (const [payee, own] of grouped(claims, ({ payee }) => payee)) {
		const told = (basis: LeadStatement['basis']) => (stated.get(payee) ?? []).filter((one) => one.basis === basis);
		const reports = pairReports(own, told('reported'));
		const joins = pairJoins(own, told('joined'));
		for (const claim of own) backed.set(claim, backingFor(claim, reports.get(claim), joins.get(claim) ?? []));
	}
	return claims.flatMap((claim) => backed.get(claim) ?? []);
}

function backingFor(claim: Claim, report: ReportsFound | undefined, joins: readonly LeadStatement[]): Backing {
	const reports = report?.statements ?? [];
	const exact = report?.exact === true ? sumOf(reports) : undefined;
	const leads = claim.leads.length === 1 ? claim.leads[0] : exact;
	return {
		transfer: claim.transfer,
		payee: claim.payee,
		days: daysOf(claim, leads ?? 0, reports, joins),
		...(leads !== undefined && { leads }),
		inferred: claim.inferred && exact === undefined,
		documented: claim.documented,
		reports: report === undefined ? 'none' : report.exact ? 'exact' : 'differs',
		reported: sumOf(reports),
		joined: joins.length,
		statements: [...reports, ...joins],
	};
}

function sumOf(statements: readonly LeadStatement[]): number {
	return statements.reduce((sum, { count }) => sum + count, 0);
}

/** Reports tell the days, else joins do; where their leads are not those paid, the last of the days has what was paid. */
function daysOf(
	claim: Claim,
	leads: number,
	reports: readonly LeadStatement[],
	joins: readonly LeadStatement[],
): Backing['days'] {
	const counts = new Map<string, number>();
	for (const { day, count } of reports.length > 0 ? reports : joins) counts.set(day, (counts.get(day) ?? 0) + count);
	const days = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, count]) => ({ day, leads: count }));
	if (days.length > 1 && days.reduce((sum, one) => sum + one.leads, 0) === leads) return days;
	return [{ day: days.at(-1)?.day ?? formatDayNumber(dueDays(claim)[0] ?? claim.day), leads }];
}
