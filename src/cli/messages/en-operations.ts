import type { Sentence } from './words.ts';

/** What is said of runs that nobody watches: locks, journal, health. */
export const operations = {
	'case.locked': (f) =>
		f.pid === 0
			? `Another process has just begun to work on the case "${f.folder}". Try again in a moment.`
			: `The case "${f.folder}" is being worked on by process ${f.pid} ("${f.command}", since ${f.since}). Wait until it has ended, or end that process, then try again. Nothing was changed.`,
	'case.locked-elsewhere': (f) =>
		`The case "${f.folder}" was locked on the machine "${f.host}" by process ${f.pid} ("${f.command}", since ${f.since}). Whether it still works cannot be seen from here: look there. If nobody works on it, delete "${f.file}" and try again. Nothing was changed.`,
	'case.lock-failed': (f) =>
		`The lock "${f.file}" cannot be written (${f.fault}). Check the folder's permissions and the room on the disk. Nothing was changed.`,
	'run.took-over': (f) =>
		`An earlier "${f.command}" (process ${f.pid}) ended without a word, by a crash or a power cut: its lock is taken over and the work goes on.`,
	'run.was-broken': (f) => `The run ${f.id} never ended: it is marked as broken in log/runs.jsonl.`,
	'run.stopping': () => 'Stopping at the next point where nothing is half done; once more ends the program at once.',
	'run.stopped': (f) =>
		`Stopped as asked (${f.signal}). What was read so far is kept, the last reports stand as they were: run again to go on.`,
} satisfies Readonly<Record<string, Sentence>>;
