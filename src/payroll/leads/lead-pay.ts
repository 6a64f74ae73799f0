import { grouped } from '../../ledger/grouped.ts';
import type { ActedTransfer, Judged } from '../types.ts';
import type { DayOfWork } from '../work.ts';
import { backingOf } from './backing.ts';
import { claimsOf } from './claims.ts';
import { type LeadDay, leadDays } from './days.ts';
import { type ExpectationRules, expectedOf, type MemberOn } from './expected.ts';
import { type LeadSums, leadSums } from './sums.ts';
import type { Backing, LeadStatement } from './types.ts';

/** Leads against pay. */
export interface LeadPay {
	/** By person, then day. */
	readonly days: readonly LeadDay[];
	/** By person id. */
	readonly sums: ReadonlyMap<string, LeadSums>;
	/** Commissions with the statements behind each. */
	readonly backing: readonly Backing[];
}

export interface LeadPayQuestion {
	readonly judged: readonly Judged[];
	readonly acted: ReadonlyMap<string, ActedTransfer>;
	readonly statements: readonly LeadStatement[];
	/** Party -> day -> work. */
	readonly work: ReadonlyMap<string, ReadonlyMap<string, DayOfWork>>;
	readonly memberOn: MemberOn;
	readonly rules: ExpectationRules;
}

/** Sets what was stated, joined and called against what was paid: by commission, by day, by person. */
export function leadPay({ judged, acted, statements, work, memberOn, rules }: LeadPayQuestion): LeadPay {
	const { offsetMinutes } = rules;
	const backing = backingOf(claimsOf(judged, acted, offsetMinutes), statements);
	const days = leadDays({ judged, acted, statements, backing, work, offsetMinutes });
	const own = grouped(backing, ({ payee }) => payee);
	const sums = [...grouped(days, ({ party }) => party)].map(([party, rows]): [string, LeadSums] => [
		party,
		leadSums(party, rows, own.get(party) ?? [], expectedOf(rows, memberOn, rules)),
	]);
	return { days, sums: new Map(sums), backing };
}
