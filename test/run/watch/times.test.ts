import test from 'ava';
import { checkCase } from '../../../src/run/case-folder.ts';
import { timesOf } from '../../../src/run/watch/times.ts';

const at = (text: string) => Date.parse(text);

test('a night in Beijing is an afternoon in UTC, by offset and by name', (t) => {
	for (const zone of ['+08:00', 'Asia/Shanghai']) {
		const { next, last } = timesOf('0 2 * * *', zone);
		t.is(next(at('2026-03-27T17:59:59Z')), at('2026-03-27T18:00:00Z'), zone);
		t.is(next(at('2026-03-27T18:00:00Z')), at('2026-03-28T18:00:00Z'), zone);
		t.is(last(at('2026-03-27T18:00:00Z')), at('2026-03-27T18:00:00Z'), zone);
		t.is(last(at('2026-03-27T17:59:59.999Z')), at('2026-03-26T18:00:00Z'), zone);
	}
	t.is(timesOf('30 2 * * *', '-09:30').next(at('2026-01-01T00:00:00Z')), at('2026-01-01T12:00:00Z'));
});

/** Berlin goes from 2 to 3 o'clock on 2026-03-29 (at 01:00 UTC) and from 3 to 2 on 2026-10-25 (at 01:00 UTC). */
test('a time in the hour that is left out comes right after it, and one in the hour that comes twice comes once', (t) => {
	for (const cron of ['30 2 * * *', '30 2,2 * * *']) {
		const { next, last } = timesOf(cron, 'Europe/Berlin');
		t.is(next(at('2026-03-28T12:00:00Z')), at('2026-03-29T01:00:00Z'));
		t.is(last(at('2026-03-29T12:00:00Z')), at('2026-03-29T01:00:00Z'));
		t.is(next(at('2026-03-29T01:00:00Z')), at('2026-03-30T00:30:00Z'));
		t.is(next(at('2026-10-24T12:00:00Z')), at('2026-10-25T00:30:00Z'));
		t.is(next(at('2026-10-25T00:30:00Z')), at('2026-10-26T01:30:00Z'));
		t.is(last(at('2026-10-25T12:00:00Z')), at('2026-10-25T00:30:00Z'));
	}
	const half = timesOf('*/30 * * * *', 'Europe/Berlin');
	for (let now = at('2026-10-24T23:00:00Z'); now < at('2026-10-25T04:00:00Z'); now += 1_800_000)
		t.is(half.next(now), now + 1_800_000);
});

test('next and last agree, minute by minute through a change of the clocks', (t) => {
	const { next, last } = timesOf('15 1-3 * * *', 'Europe/Berlin');
	for (const day of ['2026-03-28T22:00:00Z', '2026-10-24T22:00:00Z'])
		for (let minute = 0; minute < 360; minute += 7) {
			const now = at(day) + minute * 60_000;
			const coming = next(now) ?? 0;
			t.true(coming > now);
			t.is(last(coming), coming);
			t.true((last(coming - 1) ?? 0) <= now, new Date(now).toISOString());
		}
});

const refused: readonly (readonly [schedule: string, path: string])[] = [
	['{ cron: "x" }', 'schedule.cron'],
	['{ cron: "0 25 * * *" }', 'schedule.cron'],
	['{ cron: "0 0 30 2 *" }', 'schedule.cron'],
	['{ cron: "2027-01-01T00:00:00Z" }', 'schedule.cron'],
	['{ cron: "? 2 * * *" }', 'schedule.cron'],
	['{ cron: "0 2 * * * * *" }', 'schedule.cron'],
	['{ cron: "@reboot" }', 'schedule.cron'],
	['{ cron: "0 2 * * *", timezone: Asia/Peking }', 'schedule.timezone'],
	['{ cron: "0 2 * * *", time_limit: 0s }', 'schedule.time_limit'],
	['{ cron: "0 2 * * *", time_limit: 9999h }', 'schedule.time_limit'],
	['{ cron: "0 2 * * *", memory_limit: 1MB }', 'schedule.memory_limit'],
];
for (const [schedule, path] of refused) {
	test(`schedule ${schedule} is refused, and the message names ${path}`, (t) => {
		const error = t.throws(() => checkCase(`version: 1\nname: x\nschedule: ${schedule}\n`, 'case.yaml'));
		t.like(error, { code: 'case.field', facts: { line: 3, path } });
	});
}

test('a schedule is read as it is meant', (t) => {
	const read = (schedule: string) => checkCase(`version: 1\nname: x\nschedule: ${schedule}\n`, 'case.yaml').schedule;
	t.deepEqual(read('{ cron: "@daily" }'), { cron: '@daily', missed: 'run', time_limit: '4h', memory_limit: '4GB' });
	t.is(read('{ cron: "*/5 * * * * *", timezone: Asia/Urumqi }')?.timezone, 'Asia/Urumqi');
});
