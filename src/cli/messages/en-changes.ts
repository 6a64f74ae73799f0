import type { Sentence } from './words.ts';

/** What is said of change reports. */
export const changes = {
	'changes.purpose': () => 'What changed since the run last reported, or between two runs',
	'changes.example': () => 'The last report: alarms, transfers, figures, links, files, settings',
	'changes.example-html': () => 'The same as one page',
	'changes.example-from': () => 'Compare an earlier run with the newest; nothing is written',
	'changes.from': () => 'Run to compare with, by the name of its report folder',
	'changes.to': () => 'Run that is compared with it; the newest where it is left out',
	'changes.as': () => 'How it is printed (--json prints the whole report as one object)',
	'changes.none': (f) =>
		`Nothing was reported of the case in "${f.folder}" yet: its first "liuxiang run" writes the first report, every run that finds changes the next.`,
	'changes.run': (f) =>
		`The run "${f.run}" cannot be compared: ${{ missing: 'no whole report folder of that name is there', altered: 'its report folder was altered', older: 'another version of the program wrote it in another layout' }[String(f.reason)] ?? f.reason}. Runs of "${f.folder}": ${f.known === '' ? 'none' : f.known}.`,
	'changes.to-alone': () => 'Say with --from which run is to be compared.',
	'run.fail-on-change': () => 'Exit code 1 where anything changed since the last report, for schedulers',
	'run.example-fail-on-change': () => 'For a scheduler: exit code 1 where anything changed',
	'summary.changes': () => 'Changes',
	'summary.changes-first': () => 'first run, nothing to compare with',
	'summary.changes-none': () => 'none since the last report',
	'summary.changes-some': (f) => `${f.kinds}; see ${f.folder}`,
	'summary.changes-alarms': (f) => `${f.fresh} new alarms, ${f.standing} that still stand (liuxiang changes)`,
} satisfies Readonly<Record<string, Sentence>>;
