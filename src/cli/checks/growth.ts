import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseFolder } from '../../run/case-folder.ts';
import { latestRun } from '../../run/report-folder.ts';
import type { CheckResult } from './check.ts';

/** Runs that the disk must have room for: a month of nights. */
const RUNS_MIN = 30;

/** For how many more runs of a scheduled case the disk has room, each as large as its last one; nothing where none ran yet. */
export async function checkGrowth({ root, reports, file }: CaseFolder): Promise<readonly CheckResult[]> {
	if (!file.schedule || file.schedule.keep_runs !== undefined) return [];
	const latest = await latestRun(reports);
	if (latest === undefined) return [];
	const bytes = await sizeOf(join(reports, latest));
	if (bytes === 0) return [];
	const { bavail, bsize } = await statfs(root);
	const runs = Math.floor((bavail * bsize) / bytes);
	const facts = { runs, megabytes: (bytes / 1024 ** 2).toFixed(1) };
	return [{ ok: runs >= RUNS_MIN, code: runs >= RUNS_MIN ? 'doctor.growth' : 'doctor.growth-short', facts }];
}

async function sizeOf(folder: string): Promise<number> {
	let bytes = 0;
	for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []))
		if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
	return bytes;
}
