import test from 'ava';
import { mergeRecords } from '../../src/ledger/merge/merge.ts';
import type { LedgerRecord } from '../../src/ledger/record.ts';
import { alipayAccountDetail } from '../../src/sources/alipay-account-detail.ts';
import { alipayBalanceDetail } from '../../src/sources/alipay-balance-detail.ts';
import { alipayBill } from '../../src/sources/alipay-bill.ts';
import { alipayTradeRecords } from '../../src/sources/alipay-trade-records.ts';
import { alipayTransferDetail } from '../../src/sources/alipay-transfer-detail.ts';
import type { Source } from '../../src/sources/contract.ts';
import { HINTS } from './contract.ts';
import { gather } from './gathered.ts';
import { textFile, workbookFile } from './written.ts';

const PAYER = '2088000000000011';
const PAYEE = '2088000000000022';

const BILL = [
	'姓名：样甲',
	'支付宝账户：13800000011',
	'交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,',
	'2023-03-06 21:00:00,转账红包,演示甲,138******01,三月工资,支出,2000.00,余额,交易成功,N1,,,',
	'2023-03-05 18:00:00,账户存取,样例银行,/,提现-实时提现,不计收支,500.00,样例银行(0011),交易成功,N2,,,',
];
const DETAIL_HEADER =
	'交易号,商户订单号,交易创建时间,付款时间,最近修改时间,交易来源地,类型,用户信息,交易对方信息,消费名称,金额（元）,收/支,交易状态,支付方式,充值流水号,备注,对应的协查数据';
const PAYER_DETAIL = [
	`N1,null,2023-03-06 21:00:00,2023-03-06 21:00:01,2023-03-06 21:00:02,其他,即时到账交易,${PAYER}(样甲),${PAYEE}(演示甲),转账,2000.00,支出,交易成功结束,余额,null,三月工资,${PAYER}`,
	`N2,null,2023-03-05 18:00:00,null,2023-03-05 18:00:00,其他,即时到账交易,${PAYER}(样甲),样甲(样例银行)(6200000000000000011),提现,500.00,支出,交易成功结束,余额,TX2,null,${PAYER}`,
];
const PAYEE_DETAIL = [
	`N1,null,2023-03-06 21:00:00,2023-03-06 21:00:01,2023-03-06 21:00:02,其他,即时到账交易,${PAYEE}（演示甲）,${PAYER}（样甲）,转账,2000.0,收入,交易成功结束,null,null,三月工资,${PAYEE}`,
];
const BALANCE = [
	'交易订单号/外部流水号,账户,对方帐户,交易发生日期,银行处理日期,收入金额(+)（元）,支出金额(-)（元）,余额（元）,业务类型,交易发生地,银行名称,备注,对应的协查数据',
	`N2,${PAYER}0156,,2023-03-05 18:00:00,,null,-500.0,3000.0,提现,,样例银行,,${PAYER}`,
	`N1,${PAYER}0156,${PAYEE},2023-03-06 21:00:01,,null,-2000.0,1000.0,转账,,null,三月工资,${PAYER}`,
];
const TRANSFERS = [
	'交易号,付款方支付宝账号,收款方支付宝账号,收款机构信息,到账时间,转账金额（元）,转账产品名称,交易发生地,提现流水号,对应的协查数据',
	`N1,${PAYER},${PAYEE},,2023-03-06 21:00:02,2000.00,转账到支付宝账户,,,${PAYER}`,
	`N9,${PAYER},${PAYER},样甲(样例银行)(6200000000000000011),2023-03-05 18:30:00,500.00,提现,,TX2,${PAYER}`,
];
const TRADES = [
	'交易号,外部交易号,交易状态,合作伙伴ID,买家用户id,买家信息,卖家用户id,卖家信息,交易金额（元）,收款时间,最后修改时间,创建时间,交易类型,来源地,商品名称,收货人地址,对应的协查数据',
	`N1,,交易成功,,${PAYER},样甲,${PAYEE},演示甲,2000.00,2023-03-06 21:00:02,2023-03-06 21:00:02,2023-03-06 21:00:00,即时到账交易,,工资,,${PAYER}`,
];

