import test from 'ava';
import { reportedCount } from '../../src/sources/chat-reported.ts';

/** 2024-08-15 23:30 in China. */
const EVENING = Date.UTC(2024, 7, 15, 15, 30);

test('a report gives its count and its day', (t) => {
	const reports: [string, string, number][] = [
		['今日引流8人', '2024-08-15', 8],
		['引流：8', '2024-08-15', 8],
		['引流人数：8人。', '2024-08-15', 8],
		['8月15日 进群 12', '2024-08-15', 12],
		['8.14 进群12个', '2024-08-14', 12],
		['昨日进群5', '2024-08-14', 5],
		[' 拉新 3位 ', '2024-08-15', 3],
		['7月16日引流1人', '2024-07-16', 1],
	];
	for (const [text, day, count] of reports) t.deepEqual(reportedCount(text, EVENING, 480), { day, count }, text);
	t.is(reportedCount('引流：8', EVENING, 600)?.day, '2024-08-16');
});

test('a day without year is the last one before the message', (t) => {
	const newYear = Date.UTC(2025, 0, 2, 4);
	t.is(reportedCount('12月31日引流2人', newYear, 480)?.day, '2024-12-31');
});

test('what only looks like a report is none', (t) => {
	for (const text of [
		'进群8折',
		'8人吃饭',
		'今天8人',
		'今日引流8人，进群3人',
		'样乙今日引流8人',
		'引流8.5人',
		'引流8-10人',
		'引流-8人',
		'引流0人',
		'引流12345人',
		'引流',
		'明日引流8人',
		'2月30日引流8人',
		'8月20日引流8人',
		'3月1日引流8人',
		'进群 8 人民币',
		'今日引流8人\n今日引流9人',
	])
		t.is(reportedCount(text, EVENING, 480), undefined, text);
});
