import { styleText } from 'node:util';
import type { Facts } from '../../ledger/problem.ts';
import type { CaseHealth } from '../../run/health/case-health.ts';
import type { Remark } from '../../run/health/judge.ts';
import type { RunEntry } from '../../run/journal/entry.ts';
import type { Words } from '../messages/words.ts';
import { fields } from '../table.ts';
import { localTime } from './local-time.ts';

/** How a case is: a line that says whether somebody must look, when it ran and runs, and what there is to say. */
export function printHealth(health: CaseHealth, words: Words, colour: boolean): string {
	const { folder, healthy, remarks, last, succeeded, next } = health;
	const mark = words.say(healthy ? 'status.well' : 'status.look');
	const shown = colour ? styleText(healthy ? 'green' : 'red', mark) : mark;
	const name = health.case === '' ? folder : `${health.case} (${folder})`;
	const never = words.say('status.never');
	const times = fields([
		[words.say('status.last'), last === undefined ? never : runText(last, words)],
		[words.say('status.succeeded'), succeeded === undefined ? never : localTime(succeeded)],
		[words.say('status.next'), next === undefined ? words.say('status.no-schedule') : localTime(next)],
	]);
	const indented = times.replaceAll(/^/gm, '  ');
	return [`${shown}  ${name}`, indented, ...remarks.map((remark) => `  ${remarkText(remark, last, words)}`)].join('\n');
}

/** The same for a machine, with the sentences. */
export function healthJson(cases: readonly CaseHealth[], words: Words): unknown {
	return {
		healthy: cases.every(({ healthy }) => healthy),
		cases: cases.map(({ remarks, last, succeeded, next, ...rest }) => ({
			...rest,
			last,
			succeeded: succeeded === undefined ? null : new Date(succeeded).toISOString(),
			next: next === undefined ? null : new Date(next).toISOString(),
			remarks: remarks.map((remark) => ({ ...remark, message: remarkText(remark, last, words) })),
		})),
	};
}

function runText({ started, outcome, exit }: RunEntry, words: Words): string {
	const how = words.sayAny(`status.outcome.${outcome ?? 'running'}`);
	return `${localTime(started)}, ${how}${exit === undefined ? '' : ` (${exit})`}`;
}

function remarkText({ code, facts }: Remark, last: RunEntry | undefined, words: Words): string {
	const sentence = words.sayAny(code, { ...facts, ...localTimes(facts) });
	if (code !== 'status.failed' || last?.problem === undefined) return sentence;
	return `${sentence} ${words.sayAny(last.problem.code, { what: '', ...last.problem.facts })}`;
}

function localTimes(facts: Facts): Facts {
	const times = Object.entries(facts).filter(([name, value]) => /^(since|due|started)$/.test(name) && value !== '');
	return Object.fromEntries(times.map(([name, value]) => [name, localTime(Date.parse(String(value)))]));
}
