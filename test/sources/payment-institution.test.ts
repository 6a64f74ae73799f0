import test from 'ava';
import { paymentInstitution } from '../../src/sources/payment-institution.ts';
import { sourceContract } from './contract.ts';
import { readLines } from './written.ts';

sourceContract(test, paymentInstitution, 'datasets/samples/payment-institution');

const HEADER =
	'支付订单号,交易类型,交易主体的出入账标识,交易时间,币种,交易金额,交易流水号,交易余额,收款方的支付帐号,收款方的商户名称,付款方银行卡所属银行卡号,付款方的支付帐号';
const read = (...rows: string[]) => readLines(paymentInstitution, HEADER, rows);

test('the number of the order and whose books they are let the rows of other returns join', async (t) => {
	const { records } = await read('OR1,转账,出,2023-03-01 10:00:00,CNY,3.00,NU1,,wxid_b,,,wxid_a');
	t.deepEqual(records[0]?.keys, { order: 'OR1', merchant: 'NU1', clearing: 'NU1' });
	t.is(records[0]?.institution, 'tenpay');
});

test('accounts that tell no firm by their form are of the firm that the file tells of', async (t) => {
	const { records } = await read(
		'OR1,转账,出,2023-03-01 10:00:00,CNY,3.00,,,sampleb,,,samplea',
		'OR2,转账,出,2023-03-01 10:01:00,CNY,3.00,,,wxid_b,,,samplea',
	);
	t.deepEqual(
		records.map(({ institution, to }) => [institution, to.account]),
		[
			['tenpay', 'wechat:sampleb'],
			['tenpay', 'wechat:wxid_b'],
		],
	);
});

test('a firm that nothing names is not taken for one that is known; a name above the header names it', async (t) => {
	const row = 'OR1,转账,出,2023-03-01 10:00:00,CNY,3.00,,,sampleb,,,samplea';
	const unnamed = await read(row);
	t.deepEqual(
		[unnamed.records[0]?.institution, unnamed.records[0]?.to.account],
		['payment:unnamed', 'payment:sampleb'],
	);
	const named = await readLines(paymentInstitution, '反馈单位：样例支付有限公司', [HEADER, row]);
	t.is(named.records[0]?.institution, 'payment:样例支付有限公司');
	const alipay = await readLines(paymentInstitution, '支付宝（中国）网络技术有限公司', [HEADER, row]);
	t.is(alipay.records[0]?.to.account, 'alipay:sampleb');
});

test('payer and payee stay as printed whichever way the mark says; it tells whose the balance and card are', async (t) => {
	const { records } = await read(
		'OR1,消费,出,2023-03-01 10:00:00,CNY,3.00,,97.00,,某店,6222020000000000011,wxid_a',
		'OR2,转账,入,2023-03-01 10:00:00,CNY,3.00,,97.00,wxid_a,,6222020000000000012,wxid_b',
		'OR3,转账,,2023-03-01 10:00:00,CNY,3.00,,97.00,wxid_b,,6222020000000000012,wxid_a',
	);
	t.deepEqual(
		records.map(({ own, from, balance, card }) => [own, from.account, balance, card]),
		[
			['from', 'wechat:wxid_a', 9700n, 'bank:6222020000000000011'],
			['to', 'wechat:wxid_b', 9700n, undefined],
			['neither', 'wechat:wxid_a', undefined, undefined],
		],
	);
});

test('a masked account is nobody’s', async (t) => {
	const { records } = await read('OR1,转账,入,2023-03-01 10:00:00,CNY,3.00,,,wxid_a,,,wx***b');
	t.regex(records[0]?.from.account ?? '', /^unknown:/);
});

test('one amount for each payee of a packet may be the whole of it; amounts that differ are shares', async (t) => {
	const { records } = await read(
		'OR1,微信红包,出,2023-03-01 10:00:00,CNY,20.00,,,wxid_b,,,wxid_a',
		'OR1,微信红包,出,2023-03-01 10:00:00,CNY,20.00,,,wxid_c,,,wxid_a',
		'OR2,微信红包,出,2023-03-01 11:00:00,CNY,7.00,,,wxid_b,,,wxid_a',
		'OR2,微信红包,出,2023-03-01 11:00:00,CNY,3.00,,,wxid_c,,,wxid_a',
		'OR3,微信红包,出,2023-03-01 12:00:00,CNY,5.00,,,wxid_b,,,wxid_a',
		'OR4,转账,出,2023-03-01 13:00:00,CNY,5.00,,,wxid_b,,,wxid_a',
		'OR4,转账,出,2023-03-01 13:00:00,CNY,5.00,,,wxid_c,,,wxid_a',
	);
	t.deepEqual(
		records.map(({ amount, packet, medium }) => [amount, packet, medium]),
		[
			[undefined, 2000n, 'group-packet'],
			[undefined, 2000n, 'group-packet'],
			[700n, undefined, 'group-packet'],
			[300n, undefined, 'group-packet'],
			[500n, undefined, 'red-packet'],
			[500n, undefined, 'chat-transfer'],
			[500n, undefined, 'chat-transfer'],
		],
	);
});
