import { formatDayNumber } from '../local-day.ts';
import type { RateSpan } from '../types.ts';
import type { Told } from './steps.ts';
import type { Settled, Step } from './types.ts';

/** What was paid for a lead from when until when in one history: stated by the case, or estimated from the payments. */
export function rateSpans(history: readonly Told[], steps: readonly Step[], settled: readonly Settled[]): RateSpan[] {
	const spans: (Omit<RateSpan, 'until'> & { until: string; payouts: number })[] = [];
	for (const [index, { question, verdict, terms }] of history.entries()) {
		const { payer, payee } = question.acted;
		const step = steps[index];
		if (!payer || !payee?.member || !step || !verdict.readings?.some((reading) => reading.leads > 0)) continue;
		const stated = terms.rates.length === 1;
		const rates = stated ? terms.rates : (settled[index]?.rates ?? []);
		if (rates.length === 0) continue;
		const day = formatDayNumber(step.day);
		const group = payee.member.group ?? '';
		const last = spans.at(-1);
		if (last && last.stated === stated && last.group === group && same(last.rates, rates)) {
			last.until = day;
			last.payouts += 1;
		} else
			spans.push({ payee: payee.party, payer: payer.party, group, from: day, until: day, rates, stated, payouts: 1 });
	}
	return spans;
}

function same(a: readonly bigint[], b: readonly bigint[]): boolean {
	return a.length === b.length && a.every((rate, index) => rate === b[index]);
}
