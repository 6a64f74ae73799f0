import test from 'ava';
import { metricsText } from '../../../src/run/log/metrics.ts';

const START = Date.UTC(2023, 2, 6);

test('the figures of a run in the text format of Prometheus, to the byte', (t) => {
	const text = metricsText({
		case: '小案 "甲"\\\n',
		entry: {
			id: 'one',
			started: START + 90_500,
			ended: START + 120_000,
			due: START,
			outcome: 'incomplete',
			exit: 1,
			trigger: 'schedule',
			program: 'liuxiang 0.1.0',
			counts: { files: 6 },
			timings: { read: 1500 },
			memory: 1024,
		},
		succeeded: START + 120_000,
		notices: { pending: 2, dead: 0 },
	});
	const label = 'case="小案 \\"甲\\"\\\\\\n"';
	const values = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
	t.deepEqual(values, [
		`liuxiang_build_info{${label},program="liuxiang 0.1.0"} 1`,
		`liuxiang_run_started_timestamp_seconds{${label}} 1678060890.5`,
		`liuxiang_run_ended_timestamp_seconds{${label}} 1678060920`,
		`liuxiang_run_succeeded_timestamp_seconds{${label}} 1678060920`,
		`liuxiang_run_duration_seconds{${label}} 29.5`,
		`liuxiang_run_late_seconds{${label}} 90.5`,
		`liuxiang_run_exit_code{${label}} 1`,
		`liuxiang_run_outcome{${label},outcome="done"} 0`,
		`liuxiang_run_outcome{${label},outcome="incomplete"} 1`,
		`liuxiang_run_outcome{${label},outcome="failed"} 0`,
		`liuxiang_run_outcome{${label},outcome="stopped"} 0`,
		`liuxiang_run_outcome{${label},outcome="broken"} 0`,
		`liuxiang_run_memory_bytes{${label}} 1024`,
		`liuxiang_run_step_seconds{${label},step="read"} 1.5`,
		`liuxiang_run_count{${label},what="files"} 6`,
		`liuxiang_notices_pending{${label}} 2`,
		`liuxiang_notices_dead{${label}} 0`,
	]);
	// Every line is one that the format has: a sample, or HELP and TYPE once before the samples of a name.
	for (const line of text.trimEnd().split('\n'))
		t.regex(
			line,
			/^(# HELP liuxiang_\w+ [^\n]+|# TYPE liuxiang_\w+ gauge|liuxiang_\w+\{(\w+="([^"\\\n]|\\["\\n])*",?)+\} -?[\d.e+-]+)$/,
		);
	const typed = [...text.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name);
	t.is(new Set(typed).size, typed.length);
});

test('what is not known has no line', (t) => {
	const text = metricsText({
		case: 'x',
		entry: { id: 'one', started: START, trigger: 'hand', program: 'liuxiang 0.1.0' },
		notices: { pending: 0, dead: 0 },
	});
	t.notRegex(text, /late|duration|memory|succeeded|undefined|NaN/);
});
