import { basename } from 'node:path';
import { openCase } from './case-folder.ts';
import { readBase } from './changes/base.ts';
import type { RunEntry } from './journal/entry.ts';
import { readJournal } from './journal/journal.ts';
import { keepRuns } from './journal/keep-runs.ts';
import { tellNotWritten } from './log/logged.ts';
import { metricsText, writeMetrics } from './log/metrics.ts';
import { type RunLog, removeOldLogs } from './log/run-log.ts';
import { countNotices } from './notices/spool.ts';
import { defined } from './settings.ts';

/**
 * What is left to do of a run that has ended, well or not: its figures for whoever watches machines, and making room. What fails of it
 * is told in the log and takes nothing away from the run.
 */
export async function afterRun(root: string, entry: RunEntry, log: RunLog): Promise<void> {
	const file = await openCase(root).then(
		(folder) => folder.file,
		() => undefined,
	);
	const attempt = async (what: string, work: () => Promise<void>) => {
		await work().catch((cause: unknown) => tellNotWritten(what, cause, log));
	};
	await attempt('metrics', () => writeFigures(root, file?.name, entry));
	await attempt('reports', async () => {
		const keep = file?.schedule?.keep_runs;
		if (keep === undefined) return;
		// What the next run is compared with: after a run that failed it may be an older one.
		const base = (await readBase(root))?.run;
		const removed = await keepRuns(
			root,
			keep,
			[entry.before, base].filter((name) => name !== undefined),
		);
		for (const name of removed) log.tell('removed', { what: 'report', name });
	});
	await attempt('logs', () => removeOldLogs(root));
}

/** Writes the figures of a run that has ended. @param name of the case, where it can be read */
export async function writeFigures(root: string, name: string | undefined, entry: RunEntry): Promise<void> {
	const told = { case: name ?? basename(root), entry, ...(await succeeded(root)), notices: await countNotices(root) };
	await writeMetrics(root, metricsText(told));
}

async function succeeded(root: string): Promise<{ succeeded?: number }> {
	const last = (await readJournal(root)).findLast(({ outcome }) => outcome === 'done' || outcome === 'incomplete');
	return defined('succeeded', last?.ended);
}