async function read(source: Source, name: string, lines: readonly string[]): Promise<LedgerRecord[]> {
	const said = await gather(source.read(textFile(name, lines), HINTS));
	return [...said.records];
}

async function all(): Promise<LedgerRecord[]> {
	const readings = [
		read(alipayBill, 'bill.csv', BILL),
		read(alipayAccountDetail, 'payer.csv', [DETAIL_HEADER, ...PAYER_DETAIL]),
		read(alipayAccountDetail, 'payee.csv', [DETAIL_HEADER, ...PAYEE_DETAIL]),
		read(alipayBalanceDetail, 'balance.csv', BALANCE),
		read(alipayTransferDetail, 'transfers.csv', TRANSFERS),
		read(alipayTradeRecords, 'trades.csv', TRADES),
	];
	return (await Promise.all(readings)).flat();
}

const merge = (records: LedgerRecord[]) => mergeRecords({ records, assets: HINTS.assets, decisions: [] });
const plain = (records: LedgerRecord[]) =>
	merge(records).transfers.map(({ from, to, amount, medium, exclusion, records: told }) => {
		return [from, to, amount, medium, exclusion, told.length];
	});

const PAYMENT = [`alipay:${PAYER}`, `alipay:${PAYEE}`, 200_000n, 'chat-transfer', undefined];
const PAYOUT = [`alipay:${PAYER}`, 'bank:6200000000000000011', 50_000n, 'withdrawal', undefined];

test('a payment in six tables is one payment, and a withdrawal in four is one withdrawal', async (t) => {
	const records = await all();
	t.is(records.length, 10);
	t.deepEqual(plain(records), [
		[...PAYOUT, 4],
		[...PAYMENT, 6],
	]);
	t.deepEqual(plain([...records].reverse()), plain(records));
	const { owners } = merge(records);
	t.deepEqual(
		owners.map(({ bill, account }) => [bill, account]),
		[['alipay:13800000011', `alipay:${PAYER}`]],
	);
});

test('payer’s bill and the judicial tables of the payee and of the payer: one transfer', async (t) => {
	const kept = (await all()).filter(({ keys }) => keys.order === 'N1');
	const without = kept.filter(({ source, own }) => source !== 'alipay-account-detail' || own === 'to');
	t.deepEqual(plain(without), [[...PAYMENT, 5]]);
});

test('one workbook with a sheet for each of the two accounts tells of one payment', async (t) => {
	const sheet = (rows: readonly string[]) => [DETAIL_HEADER, ...rows].map((row) => row.split(','));
	const file = workbookFile('both.xlsx', { [PAYER]: sheet(PAYER_DETAIL), [PAYEE]: sheet(PAYEE_DETAIL) });
	const { records } = await gather(alipayAccountDetail.read(file, HINTS));
	t.deepEqual(plain([...records]), [
		[...PAYOUT, 1],
		[...PAYMENT, 2],
	]);
});

test('the number of a payout stands beside the transaction’s in one table and in place of it in another', async (t) => {
	const detail = PAYER_DETAIL.map((row) => row.replace('N2,', 'TX2,').replace(',TX2,null', ',null,null'));
	const records = await read(alipayAccountDetail, 'payer.csv', [DETAIL_HEADER, ...detail.slice(1)]);
	const [header = '', , payout = ''] = TRANSFERS;
	records.push(...(await read(alipayTransferDetail, 'transfers.csv', [header, payout])));
	t.deepEqual(plain(records), [[...PAYOUT, 2]]);
});

test('two withdrawals of one amount stay two', async (t) => {
	const [, second = ''] = PAYER_DETAIL;
	const detail = [second, second.replace('N2', 'N3').replace('TX2', 'TX3')];
	const [header = '', , payout = ''] = TRANSFERS;
	const transfers = [payout, payout.replace('N9', 'N10').replace('TX2', 'TX3')];
	const records = await read(alipayAccountDetail, 'payer.csv', [DETAIL_HEADER, ...detail]);
	records.push(...(await read(alipayTransferDetail, 'transfers.csv', [header, ...transfers])));
	t.deepEqual(plain(records), [
		[...PAYOUT, 2],
		[...PAYOUT, 2],
	]);
});
