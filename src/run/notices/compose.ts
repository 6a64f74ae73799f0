import type { Changes } from '../../findings/changes/schema.ts';
import type { Facts } from '../../ledger/problem.ts';
import { type Because, NOTICE_SCHEMA, type Notice, type NoticeRun } from '../../reports/notices/notice.ts';
import type { RunEntry } from '../journal/entry.ts';
import { defined } from '../settings.ts';
import type { NoticesFile } from './notice-file.ts';

/** What a run has to tell. */
export interface Told {
	/** Of the run, ended. */
	readonly entry: RunEntry;
	/** Entries of runs before it that were found broken. */
	readonly broken: readonly RunEntry[];
	/** Against the run that was last reported; absent where the run failed. */
	readonly changes?: Changes;
}

/** People with changed figures that a notice lists, and people who came or went. */
const MOST_PEOPLE = 200;

/**
 * What of a run `case.yaml` wants somebody to be told for. `failed` is also a run on schedule that somebody or a limit
 * stopped, and one before it that left no word; whoever stops a run by hand knows it. An alarm that stood in the report
 * before is not told of every night.
 */
export function becauseOf(on: NoticesFile['on'], { entry, broken, changes }: Told): Because[] {
	const stopped = entry.outcome === 'stopped' && entry.trigger === 'schedule';
	const holds: Record<NoticesFile['on'][number], boolean> = {
		changed: changes?.changed ?? false,
		alarm: changes?.alarms.some(({ fresh }) => fresh) ?? false,
		failed: entry.outcome === 'failed' || stopped || broken.length > 0,
		always: true,
	};
	const wanted = (['failed', 'alarm', 'changed', 'always'] as const).filter((one) => on.includes(one) && holds[one]);
	return wanted.length > 1 ? wanted.filter((one) => one !== 'always') : wanted;
}

const TYPES: Readonly<Record<Because, Notice['type']>> = {
	failed: 'run.failed',
	alarm: 'run.alarm',
	changed: 'run.changed',
	always: 'run.done',
};

/**
 * The notice of a run.
 *
 * @param because not empty, the gravest first
 * @param now milliseconds
 */
export function noticeOf(
	caseName: string,
	detail: NoticesFile['detail'],
	because: readonly [Because, ...Because[]],
	{ entry, broken, changes }: Told,
	now: number,
): Notice {
	const people = detail === 'people';
	// The journal counts both together.
	const changed = changes?.counts ?? {};
	const run = (one: RunEntry) => runOf(one, people);
	return {
		type: TYPES[because[0]],
		timestamp: utc(now),
		data: {
			schema: NOTICE_SCHEMA,
			case: caseName,
			because: [...because],
			program: entry.program,
			run: run(entry),
			broken: broken.map(run),
			counts: Object.fromEntries(Object.entries(entry.counts ?? {}).filter(([name]) => !Object.hasOwn(changed, name))),
			...defined('changes', changes && { ...changes.counts }),
			alarms: (changes?.alarms ?? []).map(({ code, fresh, facts }) => ({ code, fresh, ...(people ? { facts } : {}) })),
			...defined('people', people && changes ? peopleOf(changes.people) : undefined),
		},
	};
}

function runOf(entry: RunEntry, people: boolean): NoticeRun {
	const { id, outcome = 'broken', trigger, started, ended, exit, problem } = entry;
	return {
		id,
		outcome,
		trigger,
		started: utc(started),
		...defined('ended', ended === undefined ? undefined : utc(ended)),
		...defined('exit', exit),
		...defined('problem', problem?.code),
		...defined('facts', people && problem ? printable(problem.facts) : undefined),
	};
}

function peopleOf({ come, gone, changed }: Changes['people']): Notice['data']['people'] {
	const lists = { come, gone, changed };
	const more = Object.values(lists).reduce((sum, list) => sum + Math.max(0, list.length - MOST_PEOPLE), 0);
	return {
		come: come.slice(0, MOST_PEOPLE),
		gone: gone.slice(0, MOST_PEOPLE),
		changed: changed.slice(0, MOST_PEOPLE),
		more,
	};
}

function printable(facts: Facts): Record<string, string | number> {
	return Object.fromEntries(
		Object.entries(facts).map(([name, value]) => [name, typeof value === 'boolean' ? String(value) : value]),
	);
}

const utc = (instant: number) => new Date(instant).toISOString();
