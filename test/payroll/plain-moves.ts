import { type Cost, costOf, FREE, sum } from '../../src/payroll/history/cost.ts';
import { noDays, type PaidDays, payDays, seenFrom } from '../../src/payroll/history/days.ts';
import type { Choice, Step } from '../../src/payroll/history/types.ts';

/** What a history remembers between two payments. */
export interface State {
	/** Fen a lead in force; undefined: no lead was paid since the rules last changed. */
	readonly rate: bigint | undefined;
	/** Fen a day in force, the same way. */
	readonly wage: bigint | undefined;
	/** Days paid, seen from the last payment; undefined before the first one. */
	readonly days: PaidDays | undefined;
	/** Reports paid already that a later payment could claim, sorted. */
	readonly reports: readonly string[];
}

export interface Move {
	readonly choice: Choice;
	readonly state: State;
	readonly cost: Cost;
}

/** A step between its neighbours. */
interface Scene {
	readonly step: Step;
	readonly previous: Step | undefined;
	/** Whether a later step could claim the report. */
	claimedLater(report: string): boolean;
	readonly daysMax: number;
}

export const START: State = { rate: undefined, wage: undefined, days: undefined, reports: [] };

export function byState({ rate, wage, days, reports }: State): string {
	return `${rate ?? ''}|${wage ?? ''}|${days?.join(' ') ?? ''}|${reports.join(' ')}`;
}

const CHANGE = costOf('changes');
const DOUBLED = costOf('doubled');

/** Every way on from a state: each choice whose reports are still unpaid, at the rate in force, once at another one, or from now on. */
export function* movesFrom(state: State, { step, previous, claimedLater, daysMax }: Scene): Generator<Move> {
	const before = state.days ? seenFrom(state.days, step.day - (previous?.day ?? step.day)) : noDays(daysMax);
	for (const choice of step.choices) {
		if (choice.reports.some((report) => state.reports.includes(report))) continue;
		const days = payDays(before, choice.reading?.daysPercent ?? 0, step.morning);
		const reports = [...state.reports, ...choice.reports].filter(claimedLater).sort();
		const rates = inForce(
			state.rate,
			choice.reading?.leads ? choice.reading.rate : undefined,
			step.rates,
			previous?.rates,
		);
		const wages = inForce(state.wage, choice.wage, step.wages, previous?.wages);
		for (const rate of rates) {
			for (const wage of wages) {
				yield {
					choice,
					state: { rate: rate.value, wage: wage.value, days: days.paid, reports },
					cost: sum(choice.cost, days.tooMany ? DOUBLED : FREE, rate.cost, wage.cost),
				};
			}
		}
	}
}

/**
 * What is in force once something was paid at `paid`. What the rules no longer allow is forgotten, and what they allow anew
 * costs nothing; else another value is a single payment at another one, or a change.
 */
function inForce(
	now: bigint | undefined,
	paid: bigint | undefined,
	allowed: readonly bigint[],
	before: readonly bigint[] | undefined,
): { readonly value: bigint | undefined; readonly cost: Cost }[] {
	const standing = now !== undefined && allowed.includes(now) ? now : undefined;
	if (paid === undefined || paid === standing) return [{ value: standing, cost: FREE }];
	if (standing === undefined) return [{ value: paid, cost: FREE }];
	if (before && !before.includes(paid)) return [{ value: paid, cost: FREE }];
	return [
		{ value: standing, cost: CHANGE },
		{ value: paid, cost: CHANGE },
	];
}
