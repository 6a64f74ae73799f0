import { BigNumber } from 'bignumber.js';
import { type Evidenced, evidencedOf, type LeadDay, reportedOn } from '../payroll/leads/days.ts';
import type { Expected, Span } from '../payroll/leads/expected.ts';
import type { LeadSums } from '../payroll/leads/sums.ts';
import type { Backing, LeadStatement } from '../payroll/leads/types.ts';
import type { Derived } from './input.ts';
import type { Findings, FindingsPerson } from './schema.ts';

/** One person on one day, as lead-days.jsonl and 附表16 tell it. What is absent is not known. Amounts in fen. */
export interface LeadDayRow extends Omit<LeadDay, 'work' | 'reported'> {
	readonly name: string;
	readonly minutes?: number;
	readonly attempted?: number;
	readonly answered?: number;
	readonly long?: number;
	readonly reportedByCaller?: number;
	readonly reportedByOther?: number;
	/** By whom the file does not say. */
	readonly reportedUnsaid?: number;
	/** The strongest basis of the day, and yuan a lead that the commission of the day comes to by it: exact, after ≈ rounded, or `none`. */
	readonly basis: Evidenced['by'] | '';
	readonly rate: string;
	readonly reportedLessJoined?: number;
	readonly paidLessReported?: number;
	readonly paidLessJoined?: number;
}

export function* leadDayRows({ leadPay, parties }: Pick<Derived, 'leadPay' | 'parties'>): Generator<LeadDayRow> {
	for (const day of leadPay.days) yield dayRow(day, parties.all.get(day.party)?.name ?? '');
}

/** Every statement behind a commission, a line each; a commission without any has one that says so. */
export function* leadBackingRows({ leadPay }: Pick<Derived, 'leadPay'>): Generator<LeadBackingRow> {
	for (const { statements, ...one } of leadPay.backing) {
		if (statements.length === 0) yield one;
		for (const statement of statements) yield { ...one, statement };
	}
}

export type LeadBackingRow = Omit<Backing, 'statements'> & { readonly statement?: LeadStatement };

/** What backs each commission, by transfer. */
export function backingByTransfer({ leadPay }: Pick<Derived, 'leadPay'>): Map<string, Payout['backing']> {
	return new Map(
		leadPay.backing.map(({ transfer, reports, reported, joined, statements }) => [
			transfer,
			{ reports, reported, joined, statements: statements.map(({ id }) => id) },
		]),
	);
}

type Payout = Findings['payouts'][number];

export function leadPayRow({ party: _, expected, ...sums }: LeadSums): NonNullable<FindingsPerson['leadPay']> {
	return { ...sums, expected: expectedRow(expected) };
}

function expectedRow({ wage, commission, wageRates, leadRates, missing, ...told }: Expected) {
	return {
		...told,
		wage: fens(wage),
		commission: fens(commission),
		total: fens({ min: wage.min + commission.min, max: wage.max + commission.max }),
		...(wageRates && { wageRates: fens(wageRates) }),
		...(leadRates && { leadRates: fens(leadRates) }),
		missing: [...missing],
	};
}

function fens({ min, max }: Span<bigint>): { min: string; max: string } {
	return { min: min.toString(), max: max.toString() };
}

function dayRow(day: LeadDay, name: string): LeadDayRow {
	const { party, reported, joined, called, work, paid, likely, commissions, backed, uncounted, wage, commission } = day;
	const [evidenced, told] = [evidencedOf(day), reportedOn(day)];
	return {
		party,
		name,
		day: day.day,
		...(work && work.minutes > 0 && { minutes: work.minutes }),
		...(work && work.attempted > 0 && { attempted: work.attempted, answered: work.answered, long: work.long }),
		...known('reportedByCaller', reported.caller),
		...known('reportedByOther', reported.other),
		...known('reportedUnsaid', reported.unsaid),
		...known('joined', joined),
		...known('called', called),
		...{ paid, likely, commissions, backed, uncounted, wage, commission },
		basis: evidenced?.by ?? '',
		rate: impliedRate(commission, evidenced?.leads ?? 0),
		...known('reportedLessJoined', less(told, joined)),
		...known('paidLessReported', less(paid, told)),
		...known('paidLessJoined', less(paid, joined)),
	};
}

function known<Name extends string>(name: Name, count: number | undefined): { readonly [K in Name]?: number } {
	return (count === undefined ? {} : { [name]: count }) as { [K in Name]?: number };
}

function less(more: number | undefined, fewer: number | undefined): number | undefined {
	return more === undefined || fewer === undefined ? undefined : more - fewer;
}

const Rate = BigNumber.clone({ DECIMAL_PLACES: 4, ROUNDING_MODE: BigNumber.ROUND_HALF_UP });

/** Yuan a lead, as a decimal: exact, or rounded to four places and marked by ≈; `none` where nothing is evidenced or paid. */
export function impliedRate(commission: bigint, leads: number): string {
	if (leads === 0 || commission === 0n) return 'none';
	const rate = new Rate(commission.toString()).shiftedBy(-2).div(leads);
	const exact = rate.times(leads).shiftedBy(2).eq(commission.toString());
	return `${exact ? '' : '≈'}${rate.toFixed()}`;
}
