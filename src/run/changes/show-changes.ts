import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Changes } from '../../findings/changes/schema.ts';
import { Problem } from '../../ledger/problem.ts';
import { formatDay } from '../../ledger/time.ts';
import { isRunName, latestRun } from '../report-folder.ts';
import { CHANGES_FOLDER } from './base.ts';
import { compareRuns } from './compare-runs.ts';
import { readSide, UnusableRun } from './read-side.ts';
import { readChanges } from './report-changes.ts';

/**
 * The last report of changes of a case.
 *
 * @throws Problem changes.none where nothing was reported yet
 */
export async function lastChanges(root: string): Promise<Changes> {
	const changes = await readChanges(join(root, CHANGES_FOLDER, 'latest'));
	if (changes === undefined) throw new Problem('usage', 'changes.none', { folder: root });
	return changes;
}

/**
 * Compares two runs of a case whose report folders are there. Writes nothing.
 *
 * @param to the newest where it is left out
 * @param now milliseconds: freezes lapse by the day
 * @throws Problem changes.run {run, reason, known}
 */
export async function changesOf(root: string, from: string, to: string | undefined, now: number): Promise<Changes> {
	const reports = join(root, 'reports');
	const [before, newest] = [from, to ?? (await latestRun(reports)) ?? ''];
	const known = (await readdir(reports).catch(() => [])).filter(isRunName).sort();
	const refuse = (run: string, reason: string) =>
		new Problem('usage', 'changes.run', { folder: root, run, reason, known: known.join(', ') });
	for (const run of [before, newest]) if (!known.includes(run)) throw refuse(run, 'missing');
	const after = await readSide(reports, newest).catch((cause: unknown) => {
		throw cause instanceof UnusableRun ? refuse(newest, cause.reason) : cause;
	});
	const today = formatDay(now, after.findings.case.offsetMinutes);
	const { changes } = await compareRuns({ reports, before, beforeToday: undefined, after, today });
	const unusable = changes.alarms.find(({ code }) => code === 'base-unusable');
	if (unusable) throw refuse(before, String(unusable.facts.reason));
	return changes;
}
