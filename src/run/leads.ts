import type { Parties } from '../ledger/parties.ts';
import type { Lead } from '../ledger/statement.ts';
import { parseTime } from '../ledger/time.ts';
import type { DayLeads } from '../payroll/types.ts';

/** Leads by the party that brought them in. A caller named by account, by a name that one person has, or by nobody known. */
export function leadsByParty(leads: readonly Lead[], parties: Parties, offsetMinutes: number): DayLeads[] {
	return leads.flatMap((lead) => {
		const instant = parseTime(lead.day, offsetMinutes)?.instant;
		const held = instant === undefined ? undefined : parties.holder(lead.caller, instant)?.party;
		const named = parties.named(lead.caller).filter((party) => party.spells.length > 0);
		const party = held ?? (named.length === 1 ? named[0] : undefined);
		return party ? [{ payee: party.id, day: lead.day, count: lead.count, basis: lead.basis }] : [];
	});
}
