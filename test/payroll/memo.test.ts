import test from 'ava';
import { readMemo } from '../../src/payroll/memo.ts';

for (const text of [
	'恭喜发财，大吉大利',
	'恭喜发财,大吉大利！',
	'大吉大利',
	'恭喜发财',
	'微信转账',
	'微信红包',
	'转账',
	'/',
	'',
	' ',
]) {
	test(`"${text}" is what the program fills in and says nothing`, (t) => {
		t.deepEqual(readMemo(text, 4500n), { topics: new Set() });
	});
}

for (const [text, topics, leads] of [
	['3月10日工资', ['wage'], undefined],
	['工资+提成9人', ['wage', 'commission'], 9],
	['提成９人', ['commission'], 9],
	['引流12个', ['commission'], 12],
	['提成：9', ['commission'], 9],
	['拉群 3群', ['commission'], 3],
	['提成45', ['commission'], undefined],
	['提成45元', ['commission'], undefined],
	['提成4.15-4.20', ['commission'], undefined],
	['引流5个 拉群3群', ['commission'], undefined],
	['9个', [], 9],
	['2个月房租', ['private'], undefined],
	['全勤奖', ['bonus'], undefined],
	['借你应急', ['loan'], undefined],
	['还你上次的借款', ['loan', 'repayment'], undefined],
	['多发退回', ['return'], undefined],
	['工资款', ['wage', 'funding'], undefined],
	['备用金', ['funding'], undefined],
	['买号码', ['operating'], undefined],
	['妈，生活费', ['family'], undefined],
	['生日快乐', ['private'], undefined],
	['aa', ['private'], undefined],
	['好的', [], undefined],
] as const) {
	test(`"${text}" speaks of ${topics.join(', ') || 'nothing'}${leads === undefined ? '' : ` and ${leads} leads`}`, (t) => {
		const memo = readMemo(text, 4500n);
		t.deepEqual([...memo.topics].sort(), [...topics].sort());
		t.is(memo.leads, leads);
	});
}
