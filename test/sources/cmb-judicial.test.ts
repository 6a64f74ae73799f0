import test from 'ava';
import { cmbJudicial } from '../../src/sources/cmb-judicial.ts';
import { sourceContract } from './contract.ts';
import { readLines } from './written.ts';

sourceContract(test, cmbJudicial, 'datasets/samples/cmb-judicial');

const HEADER =
	'交易日期,交易时间,客户名称,交易卡号,交易方向(D:借|C:贷),交易金额,联机余额,对方帐号,对方客户名称,交易摘要,账号';

test('day and time of day stand in two columns, with or without marks, and a lost leading zero', async (t) => {
	const { records } = await readLines(cmbJudicial, HEADER, [
		'20230301,93000,样甲,6225880000000011,C,1.00,1.00,,,汇入,',
		'2023-03-01,09:30:01,样甲,6225880000000011,D,1.00,0.00,,,转账,',
		'2023-03-01 00:00:00,093002,样甲,6225880000000011,D,1.00,0.00,,,转账,',
	]);
	t.deepEqual(
		records.map(({ moment }) => new Date(moment.instant).toISOString()),
		['2023-03-01T01:30:00.000Z', '2023-03-01T01:30:01.000Z', '2023-03-01T01:30:02.000Z'],
	);
	t.is(records[0]?.moment.text, '20230301 93000');
});

test('D is money out and C money in, as the holder sees it', async (t) => {
	const { records } = await readLines(cmbJudicial, HEADER, [
		'20230301,093000,样甲,6225880000000011,C,1.00,1.00,,,汇入,',
		'20230301,093001,样甲,6225880000000011,D,1.00,0.00,,,转账,',
	]);
	t.deepEqual(
		records.map(({ own }) => own),
		['to', 'from'],
	);
});
