import test from 'ava';
import { CHINA_OFFSET_MINUTES, formatDay, formatTime, parseTime } from '../../src/ledger/time.ts';

const NOON_IN_CHINA = Date.UTC(2023, 7, 1, 4, 0, 5);

for (const text of [
	'2023-08-01 12:00:05',
	'2023/8/1 12:00:05',
	'20230801120005',
	'2023年8月1日 12:00:05',
	'2023-08-01T12:00:05',
]) {
	test(`reads ${text} as local time of China and keeps the text`, (t) => {
		t.deepEqual(parseTime(text, CHINA_OFFSET_MINUTES), { instant: NOON_IN_CHINA, text, precision: 'second' });
	});
}

for (const text of [
	'2023-08-01T04:00:05Z',
	'2023-08-01 12:00:05 +0800 CST',
	'2023-08-01T12:00:05+08:00',
	'2023-08-01 04:00:05 UTC',
]) {
	test(`a zone in ${text} beats the case's zone`, (t) => t.is(parseTime(text, -300)?.instant, NOON_IN_CHINA));
}

for (const text of [
	'2023-04-31 00:00:00',
	'2023-02-29',
	'2023-01-01 24:00:00',
	'2023-01-01 10:60:00',
	'2023-13-01',
	'yesterday',
	'',
	'1690862405',
]) {
	test(`"${text}" is no time`, (t) => t.is(parseTime(text, 0), undefined));
}

test('a coarser text says so, and stands for the start of its minute or day', (t) => {
	t.like(parseTime('2023-08-01 12:00', CHINA_OFFSET_MINUTES), { precision: 'minute', instant: NOON_IN_CHINA - 5000 });
	t.like(parseTime('20230801', CHINA_OFFSET_MINUTES), { precision: 'day', instant: Date.UTC(2023, 6, 31, 16) });
	t.like(parseTime('2023-08-01 12:00:05.250', CHINA_OFFSET_MINUTES), {
		precision: 'millisecond',
		instant: NOON_IN_CHINA + 250,
	});
});

test('prints an instant in the zone of the case', (t) => {
	t.is(formatTime(NOON_IN_CHINA, CHINA_OFFSET_MINUTES), '2023-08-01 12:00:05');
	t.is(formatDay(Date.UTC(2023, 6, 31, 16), CHINA_OFFSET_MINUTES), '2023-08-01');
});
