import test from 'ava';
import { mappedSource, mappedSources } from '../../src/sources/mapped.ts';
import { minutesOf, minutesOfHours, secondsOf } from '../../src/sources/mapped-duration.ts';
import type { Mapping } from '../../src/sources/mapping.ts';
import { sourceContract } from './contract.ts';
import { type Columns, hintsWith, mapping } from './mappings.ts';
import { faults, readLines } from './written.ts';

const calls = mapping(
	'calls',
	['任务编号', '工号', '被叫号码', '呼叫开始', '通话时长'],
	{
		caller: '工号',
		callee: '被叫号码',
		time: '呼叫开始',
		seconds: '通话时长',
		status: '接通状态',
		task: '任务编号',
		group: '坐席组',
	},
	{ yields: 'calls', network: 'seat' },
);
const hours = mapping(
	'hours',
	['考勤日', '坐席', '在岗时长'],
	{ worker: '坐席', day: '考勤日', hours: '在岗时长' },
	{ yields: 'attendance', network: 'seat' },
);
const punches = mapping(
	'punches',
	['姓名', '打卡日', '上班', '下班'],
	{ worker: '姓名', day: '打卡日', start: '上班', end: '下班' },
	{ yields: 'attendance' },
);
const checks = mapping(
	'checks',
	['质检时间', '质检员', '被检工号', '质检结果'],
	{ inspector: '质检员', worker: '被检工号', time: '质检时间', result: '质检结果' },
	{ yields: 'checks', network: 'seat' },
);

for (const [one, folder] of [
	[calls, 'mapped-calls'],
	[hours, 'mapped-attendance'],
	[punches, 'mapped-punches'],
	[checks, 'mapped-checks'],
] as const) {
	sourceContract(test, mappedSource(one), `datasets/samples/${folder}`, { hints: hintsWith(one) });
}

const CALLS = '任务编号,工号,被叫号码,呼叫开始,通话时长,接通状态,x';

test('talk is read in every spelling, and never guessed', (t) => {
	const read = ['125', '125秒', '125.0', '00:02:05', '2:05', '2分5秒', '2分钟5秒', '0', '1小时', '1:00:00'].map(
		secondsOf,
	);
	t.deepEqual(read, [125, 125, 125, 125, 125, 125, 125, 0, 3600, 3600]);
	for (const text of ['', '-5', '12.5', '1:75', '1:61:00', '1E+2', '86401', '24:00:01', '约2分', '２'])
		t.is(secondsOf(text), undefined, text);
});

test('hours are whole minutes or nothing', (t) => {
	const read = ['7.5', '7.5小时', '7:30', '07:30:00', '7小时30分', '0.1', '24', '0'].map(minutesOfHours);
	t.deepEqual(read, [450, 450, 450, 450, 450, 6, 1440, 0]);
	for (const text of ['', '7.33', '7:30:15', '-1', '24.5', '7.5E+0', '1E+1', '全天', '7:60'])
		t.is(minutesOfHours(text), undefined, text);
	t.deepEqual(['450', '450分钟', '1440'].map(minutesOf), [450, 450, 1440]);
	for (const text of ['', '7.5', '-450', '1441', '4E+2']) t.is(minutesOf(text), undefined, text);
});

test('two equal rows are two calls', async (t) => {
	const row = 'T1,8001,138****0001,2023-03-01 09:00:05,125,接通,';
	const { others } = await readLines(mappedSource(calls), CALLS, [row, row]);
	const ids = (others.calls ?? []).map((call) => (call as { id: string }).id);
	t.is(new Set(ids).size, 2);
});

test('an empty talk time is no talk only where the status says that nobody answered', async (t) => {
	const said = await readLines(mappedSource(calls), CALLS, [
		'T1,8001,1,2023-03-01 09:00,,占线,',
		'T1,8001,1,2023-03-01 09:00,,接通,',
		'T1,8001,1,2023-03-01 09:00,,,',
	]);
	t.like(said.others.calls?.[0], { seconds: 0 });
	t.deepEqual(faults(said), ['missing 通话时长', 'missing 通话时长']);
	const own = { ...calls, doneWords: ['ANSWERED'] };
	const worded = await readLines(mappedSource(own), CALLS, ['T1,8001,1,2023-03-01 09:00,,接通,']);
	t.like(worded.others.calls?.[0], { seconds: 0 });
});

test('a caller without a network is a name, with one an account; a masked one is neither', async (t) => {
	const { network: _network, ...named } = calls;
	const rows = ['T1,样甲,1,2023-03-01,1,,', 'T1,seat：8001,1,2023-03-01,1,,', 'T1,phone:138****1,1,2023-03-01,1,,'];
	const said = await readLines(mappedSource(named), CALLS, rows);
	t.deepEqual(
		said.others.calls?.map((call) => (call as { caller: string }).caller),
		['样甲', 'seat:8001'],
	);
	t.deepEqual(faults(said), ['account 工号']);
});

test('a time sheet needs one of hours, minutes, or start with end', (t) => {
	const one = mapping('a', ['坐席'], { worker: '坐席', day: '考勤日' }, { yields: 'attendance' });
	const refused = (more: Columns) =>
		t.throws(() => mappedSources(hintsWith({ ...one, columns: { ...one.columns, ...more } as Mapping['columns'] })))
			?.message ?? '';
	t.regex(refused({}), /mapping\.columns.*hours/);
	t.regex(refused({ start: '上班' }), /mapping\.columns.*(?:hours|end)/);
	t.regex(refused({ hours: '时长', callee: '被叫' }), /mapping\.field.*callee/);
});
