import { dayNumber, localDay } from './local-day.ts';
import type { Basis, DayLeads, Reading } from './types.ts';

/** Lead reports as they bear on payouts. */
export interface Reports {
	/** What was reported for the pay day and the day before; undefined where nothing was. */
	on(payee: string, instant: number): ReportedDays | undefined;
}

/** The reports that a payout can be held against. */
export interface ReportedDays {
	readonly counts: readonly number[];
	/** Something was reported for a day that the payout is for: the pay day, before noon also the day before. */
	readonly due: boolean;
	/** Reports that name the reading's leads. A reading of several days is held against the sum of their reports too. */
	matching(reading: Reading): readonly Match[];
}

export interface Match {
	/** Names the report: two payouts with one key claim the same report. */
	readonly key: string;
	/** The reports that it takes together, so that none is claimed by two payouts. */
	readonly reports: readonly string[];
	readonly basis: Basis;
	/** It is the report of a day the payout is for: the pay day, before noon also the day before. */
	readonly due: boolean;
}

export function leadReports(leads: readonly DayLeads[], offsetMinutes: number): Reports {
	const byPayee = new Map<string, Map<number, DayLeads[]>>();
	for (const lead of [...leads].sort(byContent)) {
		if (lead.basis === 'called') continue;
		const days = byPayee.get(lead.payee) ?? new Map<number, DayLeads[]>();
		byPayee.set(lead.payee, days);
		const day = dayNumber(lead.day);
		const list = days.get(day);
		if (list) list.push(lead);
		else days.set(day, [lead]);
	}
	return {
		on(payee, instant) {
			const days = byPayee.get(payee);
			if (!days) return undefined;
			const { day, morning } = localDay(instant, offsetMinutes);
			const [today, eve] = [days.get(day) ?? [], days.get(day - 1) ?? []];
			if (today.length === 0 && eve.length === 0) return undefined;
			return {
				counts: [...today, ...eve].map((lead) => lead.count),
				due: today.length > 0 || (morning && eve.length > 0),
				matching: (reading) => {
					const single = [...named(today, reading, true), ...named(eve, reading, morning)];
					return single.length > 0 ? single : summed(reading, morning, (back) => days.get(day - back)?.[0]);
				},
			};
		},
	};
}

function named(reports: readonly DayLeads[], reading: Reading, due: boolean): Match[] {
	return reports
		.filter((lead) => lead.count === reading.leads)
		.map((lead) => ({ key: keyOf(lead), reports: [keyOf(lead)], basis: basisOf(lead), due }));
}

/** A payout for n days, held against the sum of the n reports that end on the pay day or the day before. */
function summed(reading: Reading, morning: boolean, reportOf: (daysBack: number) => DayLeads | undefined): Match[] {
	const days = Math.floor(reading.daysPercent / 100);
	if (days < 2) return [];
	const found: Match[] = [];
	for (const end of [0, 1]) {
		const reports = Array.from({ length: days }, (_, i) => reportOf(end + i)).filter((r) => r !== undefined);
		const first = reports[0];
		if (first && reports.reduce((sum, r) => sum + r.count, 0) === reading.leads) {
			const due = reports.length === days && (end === 0 || morning);
			const key = `${first.payee}|${first.day}|${days}`;
			found.push({ key, reports: reports.map(keyOf), basis: basisOf(first), due });
		}
	}
	return found;
}

function keyOf({ payee, day, count }: DayLeads): string {
	return `${payee}|${day}|${count}`;
}

function byContent(a: DayLeads, b: DayLeads): number {
	return a.count - b.count || (a.basis < b.basis ? -1 : a.basis > b.basis ? 1 : 0);
}

function basisOf(lead: DayLeads): Basis {
	return lead.basis === 'joined' ? 'join' : 'report';
}
