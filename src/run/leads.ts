import { type JudgedJoin, leadsOfJoins } from '../ledger/leads.ts';
import { partyNamed } from '../ledger/named-party.ts';
import { onceAcrossFiles } from '../ledger/once.ts';
import type { Parties } from '../ledger/parties.ts';
import type { Lead } from '../ledger/statement.ts';
import { parseTime } from '../ledger/time.ts';
import type { DayLeads } from '../payroll/types.ts';

/**
 * What is reported, each report once, and what joins of lead groups show. A daily report that lies in the case twice, or
 * in two forms, is one report.
 */
export function allLeads(reported: readonly Lead[], joins: readonly JudgedJoin[], offsetMinutes: number): Lead[] {
	const once = onceAcrossFiles(reported, (lead) => [lead.caller, lead.day, lead.count, lead.basis].join('\n'));
	return [...once, ...leadsOfJoins(joins, offsetMinutes)];
}

/** Leads by the party that brought them in; those of nobody known are left out. Joins count up to one figure a day. */
export function leadsByParty(leads: readonly Lead[], parties: Parties, offsetMinutes: number): DayLeads[] {
	const joined = new Map<string, DayLeads>();
	const told = leads.flatMap((lead) => {
		const party = partyNamed(parties, lead.caller, parseTime(lead.day, offsetMinutes)?.instant);
		if (!party) return [];
		const one = { payee: party.id, day: lead.day, count: lead.count, basis: lead.basis };
		if (lead.basis !== 'joined') return [one];
		const key = `${one.payee} ${one.day}`;
		joined.set(key, { ...one, count: one.count + (joined.get(key)?.count ?? 0) });
		return [];
	});
	return [...told, ...joined.values()];
}
