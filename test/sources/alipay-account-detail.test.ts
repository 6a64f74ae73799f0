import test from 'ava';
import { alipayAccountDetail } from '../../src/sources/alipay-account-detail.ts';
import { sourceContract } from './contract.ts';
import { faults, readLines } from './written.ts';

sourceContract(test, alipayAccountDetail, 'datasets/samples/alipay-account-detail');

const HEADER =
	'交易号,商户订单号,交易创建时间,付款时间,最近修改时间,交易来源地,类型,用户信息,交易对方信息,消费名称,金额（元）,收/支,交易状态,支付方式,清算流水号,备注,对应的协查数据';
const PAID =
	'N1,null,2023-03-06 21:00:00,,,其他,即时到账交易,2088000000000011(样甲),样甲(样例银行)(6200000000000000011),提现,1500.00,支出,交易成功结束,余额,TX1,,';

test('a card of somebody else is no withdrawal, whatever the row calls it; a masked name tells nothing', async (t) => {
	const said = await readLines(alipayAccountDetail, HEADER, [
		PAID,
		PAID.replace(',样甲(', ',样戊('),
		PAID.replace(',样甲(', ',*甲('),
		PAID.replace(',样甲(', ',('),
		PAID.replace(',提现,', ',转账到银行卡,'),
	]);
	t.deepEqual(
		said.records.map(({ medium, to }) => [medium, to.account]),
		['withdrawal', 'bank', 'withdrawal', 'withdrawal', 'bank'].map((medium) => [medium, 'bank:6200000000000000011']),
	);
});

test('rounded numbers and moved cells are rejects, never accounts or amounts', async (t) => {
	const said = await readLines(alipayAccountDetail, HEADER, [
		PAID.replace('6200000000000000011', '6.2E+18'),
		PAID.replace('2088000000000011', '2.088E+15'),
		PAID.replace('2088000000000011(样甲)', '样甲'),
		PAID.replace('2088000000000011(样甲)', 'null'),
		PAID.replace('1500.00', '1,500.00'),
		PAID.replace('1500.00', '1.5E+3'),
		PAID.replace('1500.00', '-1500.00'),
		PAID.replace('支出', '不计'),
	]);
	t.deepEqual(faults(said), [
		'account 交易对方信息',
		'account 用户信息',
		'account 用户信息',
		'missing 用户信息',
		'columns ',
		'amount-damaged 金额（元）',
		'amount 金额（元）',
		'direction 收/支',
	]);
	t.deepEqual(said.records, []);
});

test('a card that the payment went through is kept', async (t) => {
	const through = PAID.replace('余额', '样例银行(6200000000000000099)');
	const { records } = await readLines(alipayAccountDetail, HEADER, [PAID, through]);
	t.deepEqual(
		records.map(({ card }) => card),
		[undefined, 'bank:6200000000000000099'],
	);
});
