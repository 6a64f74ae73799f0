import { type JudgedJoin, leadsOfJoins } from '../ledger/leads.ts';
import { partyNamed } from '../ledger/named-party.ts';
import { onceAcrossFiles } from '../ledger/once.ts';
import type { Parties } from '../ledger/parties.ts';
import type { Lead } from '../ledger/statement.ts';
import { parseTime } from '../ledger/time.ts';
import type { LeadStatement } from '../payroll/leads/types.ts';
import type { DayLeads } from '../payroll/types.ts';

/**
 * What is reported, each report once, and what joins of lead groups show. A daily report that lies in the case twice, or
 * in two forms, is one report.
 */
export function allLeads(reported: readonly Lead[], joins: readonly JudgedJoin[], offsetMinutes: number): Lead[] {
	const once = onceAcrossFiles(reported, (lead) => [lead.caller, lead.day, lead.count, lead.basis].join('\n'));
	return [...once, ...leadsOfJoins(joins, offsetMinutes)];
}

/** Leads with the party that brought them in; those of nobody known are left out. */
export function leadStatements(leads: readonly Lead[], parties: Parties, offsetMinutes: number): LeadStatement[] {
	return leads.flatMap((lead) => {
		const instant = parseTime(lead.day, offsetMinutes)?.instant;
		const party = partyNamed(parties, lead.caller, instant);
		if (!party) return [];
		const { id, day, count, basis, reporter, evidence } = lead;
		const own = reporter !== undefined && partyNamed(parties, reporter, instant)?.id === party.id;
		const by = reporter === undefined ? 'unsaid' : own ? 'caller' : 'other';
		return [{ id, payee: party.id, day, count, basis, by, evidence }];
	});
}

/** Leads a person and day; joins count up to one figure a day. */
export function leadsByDay(statements: readonly LeadStatement[]): DayLeads[] {
	const joined = new Map<string, DayLeads>();
	const told = statements.flatMap(({ payee, day, count, basis }) => {
		const one = { payee, day, count, basis };
		if (basis !== 'joined') return [one];
		const key = `${one.payee} ${one.day}`;
		joined.set(key, { ...one, count: one.count + (joined.get(key)?.count ?? 0) });
		return [];
	});
	return [...told, ...joined.values()];
}
