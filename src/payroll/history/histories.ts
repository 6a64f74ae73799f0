import type { Context, Question } from '../context.ts';
import type { RateSpan } from '../types.ts';
import type { Verdict } from '../verdict.ts';
import { rateSpans } from './rates.ts';
import { refined } from './refine.ts';
import { settleHistory } from './solve.ts';
import { historiesOf, StepMaker, type Told } from './steps.ts';
import type { Settled } from './types.ts';

/**
 * What whole histories add to verdicts that were given payment by payment, and the rates they show. A history whose every
 * payment is decided, at rates that the case states, is not searched: nothing is left to explain.
 *
 * @param verdicts one a question, in the same order
 */
export function readHistories(
	questions: readonly Question[],
	verdicts: readonly Verdict[],
	context: Context,
	offsetMinutes: number,
): { readonly verdicts: Verdict[]; readonly rates: RateSpan[] } {
	const told = [...verdicts];
	const rates: RateSpan[] = [];
	const maker = new StepMaker();
	for (const history of historiesOf(questions, verdicts, context)) {
		const steps = maker.stepsOf(history, offsetMinutes);
		const settled: Settled[] = leavesOpen(history) ? (settleHistory(steps, context.rules.daysMax) ?? []) : [];
		rates.push(...rateSpans(history, steps, settled));
		for (const [place, one] of history.entries()) {
			const found = settled[place];
			if (found) told[one.index] = refined(one, found);
		}
	}
	return { verdicts: told, rates: rates.sort(inOrder) };
}

function leavesOpen(history: readonly Told[]): boolean {
	return history.some(
		({ verdict, terms }) =>
			verdict.reason.code === 'pay-ambiguous' || verdict.reason.code === 'contradicts-report' || terms.rates.length > 1,
	);
}

function inOrder(a: RateSpan, b: RateSpan): number {
	return compare(a.payee, b.payee) || compare(a.from, b.from) || compare(a.payer, b.payer);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
