import { join } from 'node:path';
import type { Outcome, RunEntry } from '../journal/entry.ts';
import { LOG_FOLDER } from '../journal/journal.ts';
import { replaceFile } from '../replace-file.ts';

const FILE = 'metrics.prom';

export interface Told {
	/** Name of the case, by which its series are told apart. */
	readonly case: string;
	readonly entry: RunEntry;
	/** When a run last came to its end, in milliseconds; absent where none ever did. */
	readonly succeeded?: number;
	readonly notices: { readonly pending: number; readonly dead: number };
}

const OUTCOMES: readonly Outcome[] = ['done', 'incomplete', 'failed', 'stopped', 'broken'];

type Labels = Readonly<Record<string, string>>;
type Sample = readonly [labels: Labels, value: number | undefined];

/**
 * The last run of a case for Prometheus, in its text format 0.0.4
 * (https://prometheus.io/docs/instrumenting/exposition_formats/). Times in seconds, as its conventions have them. No name but that of
 * the case.
 */
export function metricsText({ case: name, entry, succeeded, notices }: Told): string {
	const { started, ended, due, exit, outcome, memory, counts = {}, timings = {}, program } = entry;
	const metric = (metricName: string, help: string, samples: readonly Sample[]): string => {
		const lines = samples.flatMap(([labels, value]) =>
			value === undefined ? [] : [`liuxiang_${metricName}${labelText({ case: name, ...labels })} ${value}\n`],
		);
		if (lines.length === 0) return '';
		return `# HELP liuxiang_${metricName} ${help}\n# TYPE liuxiang_${metricName} gauge\n${lines.join('')}`;
	};
	const each = (label: string, values: Readonly<Record<string, number>>, unit = 1): Sample[] =>
		Object.entries(values).map(([key, value]) => [{ [label]: key }, value / unit]);
	const one = (value: number | undefined): Sample[] => [[{}, value]];
	const seconds = (ms: number | undefined) => (ms === undefined ? undefined : ms / 1000);
	return [
		metric('build_info', 'Program that ran the case; always 1.', [[{ program }, 1]]),
		metric('run_started_timestamp_seconds', 'When the last run began.', one(seconds(started))),
		metric('run_ended_timestamp_seconds', 'When the last run ended.', one(seconds(ended))),
		metric('run_succeeded_timestamp_seconds', 'When a run last came to its end.', one(seconds(succeeded))),
		metric(
			'run_duration_seconds',
			'How long the last run took.',
			one(ended === undefined ? undefined : (ended - started) / 1000),
		),
		metric(
			'run_late_seconds',
			'How long after its time the last run began.',
			one(due === undefined ? undefined : Math.max(0, started - due) / 1000),
		),
		metric('run_exit_code', 'Exit code of the last run.', one(exit)),
		metric(
			'run_outcome',
			'1 for the outcome of the last run.',
			OUTCOMES.map((each): Sample => [{ outcome: each }, each === outcome ? 1 : 0]),
		),
		metric('run_memory_bytes', 'Resident memory of the last run at its highest.', one(memory)),
		metric('run_step_seconds', 'Time that each step of the last run took.', each('step', timings, 1000)),
		metric('run_count', 'What the last run counted.', each('what', counts)),
		metric('notices_pending', 'Notices that are not delivered yet.', one(notices.pending)),
		metric('notices_dead', 'Notices that were given up.', one(notices.dead)),
	].join('');
}

/** Writes the text to `log/metrics.prom`; a reader never sees half of it. */
export async function writeMetrics(root: string, text: string): Promise<void> {
	await replaceFile(join(root, LOG_FOLDER, FILE), text);
}

function labelText(labels: Labels): string {
	const escaped = (value: string) => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
	return `{${Object.entries(labels)
		.map(([key, value]) => `${key}="${escaped(value)}"`)
		.join(',')}}`;
}
