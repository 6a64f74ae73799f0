import type { Facts } from '../../ledger/problem.ts';
import type { RunEntry } from '../journal/entry.ts';
import { entryId, readJournal, writeEntry } from '../journal/journal.ts';
import type { EndedRun } from './child-run.ts';
import type { Limits } from './watched-case.ts';

/**
 * Tells the journal of a case what a run could not tell itself: that it was ended for its time or memory, by the system, or
 * before it had begun an entry. A run that told its end is left as it is.
 *
 * @param due tells the run's entry from others
 * @param at when it ended, in milliseconds
 */
export async function tellEnd(
	folder: string,
	due: number,
	run: EndedRun,
	{ limits, program, at, unique }: { limits: Limits; program: string; at: number; unique: () => string },
): Promise<void> {
	const entry = (await readJournal(folder)).findLast((one) => one.trigger === 'schedule' && one.due === due);
	const problem = problemOf(run, limits);
	if (entry?.outcome === undefined ? problem === undefined : run.killedBy !== 'time') return;
	const begun: RunEntry = entry ?? {
		id: entryId(at - run.ms, unique()),
		started: Math.round(at - run.ms),
		trigger: 'schedule',
		due,
		program,
	};
	await writeEntry(folder, {
		...begun,
		ended: begun.ended ?? Math.round(at),
		outcome: run.signal && run.killedBy === undefined ? 'broken' : 'failed',
		exit: run.exit,
		...(problem ? { problem } : {}),
		memory: run.memory,
	});
}

function problemOf(run: EndedRun, limits: Limits): { code: string; facts: Facts } | undefined {
	if (run.killedBy === 'time') return { code: 'run.time-limit', facts: { seconds: limits.time / 1000 } };
	if (run.killedBy === 'memory') return { code: 'run.memory-limit', facts: { megabytes: limits.memory / 1024 ** 2 } };
	// Whoever stopped it lets it go on later: nothing went wrong.
	if (run.killedBy === 'stop') return undefined;
	if (run.signal) return { code: 'run.killed', facts: { signal: run.signal } };
	return run.exit > 1 ? { code: run.problem ?? 'run.no-word', facts: { exit: run.exit } } : undefined;
}
