import type { MeasureName } from './measures.ts';
import type { ActDays, Answer, CaseLaw, InForce, LawRule, Measured, Reached } from './types.ts';

/**
 * Holds what is known of a person against every rule that was in force on any day from the first act to the judgment.
 * Where rules ask for several things, the answer is that of the least certain one.
 *
 * @param measured by name; what is not there is `unknown`
 */
export function answersOf(
	{ rules, judgmentDay }: CaseLaw,
	measured: ReadonlyMap<MeasureName, Measured>,
	acts: ActDays,
): Answer[] {
	return rules.flatMap((rule) => {
		const inForce = inForceOf(rule, acts, judgmentDay);
		return inForce === undefined ? [] : answersTo(rule, inForce, measured);
	});
}

function answersTo(rule: LawRule, inForce: InForce, measured: ReadonlyMap<MeasureName, Measured>): Answer[] {
	const [first, ...others] = rule.conditions;
	if (!first) return [];
	const rest = others.map(({ measures, least }) =>
		weakest(measures.map((name) => reachedBy(measured.get(name), least))),
	);
	return first.measures.map((measure) => {
		const value = measured.get(measure);
		const policies = Object.entries(value?.policies ?? {}).filter(([, amount]) => amount >= first.least);
		return {
			rule: rule.id,
			measure,
			inForce,
			reached: weakest([reachedBy(value, first.least), ...rest]),
			...(value?.policies && { policies: policies.map(([policy]) => policy) }),
		};
	});
}

/** How surely a value reaches a threshold. */
export function reachedBy(value: Measured | undefined, least: bigint): Reached {
	if (!value) return 'unknown';
	const { documented, inferred, most } = value;
	if (documented !== undefined && documented >= least) return 'documented';
	// Doubtful rows may sum to more than is possible at most: not all of them can count.
	if (most !== undefined && most < least) return 'no';
	if (inferred !== undefined && inferred >= least) return 'inferred';
	if (most !== undefined) return 'at-most';
	return documented === undefined && inferred === undefined ? 'unknown' : 'open';
}

/** From what excludes the rule to what proves it: a condition that is not met settles it, whatever the others are. */
const FROM_WEAKEST: readonly Reached[] = ['no', 'unknown', 'open', 'at-most', 'inferred', 'documented'];

function weakest(all: readonly Reached[]): Reached {
	return all.reduce((a, b) => (FROM_WEAKEST.indexOf(a) <= FROM_WEAKEST.indexOf(b) ? a : b));
}

/**
 * Undefined: in force on no day from the acts to the judgment. Where the acts have no first or no last day, a rule that
 * may have been in force on that side of them is `undated`: whether it was, nothing tells.
 */
export function inForceOf(
	{ from, until }: Pick<LawRule, 'from' | 'until'>,
	acts: ActDays,
	judgmentDay: string | undefined,
): InForce | undefined {
	if (judgmentDay !== undefined && from > judgmentDay) return undefined;
	const [first, last] = [acts.from ?? acts.until, acts.until ?? acts.from];
	if (first === undefined || last === undefined) return 'undated';
	const lasts = (day: string) => until === undefined || until >= day;
	const judged = judgmentDay === undefined ? until === undefined : lasts(judgmentDay);
	if (from <= last && lasts(first)) return judged ? 'both' : 'act';
	const after = from > last;
	if ((after ? acts.until : acts.from) === undefined) return 'undated';
	if (judged) return 'judgment';
	return after ? 'between' : undefined;
}
