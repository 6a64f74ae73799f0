import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkCase } from '../case-folder.ts';
import { millisecondsOf } from '../durations.ts';
import { readJournal } from '../journal/journal.ts';
import type { Plan } from './board.ts';
import { bytesOf } from './limits.ts';
import { isAhead, type Past, pastOf } from './past.ts';
import { type Times, timesOf } from './times.ts';

/** A case folder as `watch` sees it. */
export interface WatchedCase {
	/** Absent where `case.yaml` has no schedule. */
	readonly times?: Times;
	readonly plan: Omit<Plan, 'times'>;
	readonly limits: Limits;
	/** Up to when the times of its schedule are done with; where no run tells, since when it has a schedule at all. */
	readonly since: number;
}

/** What a run may take. Milliseconds, bytes. */
export interface Limits {
	readonly time: number;
	readonly memory: number;
}

const CASE_FILE = 'case.yaml';
/** Of a case that never ran nobody knows how long it takes: about as long as many do. */
const UNKNOWN_MS = 10 * 60_000;
/** A run takes as much before it has read a row. */
const LEAST_MEMORY = bytesOf('256MB');
const UNLIMITED = { missed: 'run', time_limit: '4h', memory_limit: '4GB' } as const;

/** The case folders among some folders and right below them, each once. What is not there is no case yet. */
export async function caseFoldersIn(folders: readonly string[]): Promise<string[]> {
	const found = new Map<string, string>();
	for (const folder of folders) {
		const candidates = (await signatureOf(folder)) ? [folder] : await foldersBelow(folder);
		for (const one of candidates)
			if (!found.has(resolve(one)) && (await signatureOf(one))) found.set(resolve(one), one);
	}
	return [...found.values()];
}

/** Whether one of the folders is no case itself, so that cases may appear in it. */
export async function hasFolderOfCases(folders: readonly string[]): Promise<boolean> {
	for (const folder of folders) {
		const there = await stat(folder).catch(() => undefined);
		if (there?.isDirectory() && !(await signatureOf(folder))) return true;
	}
	return false;
}

/** Tells one state of the case's file from another; undefined where there is none. */
export async function signatureOf(folder: string): Promise<string | undefined> {
	const file = await stat(join(folder, CASE_FILE)).catch(() => undefined);
	return file?.isFile() ? `${file.mtimeMs} ${file.size} ${file.ino}` : undefined;
}

/**
 * Reads what concerns the schedule of a case, and nothing else of it.
 *
 * @param now milliseconds
 * @throws Problem case.syntax, case.field; Error of the file system
 */
export async function readWatched(folder: string, now: number): Promise<WatchedCase> {
	const path = join(folder, CASE_FILE);
	const file = checkCase(await readFile(path, 'utf8'), path);
	const past = pastOf(await readJournal(folder), now);
	const { schedule } = file;
	const { missed, time_limit, memory_limit } = schedule ?? UNLIMITED;
	const limits = { time: millisecondsOf(time_limit), memory: bytesOf(memory_limit) };
	const { mtimeMs } = await stat(path);
	return {
		...(schedule ? { times: timesOf(schedule.cron, schedule.timezone ?? file.timezone) } : {}),
		plan: { missed, ...needOf(past, limits) },
		limits,
		since: past.served ?? (isAhead(mtimeMs, now) ? Number.NEGATIVE_INFINITY : mtimeMs),
	};
}

/** What a run will need: as long as the last one, and a quarter more memory; of one that was never seen all that it may take. */
export function needOf({ took, memory }: Past, limits: Limits): Pick<Plan, 'expected' | 'memory'> {
	const needed = memory === undefined ? limits.memory : Math.max(LEAST_MEMORY, Math.round(memory * 1.25));
	return { expected: took ?? UNKNOWN_MS, memory: Math.min(limits.memory, needed) };
}

/** Folders whose name begins with a dot are being made, or somebody's own. */
async function foldersBelow(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
	return entries
		.filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && !entry.name.startsWith('.'))
		.map(({ name }) => join(folder, name))
		.sort();
}
