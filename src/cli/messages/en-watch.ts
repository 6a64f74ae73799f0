import type { Sentence } from './words.ts';

/** `watch`: help, and what happens while it watches. */
export const watch = {
	'watch.purpose': () =>
		'Run cases when their schedule says so, each in a process of its own with limits; goes on until it is stopped',
	'watch.folders': () => 'Case folders, or folders in which case folders lie',
	'watch.once': () => 'Run what is due now, then end with the worst exit code: for cron and systemd timers',
	'watch.all': () => 'With --once: run every case, due or not',
	'watch.workers': () => 'Runs at a time; as many as the machine has cores where it is left out',
	'watch.example': () => 'every case below this folder, by the schedule in its case.yaml',
	'watch.example-once': () => 'what is due, then end: a line for cron',
	'watch.example-all': () => 'all cases one after another, two at a time',
	'watch.workers-form': (f) => `--workers ${f.workers}: a whole number from 1 on is needed.`,
	'watch.all-form': () => '--all goes with --once: without it each case is run when its schedule says so.',
	'watch.nothing': (f) =>
		`There is nothing to watch in "${f.folders}": no folder with a case.yaml that has a schedule. Name a case folder or a folder of case folders, and write schedule: { cron: "0 2 * * *" } into case.yaml.`,
	'watch.case': (f) => `"${f.folder}" is watched. Next run: ${f.next === '' ? 'none any more' : f.next}.`,
	'watch.unscheduled': (f) => `"${f.folder}" has no schedule in its case.yaml and is not run.`,
	'watch.gone': (f) => `"${f.folder}" is not there any more and is no longer watched.`,
	'watch.unread': (f) =>
		`"${f.folder}" cannot be taken up (${f.problem}); the other cases go on. See liuxiang doctor "${f.folder}"; it is taken up as soon as that is mended.`,
	'watch.missed-runs': (f) => `"${f.folder}" was due at ${f.due}, and nobody was free to run it: it runs now.`,
	'watch.missed-skips': (f) =>
		`"${f.folder}" was due at ${f.due}, and nobody was free to run it: its schedule says to wait for the next time.`,
	'watch.started': (f) => `"${f.folder}" began. It was due at ${f.due}: ${f.waited} s ago; ${f.late} s after its slot.`,
	'watch.ended': (f) =>
		`"${f.folder}" ended with exit code ${f.exit} after ${f.took} s, ${f.megabytes} MB at the highest.${f.problem === '' ? '' : ` (${f.problem})`}`,
	'watch.failed': (f) =>
		`"${f.folder}" failed with exit code ${f.exit} (${f.problem === '' ? 'no word' : f.problem}) after ${f.took} s, ${f.megabytes} MB at the highest. See liuxiang status "${f.folder}"; it is run again when it is due.`,
	'watch.over-time': (f) =>
		`"${f.folder}" was ended after ${f.took} s: time_limit in its case.yaml (exit code ${f.exit}, ${f.megabytes} MB${f.problem === '' ? '' : `, ${f.problem}`}). The next run goes on where it was.`,
	'watch.over-memory': (f) =>
		`"${f.folder}" was ended at ${f.megabytes} MB after ${f.took} s: memory_limit in its case.yaml (exit code ${f.exit}${f.problem === '' ? '' : `, ${f.problem}`}). The next run goes on where it was.`,
	'watch.held-up': (f) =>
		`"${f.folder}" is held by somebody else at work on it; it is tried again until they are done.`,
	'watch.served': (f) => `"${f.folder}" was due at ${f.due}; another process ran it meanwhile.`,
	'watch.trouble': (f) =>
		`"${f.folder}": what became of its run could not be noted (${f.text}). The other cases go on.`,
	'watch.stopping': (f) => `Stopping. Runs told to end: ${f.running}.`,
	'watch.column-case': () => 'case',
	'watch.column-exit': () => 'exit',
	'watch.column-waited': () => 'waited',
	'watch.column-took': () => 'took',
	'watch.column-memory': () => 'memory',
	'watch.column-problem': () => 'problem',
	'watch.none-due': () => 'Nothing is due.',
	'run.time-limit': (f) =>
		`The run was ended after ${f.seconds} s: time_limit in case.yaml. Raise it, or give the case less to do.`,
	'run.memory-limit': (f) =>
		`The run was ended when it took more than ${f.megabytes} MB: memory_limit in case.yaml. Raise it, if the machine has more.`,
	'run.killed': (f) =>
		`The run was killed from outside (${f.signal}): by a person, or by the system because memory ran out.`,
	'run.no-word': (f) => `The run ended with exit code ${f.exit} and without a word.`,
} satisfies Record<string, Sentence>;
