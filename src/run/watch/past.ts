import type { RunEntry } from '../journal/entry.ts';
import { TURN_MS } from './board.ts';

/** What the runs of a case until now tell about the next one. */
export interface Past {
	/** Up to when the times of its schedule are done with: the last run begun by it that came to an end. Milliseconds. */
	readonly served?: number;
	/** How long the last run took that went through, in milliseconds. */
	readonly took?: number;
	/** What it took of memory at its highest, in bytes. */
	readonly memory?: number;
}

/** From the start of a process to the line that it writes into the journal. */
const START_MS = 1000;

/**
 * Reads the journal for the next run. A run that was stopped or that left no word did not do what was due; one that failed did: it
 * is tried again when it is due again. One that began when the clock was far ahead of now did nothing of what has come since.
 *
 * @param now milliseconds
 */
export function pastOf(entries: readonly RunEntry[], now: number): Past {
	const ended = entries.filter(({ outcome }) => outcome === 'done' || outcome === 'incomplete' || outcome === 'failed');
	const served = ended
		.filter(({ trigger, problem }) => trigger === 'schedule' && !isHeldUp(problem?.code))
		.map(({ started }) => started)
		.filter((started) => !isAhead(started, now));
	const last = ended.findLast(({ outcome, ended: end }) => outcome !== 'failed' && end !== undefined);
	return {
		...(served.length === 0 ? {} : { served: Math.max(...served) }),
		...(last?.ended === undefined ? {} : { took: START_MS + Math.max(0, last.ended - last.started) }),
		...(last?.memory === undefined ? {} : { memory: last.memory }),
	};
}

/** Whether an instant was written down by a clock that was wrong for long: it proves nothing. One put back a little does. */
export function isAhead(instant: number, now: number): boolean {
	return instant - now > TURN_MS;
}

/** Whether a run could not begin because somebody else was at the case: it is tried again soon. */
export function isHeldUp(problem: string | undefined): boolean {
	return problem === 'case.locked' || problem === 'store.locked';
}

const TRY_MS = 15_000;

/**
 * How long a run that was held up waits, in milliseconds. A lock of the case is seen at once; a locked store is found by a run that has
 * begun, with its entry and its log: longer each time, up to eight minutes.
 *
 * @param tries how many failed before
 */
export function waitFor(problem: string | undefined, tries: number): number {
	return problem === 'store.locked' ? TRY_MS * 2 ** Math.min(tries, 5) : TRY_MS;
}
