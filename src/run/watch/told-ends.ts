import { type Facts, Problem } from '../../ledger/problem.ts';
import { writeFigures } from '../after-run.ts';
import { type CaseFolder, openCase } from '../case-folder.ts';
import type { RunEntry } from '../journal/entry.ts';
import { entryId, readJournal, writeEntry } from '../journal/journal.ts';
import { withLock } from '../lock/case-lock.ts';
import type { Self } from '../lock/owner.ts';
import { type NoticeTerms, putNotices, sendNotices } from '../notices/tell.ts';
import { defined } from '../settings.ts';
import type { Environment } from '../store-place.ts';
import type { EndedRun } from './child-run.ts';
import type { Limits } from './watched-case.ts';

export interface TellTerms {
	readonly self: Self;
	/** Milliseconds. */
	readonly now: () => number;
	/** Name and version, as a journal has it. */
	readonly program: string;
	readonly env: Environment;
	readonly notices: NoticeTerms;
	readonly signal: AbortSignal;
}

/**
 * Tells of a run what it could not tell itself: that it was ended for its time or memory, by the system, or before it had begun an
 * entry in the journal of its case. Whoever wants to hear of failed runs hears of it. A run that told its end is left as it is,
 * but for the limit that it was stopped for.
 *
 * @param due tells the run's entry from others
 * @throws Problem where the journal cannot be written
 */
export async function tellEnd(
	folder: string,
	due: number,
	run: EndedRun,
	limits: Limits,
	terms: TellTerms,
): Promise<void> {
	const problem = problemOf(run, limits);
	if (problem === undefined) return;
	try {
		// Nobody else is at it: what the run left of its lock is taken over.
		await withLock(folder, { ...terms, command: 'watch' }, async () => {
			const entry = (await readJournal(folder)).findLast((one) => one.trigger === 'schedule' && one.due === due);
			const told = entry?.outcome !== undefined;
			// Told to stop, it may have come to its end before it heard of that.
			if (told && !(run.killedBy === 'time' && entry?.outcome === 'stopped')) return;
			const ended = endedEntry(entry, due, run, problem, terms);
			await writeEntry(folder, ended);
			const opened = await openCase(folder).catch(() => undefined);
			if (!told) await notify(folder, opened, ended, terms);
			await writeFigures(folder, opened?.file.name, ended).catch(() => undefined);
		});
	} catch (cause) {
		// Somebody began a run since: it found what this one left, and tells.
		if (!(cause instanceof Problem && cause.code === 'case.locked')) throw cause;
	}
}

async function notify(
	folder: string,
	opened: CaseFolder | undefined,
	entry: RunEntry,
	{ notices, env, signal, now }: TellTerms,
): Promise<void> {
	if (opened) await putNotices(opened, { entry, broken: [] }, now()).catch(() => undefined);
	await sendNotices(folder, { ...notices, env, signal, now });
}

function endedEntry(
	entry: RunEntry | undefined,
	due: number,
	run: EndedRun,
	problem: NonNullable<RunEntry['problem']>,
	{ self, now, program }: TellTerms,
): RunEntry {
	const at = Math.round(now());
	const started = Math.round(at - run.ms);
	return {
		...(entry ?? { id: entryId(started, self.unique()), started, trigger: 'schedule', due, program }),
		ended: entry?.ended ?? at,
		outcome: run.signal && run.killedBy === undefined ? 'broken' : 'failed',
		exit: run.exit,
		problem,
		...defined('memory', run.memory > 0 ? run.memory : undefined),
	};
}

function problemOf(run: EndedRun, limits: Limits): { code: string; facts: Facts } | undefined {
	if (run.killedBy === 'time') return { code: 'run.time-limit', facts: { seconds: limits.time / 1000 } };
	if (run.killedBy === 'memory') return { code: 'run.memory-limit', facts: { megabytes: limits.memory / 1024 ** 2 } };
	// Whoever stopped it lets it go on later: nothing went wrong.
	if (run.killedBy === 'stop') return undefined;
	if (run.signal) return { code: 'run.killed', facts: { signal: run.signal } };
	return run.exit > 1 ? { code: run.problem ?? 'run.no-word', facts: { exit: run.exit } } : undefined;
}
