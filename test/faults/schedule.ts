import * as fc from 'fast-check';
import { HARM_NAMES, type Harm } from './control.ts';

/** One fault: what happens at the nth operation that it may befall, and to all after it where it lasts. */
export interface Fault {
	readonly harm: Harm;
	readonly nth: number;
	readonly lasting?: boolean;
	/** By how much the clock is set forward, or back. */
	readonly seconds?: number;
}

/** What lies in the case folder when the disturbed run begins. */
export const BEGINNINGS = ['new', 'grown', 'changed', 'done'] as const;
export type Beginning = (typeof BEGINNINGS)[number];

/** Runs of one case that are disturbed one after the other, each by its faults. */
export interface Schedule {
	readonly beginning: Beginning;
	readonly runs: readonly (readonly Fault[])[];
}

/** Operations of an undisturbed run that each fault could befall. */
export type Counts = ReadonlyMap<Beginning, ReadonlyMap<Harm, number>>;

const DAY = 86_400;

/** Schedules by chance, spread evenly over the operations that a fault may befall. */
export function schedules(counts: Counts): fc.Arbitrary<Schedule> {
	return fc.constantFrom(...counts.keys()).chain((beginning) => {
		const fault = fc.constantFrom(...HARM_NAMES).chain((harm) =>
			fc.record({
				harm: fc.constant(harm),
				nth: fc.integer({ min: 1, max: Math.max(1, counts.get(beginning)?.get(harm) ?? 1) }),
				lasting: harm === 'clock' ? fc.constant(false) : fc.boolean(),
				seconds: fc.constantFrom(-400 * DAY, -DAY, -60, 60, DAY, 400 * DAY),
			}),
		);
		const run = fc.oneof({ weight: 3, arbitrary: fc.tuple(fault) }, { weight: 1, arbitrary: fc.tuple(fault, fault) });
		const runs = fc.oneof({ weight: 3, arbitrary: fc.tuple(run) }, { weight: 1, arbitrary: fc.tuple(run, run) });
		return fc.record({ beginning: fc.constant(beginning), runs });
	});
}

/** A schedule as a line that a person reads. */
export function textOf({ beginning, runs }: Schedule): string {
	const one = ({ harm, nth, lasting, seconds }: Fault) =>
		`${harm}@${nth}${lasting ? '+' : ''}${harm === 'clock' ? ` by ${seconds} s` : ''}`;
	return `${beginning} case: ${runs.map((faults) => faults.map(one).join(' and ')).join(', then ')}`;
}
