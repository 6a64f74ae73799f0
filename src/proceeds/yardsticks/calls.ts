import type { Work } from '../../payroll/work.ts';
import type { Dated } from './teams.ts';
import type { Measured } from './types.ts';

/**
 * Calls that somebody made: attempted, of them answered and long, and to how many numbers, side by side. Which of them a
 * rule means is for the reader of the rule.
 *
 * Days at work of which no call record is there are counted with the daily average of the others, rounded down, as a
 * projection (推算) beside the calls that records show: 法发〔2016〕32号 二(四) allows it only where records were hidden or
 * destroyed.
 */
export function callMeasures({ calls, byDay }: Pick<Work, 'calls' | 'byDay'>): Measured[] {
	const days = [...byDay.values()];
	const withCalls = days.filter(({ attempted }) => attempted > 0).length;
	const without = days.filter(({ attempted, minutes }) => attempted === 0 && minutes > 0).length;
	const daily = withCalls === 0 ? 0 : Math.floor(calls.attempted / withCalls);
	const projected = daily * without;
	const counted = (name: Measured['name'], count: number): Measured => ({
		name,
		documented: BigInt(count),
		missing: [],
	});
	return [
		{
			name: 'calls',
			documented: BigInt(calls.attempted),
			inferred: BigInt(calls.attempted + projected),
			missing: projected === 0 ? [] : [{ code: 'law-calls-projected', facts: { daily, days: without, withCalls } }],
		},
		counted('calls-answered', calls.answered),
		counted('calls-long', calls.long),
		counted('calls-numbers', calls.numbers),
	];
}

/** The calls of everybody, a day each. */
export function* datedCalls(work: ReadonlyMap<string, Pick<Work, 'byDay'>>): Generator<Dated> {
	for (const [party, { byDay }] of work)
		for (const [day, { attempted }] of byDay) {
			const count = BigInt(attempted);
			if (count > 0n) yield { party, day, documented: count, inferred: count };
		}
}
