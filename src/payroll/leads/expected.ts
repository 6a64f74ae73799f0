import type { Role } from '../../ledger/person.ts';
import { dayNumber, noonOf } from '../local-day.ts';
import type { TermBook, Terms } from '../terms.ts';
import type { PayRules } from '../types.ts';
import type { LeadDay } from './days.ts';

/** Least and most, where inputs are a band or differ. */
export interface Span<T> {
	readonly min: T;
	readonly max: T;
}

/** What shows that somebody worked: of these the strongest that the case has of the person. */
export type DaysBasis = 'attendance' | 'calls' | 'leads' | 'none';

/** What is not known of somebody, so that the expectation cannot rest on it. */
export type MissingInput = 'attendance' | 'calls' | 'reports' | 'joins' | 'wage-rule' | 'rate-rule' | 'role';

/** 推算: days x wage + leads x rate. A check beside what was received, in no total. Fen. */
export interface Expected {
	readonly basis: DaysBasis;
	/** Hundredths of days. `min`: days by the basis, short ones as the smallest part that is paid; `max`: days by any. */
	readonly days: Span<number>;
	readonly leads: Span<number>;
	readonly wage: Span<bigint>;
	readonly commission: Span<bigint>;
	/** Fen a day and fen a lead by the rules in force; absent where no rule was met. */
	readonly wageRates?: Span<bigint>;
	readonly leadRates?: Span<bigint>;
	readonly missing: readonly MissingInput[];
}

export interface ExpectationRules {
	readonly pay: PayRules;
	readonly terms: TermBook;
	readonly fullDayMinutes: number;
	readonly offsetMinutes: number;
}

export type MemberOn = (party: string, instant: number) => { readonly role: Role; readonly group?: string } | undefined;

/**
 * What a person would have earned by the pay rules for the days and leads that the evidence shows. Of leads told differently
 * the lowest and the highest telling count; a day without any counts none.
 *
 * @param days of one person
 */
export function expectedOf(days: readonly LeadDay[], memberOn: MemberOn, rules: ExpectationRules): Expected {
	const basis = basisOf(days);
	const sums = { days: zero(0), leads: zero(0), wage: zero(0n), commission: zero(0n) };
	const [wageRates, leadRates]: [bigint[], bigint[]] = [[], []];
	let withoutRole = false;
	for (const row of days) {
		const noon = noonOf(dayNumber(row.day), rules.offsetMinutes);
		const member = memberOn(row.party, noon);
		if (!member) {
			withoutRole ||= workedBy(row, 'calls') || workedBy(row, 'attendance') || workedBy(row, 'leads');
			continue;
		}
		const terms = rules.terms(member, noon);
		wageRates.push(...terms.wages);
		leadRates.push(...terms.rates);
		addDay(sums, row, basis, terms, rules);
	}
	return {
		basis,
		...sums,
		...(wageRates.length > 0 && { wageRates: spanOf(wageRates) }),
		...(leadRates.length > 0 && { leadRates: spanOf(leadRates) }),
		missing: missingOf(days, { wage: wageRates.length > 0, rate: leadRates.length > 0, role: !withoutRole }),
	};
}

type Sums = {
	[K in 'days' | 'leads']: { min: number; max: number };
} & { [K in 'wage' | 'commission']: { min: bigint; max: bigint } };

function addDay(sums: Sums, row: LeadDay, basis: DaysBasis, { wages, rates }: Terms, rules: ExpectationRules): void {
	const percent = percentOf(row, basis, rules);
	sums.days.min += percent.min;
	sums.days.max += percent.max;
	if (wages.length > 0) {
		const wage = spanOf(wages);
		sums.wage.min += (wage.min * BigInt(percent.min)) / 100n;
		sums.wage.max += (wage.max * BigInt(percent.max)) / 100n;
	}
	const told = tellings(row);
	if (told.length === 0 || rates.length === 0) return;
	const [leads, rate] = [{ min: Math.min(...told), max: Math.max(...told) }, spanOf(rates)];
	sums.leads.min += leads.min;
	sums.leads.max += leads.max;
	sums.commission.min += BigInt(leads.min) * rate.min;
	sums.commission.max += BigInt(leads.max) * rate.max;
}

function percentOf(row: LeadDay, basis: DaysBasis, { pay, fullDayMinutes }: ExpectationRules): Span<number> {
	const any = workedBy(row, 'attendance') || workedBy(row, 'calls') || workedBy(row, 'leads');
	if (!any) return zero(0);
	if (basis === 'none' || !workedBy(row, basis)) return { min: 0, max: 100 };
	const short = basis === 'attendance' && (row.work?.minutes ?? 0) < fullDayMinutes;
	return { min: short ? Math.min(100, ...pay.partDaysPercent) : 100, max: 100 };
}

function basisOf(days: readonly LeadDay[]): DaysBasis {
	return (
		(['attendance', 'calls', 'leads'] as const).find((basis) => days.some((row) => workedBy(row, basis))) ?? 'none'
	);
}

function workedBy(row: LeadDay, basis: Exclude<DaysBasis, 'none'>): boolean {
	if (basis === 'attendance') return (row.work?.minutes ?? 0) > 0;
	if (basis === 'calls') return (row.work?.attempted ?? 0) > 0;
	return tellings(row).some((count) => count > 0);
}

function tellings({ reported, joined }: LeadDay): number[] {
	return [reported.caller, reported.other, reported.unsaid, joined].filter((count) => count !== undefined);
}

function missingOf(days: readonly LeadDay[], met: { wage: boolean; rate: boolean; role: boolean }): MissingInput[] {
	const missing: MissingInput[] = [];
	if (!days.some((row) => workedBy(row, 'attendance'))) missing.push('attendance');
	if (!days.some((row) => workedBy(row, 'calls'))) missing.push('calls');
	if (!days.some(({ reported }) => Object.keys(reported).length > 0)) missing.push('reports');
	if (!days.some(({ joined }) => joined !== undefined)) missing.push('joins');
	if (!met.role) missing.push('role');
	if (!met.wage) missing.push('wage-rule');
	if (!met.rate) missing.push('rate-rule');
	return missing;
}

function zero<T extends number | bigint>(value: T): { min: T; max: T } {
	return { min: value, max: value };
}

function spanOf(values: readonly bigint[]): Span<bigint> {
	const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
	return { min: sorted[0] ?? 0n, max: sorted.at(-1) ?? 0n };
}
