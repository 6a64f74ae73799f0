import test from 'ava';
import { type CaseState, remarksOn } from '../../../src/run/health/judge.ts';
import type { Outcome, RunEntry } from '../../../src/run/journal/entry.ts';
import type { Owner } from '../../../src/run/lock/owner.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2023, 2, 6, 8);
const NIGHT = Date.UTC(2023, 2, 6, 2);

const entry = (started: number, outcome?: Outcome, more: Partial<RunEntry> = {}): RunEntry => ({
	id: String(started),
	started,
	trigger: 'schedule',
	program: 'p',
	...(outcome === undefined || outcome === 'broken' ? {} : { ended: started + HOUR / 2 }),
	...(outcome === undefined ? {} : { outcome }),
	...more,
});

const state = (more: Partial<CaseState>): CaseState => ({
	runs: [entry(NIGHT, 'done')],
	ownerGone: false,
	timeLimit: 4 * HOUR,
	reportThere: true,
	notices: { pending: 0, dead: 0 },
	alarms: 0,
	alarmCodes: [],
	...more,
});

const owner: Owner = { pid: 41, started: '', boot: '', host: 'alpha', command: 'run', since: NOW - HOUR, nonce: 'n' };

const table: readonly (readonly [title: string, Partial<CaseState>, serious: string[], others: string[]])[] = [
	['a night that went well', {}, [], []],
	['gaps in evidence are told and are no trouble', { runs: [entry(NIGHT, 'incomplete')] }, [], ['status.incomplete']],
	['a run that failed', { runs: [entry(NIGHT, 'failed', { exit: 5 })] }, ['status.failed'], []],
	['a run that was stopped', { runs: [entry(NIGHT, 'stopped')] }, ['status.stopped'], []],
	['a run that was killed, and closed since', { runs: [entry(NIGHT, 'broken')] }, ['status.broken'], []],
	['a run that was killed, which nobody closed', { runs: [entry(NIGHT)] }, ['status.broken'], []],
	[
		'a run that was killed with its lock left',
		{ runs: [entry(NIGHT)], owner, ownerGone: true },
		['status.broken'],
		['status.lock-left'],
	],
	[
		'while a run is at work, the one before it counts',
		{ runs: [entry(NIGHT, 'failed'), entry(NOW - HOUR)], owner },
		['status.failed'],
		['status.at-work'],
	],
	['a run at work for too long', { owner: { ...owner, since: NOW - 5 * HOUR } }, ['status.too-long'], []],
	['a time that passed and was served', { due: NIGHT, served: NIGHT }, [], []],
	['a time that passed, and nobody watched', { due: NIGHT, served: NIGHT - HOUR }, ['status.overdue'], []],
	['a time that passed and may still be waiting', { due: NOW - HOUR, served: NIGHT }, [], []],
	['a time that passed, and a run is at work', { due: NIGHT, served: 0, owner }, [], ['status.at-work']],
	['a case that was never run', { runs: [] }, [], ['status.never-run']],
	['a report that somebody took away', { reportThere: false }, ['status.no-report'], []],
	['alarms', { alarms: 2, alarmCodes: ['file-altered'] }, ['status.alarms'], []],
	[
		'notices that wait, and those given up',
		{ notices: { pending: 1, dead: 2 } },
		['status.notices-dead'],
		['status.notices-pending'],
	],
];

for (const [title, more, serious, others] of table)
	test(title, (t) => {
		const remarks = remarksOn(state(more), NOW);
		const codes = (wanted: boolean) => remarks.filter((one) => one.serious === wanted).map(({ code }) => code);
		t.deepEqual(codes(true), serious);
		t.deepEqual(codes(false), others);
	});

test('a run that failed is told with when results were made last', (t) => {
	const runs = [entry(NIGHT - 24 * HOUR, 'done'), entry(NIGHT, 'failed', { exit: 5 })];
	t.like(remarksOn(state({ runs }), NOW)[0]?.facts, { exit: 5, since: '2023-03-05T02:30:00.000Z' });
});
