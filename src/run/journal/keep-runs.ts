import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunName, latestRun } from '../report-folder.ts';
import { readJournal } from './journal.ts';

/**
 * Removes the oldest report folders of a case, all but so many. What else a person put there stays, and so do the last one and
 * those that are named, whatever their age. A folder loses its name first, so that what is left of it after a crash is taken
 * for no run.
 *
 * @param keep how many stay
 * @param named folders that something else rests on
 * @returns names of those removed
 */
export async function keepRuns(root: string, keep: number, named: readonly string[]): Promise<string[]> {
	const reports = join(root, 'reports');
	const latest = await latestRun(reports);
	const used = await usedLast(root);
	const found = (await readdir(reports).catch(() => [])).filter(isRunName);
	const aged = await Promise.all(
		found.map(async (name) => ({ name, used: used.indexOf(name), at: (await stat(join(reports, name))).mtimeMs })),
	);
	// The journal's order first: a clock that was put back must not make the newest the oldest.
	aged.sort((a, b) => a.used - b.used || a.at - b.at || (a.name < b.name ? -1 : 1));
	const staying = new Set([...named, latest]);
	const removed = aged
		.slice(0, Math.max(0, aged.length - keep))
		.flatMap(({ name }) => (staying.has(name) ? [] : [name]));
	for (const name of removed) {
		const part = join(reports, `.${name}.part`);
		await rename(join(reports, name), part);
		await rm(part, { recursive: true, force: true });
	}
	return removed;
}

/** Names of report folders in the order in which runs last came to them. */
async function usedLast(root: string): Promise<string[]> {
	const runs = (await readJournal(root)).flatMap(({ run }) => (run === undefined ? [] : [run]));
	return [...new Set(runs.reverse())].reverse();
}
