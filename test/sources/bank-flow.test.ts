import { readFile } from 'node:fs/promises';
import test from 'ava';
import { wayBetween } from '../../src/sources/bank-balances.ts';
import { bankFlow } from '../../src/sources/bank-flow.ts';
import { bankMedium, bankState, bankWay, currencyOf, firmIn, isQueryFailure } from '../../src/sources/bank-words.ts';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { HINTS, sourceContract } from './contract.ts';
import { gather } from './gathered.ts';
import { readLines } from './written.ts';

sourceContract(test, bankFlow, 'datasets/samples/bank-flow');

test('a direction is the account holder’s: 贷 comes in, 借 goes out', (t) => {
	for (const word of ['进', '贷', '收', '入', '收入', 'C', 'c', 'C:贷', 'CR', 'Credit', '+', '来账'])
		t.is(bankWay(word), 'in', word);
	for (const word of ['出', '借', '付', '支出', 'D', 'O', 'D:借', 'dr', 'Debit', 'OUT', '往账'])
		t.is(bankWay(word), 'out', word);
	for (const word of ['', '?', '现', '1', 'Cash', 'Other', 'Draft']) t.is(bankWay(word), undefined, word);
});

test('banks say in many ways whether it happened', (t) => {
	for (const word of ['', '成功', '是', '1', '00', '01', 'y']) t.is(bankState(word), 'done', word);
	for (const word of ['失败', '否', '0', 'N', 'false', '未成功', '交易失败(余额不足)'])
		t.is(bankState(word), 'failed', word);
	t.is(bankState('待定'), 'open');
	t.true(isQueryFailure('查询失败：超时'));
	t.false(isQueryFailure('成功'));
});

test('currencies, firms and fees are known by their words', (t) => {
	t.deepEqual(['', 'RMB', '人民币', '美元', 'JPY', 'rmb?'].map(currencyOf), [
		'CNY',
		'CNY',
		'CNY',
		'USD',
		'JPY',
		undefined,
	]);
	t.is(firmIn('深圳市财付通科技有限公司', ''), 'tenpay:@clearing');
	t.is(firmIn('支付宝（中国）网络技术有限公司', ''), 'alipay:@clearing');
	t.is(firmIn('', '微信支付-微信红包'), 'tenpay:@clearing');
	t.is(firmIn('样甲', '财付通'), undefined);
	t.deepEqual(['短信费', '跨行退汇', '转账'].map(bankMedium), ['fee', 'refund', 'bank']);
});

test('a blank direction is solved by the balances on either side, and by nothing else', (t) => {
	t.is(wayBetween(1000n, 200n, 1200n), 'in');
	t.is(wayBetween(1000n, 200n, 800n), 'out');
	t.is(wayBetween(1000n, 200n, 900n), undefined);
	t.is(wayBetween(1000n, 0n, 1000n), undefined);
});

test('balances of another account do not solve a direction', async (t) => {
	const header = '交易卡号,交易时间,交易金额,交易余额,收付标志,交易对手账卡号,对手户名,摘要说明,交易币种,交易流水号';
	const rows = [
		'62220001,2023-03-01 09:00:00,10.00,100.00,进,62229999,甲,转账,CNY,SN000001',
		'62220002,2023-03-01 09:01:00,10.00,110.00,,62229999,甲,转账,CNY,SN000002',
		'62220001,2023-03-01 09:02:00,10.00,110.00,,62229999,甲,转账,CNY,SN000003',
	];
	const file = memoryFile('a', Buffer.from(`${[header, ...rows].join('\n')}\n`));
	const { records, rejected } = await gather(bankFlow.read(file, HINTS));
	t.deepEqual(
		records.map((record) => [record.to.account, record.amount]),
		[
			['bank:62220001', 1000n],
			['bank:62220001', 1000n],
		],
	);
	t.deepEqual(
		rejected.map(({ row, reason }) => [row, reason]),
		[[3, 'direction']],
	);
});

test('a workbook with several tables of one answer is read whole, each sheet as what it is', async (t) => {
	const file = memoryFile('a', await readFile('datasets/samples/bank-flow/反馈合集.xlsx'));
	const { records, others, skipped } = await gather(bankFlow.read(file, HINTS));
	t.is(records.length, 2);
	t.is(others.attributions?.length, 2);
	t.deepEqual(skipped, { header: 3, 'not-a-transfer': 1, 'query-failed': 1, preamble: 2 });
});

test('a masked counterparty is known by its name, or is nobody', async (t) => {
	const header = '交易卡号,交易时间,交易金额,交易余额,收付标志,交易对手账卡号,对手户名,摘要说明,交易币种,交易流水号';
	const { records } = await readLines(bankFlow, header, [
		'62220001,2023-03-01 09:00:00,10.00,100.00,进,6222****9999,甲,转账,CNY,SN000001',
		'62220001,2023-03-01 09:00:01,10.00,110.00,进,6222****9999,,转账,CNY,SN000002',
	]);
	t.is(records[0]?.from.account, 'nick:bank:62220001/甲');
	t.regex(records[1]?.from.account ?? '', /^unknown:/);
});
