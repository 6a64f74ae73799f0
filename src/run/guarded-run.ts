import { basename, join } from 'node:path';
import type { Changes } from '../findings/changes/schema.ts';
import { fileTrouble } from '../ledger/file-trouble.ts';
import { BUG_EXIT, EXIT_CODES, isStop, Problem } from '../ledger/problem.ts';
import { afterRun } from './after-run.ts';
import { openCase } from './case-folder.ts';
import { type ChangeReport, reportChanges } from './changes/report-changes.ts';
import type { Outcome, RunEntry } from './journal/entry.ts';
import { closeBroken, entryId, readJournal, writeEntry } from './journal/journal.ts';
import { runCounts } from './journal/run-counts.ts';
import { type LockTerms, withLock } from './lock/case-lock.ts';
import type { Owner } from './lock/owner.ts';
import { logged, loggedNotices, tellBegin, tellChanges, tellEnd, tellTrouble } from './log/logged.ts';
import { openRunLog } from './log/run-log.ts';
import { type NoticeTerms, putNotices, sendNotices } from './notices/tell.ts';
import { latestRun } from './report-folder.ts';
import { type RunOptions, type RunResult, runCase } from './run-case.ts';
import { defined } from './settings.ts';
import { isHeldUp } from './watch/past.ts';

export interface GuardedOptions extends Omit<RunOptions, 'dryRun' | 'apart'>, LockTerms {
	readonly trigger: RunEntry['trigger'];
	/** When it should have begun, where a schedule said so. */
	readonly due?: number;
	/** Bytes of this process at its highest. */
	readonly memory?: () => number;
	/** Told what was found that an earlier run left: its lock, its entries in the journal. */
	readonly onRecovered?: (found: { readonly owner?: Owner; readonly broken: readonly RunEntry[] }) => void;
	/** Exit code 1 where anything changed since the run last reported. */
	readonly failOnChange?: boolean;
	/** What belongs to the run and comes after its report folder, such as packages, while the case is still locked. */
	readonly after?: (result: RunResult, signal: AbortSignal | undefined) => Promise<void>;
	/** Absent: what is to be told is kept, and not sent. */
	readonly notices?: NoticeTerms;
}

export interface GuardedResult extends RunResult {
	readonly entry: RunEntry;
	/** What changed since the run last reported. */
	readonly report: Pick<ChangeReport, 'id' | 'folder' | 'changes'>;
	/** Exit code of the command line: 0 done, 1 done and something needs a look. */
	readonly exit: number;
}

/**
 * Runs a case as nobody is looking: alone on it, and with a line in its journal of how it ended, whatever happens.
 *
 * @throws Problem as `withLock` and `runCase`
 */
export async function guardedRun(root: string, options: GuardedOptions): Promise<GuardedResult> {
	return await withLock(root, options, async (tookFrom) => {
		const broken = await closeBroken(root);
		if (tookFrom || broken.length > 0) options.onRecovered?.({ ...defined('owner', tookFrom), broken });
		const begun = await begin(root, options);
		const log = openRunLog(root, begun.id, options.now);
		tellBegin(begun, { pid: options.self.pid, tookFrom, broken }, log);
		let entry = begun;
		let settled: Changes | undefined;
		try {
			const { settle, ...result } = await work(root, logged(options, log), begun);
			const { changes } = result.report;
			entry = result.entry;
			tellChanges(changes, log);
			await putNotices(await openCase(root), { entry, broken, changes }, options.now());
			// Not before: whoever is to be told of changes must be put down before the next run takes them for known.
			await settle();
			settled = changes;
			await writeEntry(root, entry);
			return result;
		} catch (thrown) {
			const cause = fileTrouble(thrown);
			tellTrouble(cause, log);
			entry = ended(begun, options, failed(cause));
			// What was settled is told by no later run: this notice takes the place of the one that told it.
			const told = { entry, broken, ...defined('changes', settled) };
			// Where not even these can be written the next run finds the entry broken, and tells of the first trouble now.
			if (broken.length > 0 || !(await wasHeldUp(root, entry).catch(() => false)))
				await openCase(root)
					.then((folder) => putNotices(folder, told, options.now()))
					.catch(() => undefined);
			await writeEntry(root, entry).catch(() => undefined);
			throw cause;
		} finally {
			if (options.notices) await sendNotices(root, { env: {}, ...options, ...loggedNotices(options.notices, log) });
			await afterRun(root, entry, log);
			tellEnd(entry, log);
			log.close();
		}
	});
}

type Worked = GuardedResult & Pick<ChangeReport, 'settle'>;

async function work(root: string, options: GuardedOptions, begun: RunEntry): Promise<Worked> {
	const result = await runCase(root, { ...options, dryRun: false });
	await options.after?.(result, options.signal);
	const reported = { id: begun.id, run: basename(result.folder), now: options.now() };
	const { settle, ...report } = await reportChanges(root, reported, options.signal);
	const exit = result.complete && !needsLook(report.changes, options) ? 0 : 1;
	const entry = ended(begun, options, {
		outcome: result.complete ? 'done' : 'incomplete',
		exit,
		run: basename(result.folder),
		counts: { ...runCounts(result.findings), ...report.changes.counts },
		alarms: [...new Set(report.changes.alarms.map(({ code }) => code))].sort(),
		timings: result.timings,
	});
	return { ...result, entry, exit, report, settle };
}

/** Alarms over evidence and decisions: a run must not end as if all were well. */
const CUSTODY: ReadonlySet<string> = new Set(['file-altered', 'file-removed', 'decision-gone']);

function needsLook({ changed, alarms }: Changes, { failOnChange = false }: GuardedOptions): boolean {
	return (failOnChange && changed) || alarms.some(({ code }) => CUSTODY.has(code));
}

async function begin(root: string, { now, self, trigger, due, program }: GuardedOptions): Promise<RunEntry> {
	const started = now();
	const before = await latestRun(join(root, 'reports'));
	const entry: RunEntry = {
		id: entryId(started, self.unique()),
		started,
		trigger,
		...defined('due', due),
		program,
		...defined('before', before),
	};
	await writeEntry(root, entry);
	return entry;
}

/** Whether the run was held up before, as now: `watch` tries it again and again, and once is enough to hear of that. */
async function wasHeldUp(root: string, { id, due, problem }: RunEntry): Promise<boolean> {
	if (due === undefined || !isHeldUp(problem?.code)) return false;
	const entries = await readJournal(root);
	return entries.some((one) => one.id !== id && one.due === due && one.problem?.code === problem?.code);
}

function ended(begun: RunEntry, { now, memory }: GuardedOptions, how: Partial<RunEntry>): RunEntry {
	return { ...begun, ended: now(), ...defined('memory', memory?.()), ...how };
}

function failed(cause: unknown): Pick<RunEntry, 'outcome' | 'exit' | 'problem'> {
	if (!(cause instanceof Problem)) return { outcome: 'failed', exit: BUG_EXIT, problem: { code: 'bug', facts: {} } };
	const outcome: Outcome = isStop(cause) ? 'stopped' : 'failed';
	return { outcome, exit: EXIT_CODES[cause.kind], problem: { code: cause.code, facts: cause.facts } };
}
