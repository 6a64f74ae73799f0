import { dayNumber, localDay } from '../payroll/local-day.ts';
import type { BoundQuestion } from './bounds-types.ts';

/** Leads that were reported or joined on days for which no payment to the person shows. */
export interface Implied {
	readonly days: number;
	readonly leads: number;
}

/**
 * Whose leads imply pay that no row shows: by party. A day is paid where anything from a member came on that day or on
 * one of the next days that one payment may cover.
 */
export function impliedByReports({
	leads,
	judged,
	acted,
	pay,
	offsetMinutes,
}: BoundQuestion): ReadonlyMap<string, Implied> {
	const paid = new Map<string, Set<number>>();
	for (const { payer, payee, transfer } of judged) {
		const instant = acted.get(transfer)?.transfer.instant;
		if (payer === undefined || payee === undefined || instant === undefined) continue;
		const days = paid.get(payee) ?? new Set<number>();
		paid.set(payee, days.add(localDay(instant, offsetMinutes).day));
	}
	const implied = new Map<string, Map<number, number>>();
	for (const { payee, day, count, basis } of leads) {
		if (basis === 'called' || count === 0) continue;
		const number = dayNumber(day);
		const days = paid.get(payee);
		const covered = Array.from({ length: pay.daysMax + 1 }, (_, later) => number + later).some((one) => days?.has(one));
		if (covered) continue;
		const open = implied.get(payee) ?? new Map<number, number>();
		implied.set(payee, open.set(number, Math.max(open.get(number) ?? 0, count)));
	}
	return new Map(
		[...implied].map(([party, days]) => [
			party,
			{ days: days.size, leads: [...days.values()].reduce((a, b) => a + b, 0) },
		]),
	);
}
