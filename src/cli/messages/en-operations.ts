import type { Sentence } from './words.ts';

/** Of when the results are that lie there. */
function ofWhen(since: unknown): string {
	return since === '' ? 'not there yet' : `those of ${since}`;
}

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
	'status.purpose': () => 'Tell how cases are: last run, next run, who works on them, and whether somebody must look',
	'status.example': () => 'exit code 0: well; 1: somebody must look',
	'status.example-json': () => 'every case below a folder, for a program that watches machines',
	'status.well': () => 'WELL',
	'status.look': () => 'LOOK',
	'status.never': () => 'never',
	'status.last': () => 'last run',
	'status.succeeded': () => 'last that came to its end',
	'status.next': () => 'next run',
	'status.no-schedule': () => 'no schedule in case.yaml',
	'status.outcome.done': () => 'done',
	'status.outcome.incomplete': () => 'done, with gaps in the evidence or something to look at',
	'status.outcome.failed': () => 'failed',
	'status.outcome.stopped': () => 'stopped',
	'status.outcome.broken': () => 'broken off without a word',
	'status.outcome.running': () => 'begun',
	'status.incomplete': (f) =>
		`The last run came to its end; ${f.gaps} things were unreadable or incomplete (findings.json, "incomplete").`,
	'status.failed': (f) => `The last run failed (exit code ${f.exit}); results are ${ofWhen(f.since)}.`,
	'status.stopped': (f) =>
		`The last run was stopped before its end; results are ${ofWhen(f.since)}. The next one goes on.`,
	'status.broken': (f) =>
		`The last run (begun ${f.started}) broke off without a word: killed, out of memory, or a power cut; results are ${ofWhen(f.since)}. The next one goes on.`,
	'status.at-work': (f) => `Process ${f.pid} on ${f.host} works on the case ("${f.command}", since ${f.since}).`,
	'status.too-long': (f) =>
		`Process ${f.pid} on ${f.host} has worked on the case for longer than schedule.time_limit allows ("${f.command}", since ${f.since}). Look whether it still does something; end it if not.`,
	'status.lock-left': (f) =>
		`Process ${f.pid} ("${f.command}", since ${f.since}) left its lock when it ended without a word. Nothing is to be done: whatever comes next takes it over.`,
	'status.overdue': (f) =>
		`A run was due at ${f.due} and none began, longer ago than a run may take: is "liuxiang watch", or the timer, running?`,
	'status.never-run': () => 'The case was never run.',
	'status.no-report': () =>
		'The report folder of the last run is missing from reports/. Run again: the same evidence gives the same bytes.',
	'status.alarms': (f) =>
		`${f.alarms} alarms stand${f.codes === '' ? '' : ` (${f.codes})`}: read "liuxiang changes" and "liuxiang todo" of this case.`,
	'status.notices-dead': (f) =>
		`${f.dead} notices could not be delivered and were given up: they lie in notices/dead/ with their reasons.`,
	'status.notices-pending': (f) => `${f.pending} notices wait to be delivered; the next run tries again.`,
} satisfies Readonly<Record<string, Sentence>>;
