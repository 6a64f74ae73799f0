import { type Parties, spellAt } from '../ledger/parties.ts';
import { type LeadPay, type LeadPayQuestion, leadPay } from '../payroll/leads/lead-pay.ts';
import { termBook } from '../payroll/terms.ts';
import type { Work } from '../payroll/work.ts';
import { defined, type Settings } from './settings.ts';

interface Told extends Pick<LeadPayQuestion, 'judged' | 'acted' | 'statements'> {
	readonly work: ReadonlyMap<string, Work>;
	readonly parties: Parties;
	readonly settings: Settings;
}

/** Leads against pay by the rules and roles of the case. */
export function leadPayOf({ work, parties, settings, ...told }: Told): LeadPay {
	const { pay, offsetMinutes } = settings;
	return leadPay({
		...told,
		work: new Map([...work].map(([party, { byDay }]) => [party, byDay])),
		memberOn: (id, instant) => {
			const party = parties.all.get(id);
			const spell = party && spellAt(party, instant);
			return spell && { role: spell.role, ...defined('group', spell.group) };
		},
		rules: {
			pay,
			terms: termBook(pay, offsetMinutes),
			fullDayMinutes: settings.work.fullDayMinutes,
			offsetMinutes,
		},
	});
}
