import type { FromHistory, Judged, RateSpan, Reading } from '../payroll/types.ts';
import type { Findings, FindingsPerson } from './schema.ts';

type Payout = Findings['payouts'][number];

export function readingRow(reading: Reading): Payout['readings'][number] {
	return {
		daysPercent: reading.daysPercent,
		wage: reading.wage.toString(),
		leads: reading.leads,
		rate: reading.rate.toString(),
		commission: reading.commission.toString(),
		rounding: reading.rounding.toString(),
	};
}

/** What the whole history says of a payout, where something of it stays open. */
export function historyRow({ history }: Judged): Pick<Payout, 'history'> {
	return history ? { history: rowOf(history) } : {};
}

function rowOf({ likely, alternatives }: FromHistory): NonNullable<Payout['history']> {
	return {
		...(likely && { likely: readingRow(likely) }),
		alternatives: alternatives.map(({ reading, worse }) => ({
			...(reading && { reading: readingRow(reading) }),
			...(worse && { worse: { ...worse } }),
		})),
	};
}

/** What each person was paid for a lead from when until when, by person. */
export function ratesByPerson(rates: readonly RateSpan[]): Map<string, FindingsPerson['rates']> {
	const spans = new Map<string, FindingsPerson['rates']>();
	for (const { payee, rates: paid, ...span } of rates) {
		const row = { ...span, rates: paid.map(String) };
		const known = spans.get(payee);
		if (known) known.push(row);
		else spans.set(payee, [row]);
	}
	return spans;
}
