import test from 'ava';
import { mergeRecords } from '../../src/ledger/merge/merge.ts';
import { alipayBill } from '../../src/sources/alipay-bill.ts';
import { type AlipayWords, alipayKind, alipayState } from '../../src/sources/alipay-words.ts';
import { HINTS, sourceContract } from './contract.ts';
import { gather } from './gathered.ts';
import { faults, readLines, textFile, workbookFile } from './written.ts';

sourceContract(test, alipayBill, 'datasets/samples/alipay-bill');
// The owner of this layout stands below the table: a file cut short would name another one.
const owned = { ...HINTS, owner: 'alipay:2088000000000022' };
sourceContract(test, alipayBill, 'datasets/samples/alipay-bill-2021', { hints: owned });

const NO_WORDS: AlipayWords = {
	type: '',
	goods: '',
	other: '',
	direction: '不计收支',
	method: '',
	status: '交易成功',
	funds: '',
	order: '1',
	merchant: '',
};

test('the way and means of a row follow from its words', (t) => {
	const kinds: [Partial<AlipayWords>, string, string][] = [
		[{ type: '转账红包', goods: '三月工资', direction: '收入' }, 'chat-transfer', 'in'],
		[{ type: '转账红包', goods: '普通红包', direction: '支出' }, 'red-packet', 'out'],
		[{ type: '转账红包', goods: '拼手气红包', direction: '支出' }, 'group-packet', 'out'],
		[{ type: '转账红包', goods: '拼手气红包', direction: '收入' }, 'red-packet', 'in'],
		[{ type: '文化休闲', goods: '婚礼红包封套', direction: '支出' }, 'payment', 'out'],
		[{ type: '即时到账交易', goods: '午饭', direction: '支出', merchant: 'M1' }, 'payment', 'out'],
		[{ type: '即时到账交易', goods: '工资', direction: '支出' }, 'chat-transfer', 'out'],
		[{ type: '充值缴费', goods: '话费充值', direction: '支出' }, 'payment', 'out'],
		[{ type: '转账红包', goods: '退款', direction: '收入' }, 'chat-transfer', 'in'],
		[{ type: '退款', goods: '退款-水杯' }, 'refund', 'in'],
		[{ type: '即时到账交易', goods: '退款-水杯', direction: '', status: '退款成功', funds: '已收入' }, 'refund', 'in'],
		[{ type: '即时到账交易', goods: '退款-水杯', direction: '', funds: '已支出' }, 'refund', 'out'],
		[{ type: '即时到账交易', goods: '退款-水杯', direction: '收入', order: '1_2' }, 'refund', 'in'],
		[{ type: '其它', direction: '', funds: '已收入' }, 'payment', 'in'],
		[{ type: '账户存取', goods: '提现-实时提现' }, 'withdrawal', 'out'],
		[{ type: '账户存取', goods: '余额充值' }, 'top-up', 'in'],
		[{ goods: '余额宝-单次转入', method: '余额' }, 'other', 'within'],
		[{ goods: '余额宝-单次转入', method: '样例银行(1234)' }, 'top-up', 'in'],
		[{ goods: '余额宝-转出到余额' }, 'other', 'within'],
		[{ goods: '余额宝-转出到银行卡' }, 'withdrawal', 'out'],
		[{ goods: '余额宝-2023.03.01-收益发放' }, 'other', 'in'],
		[{ goods: '样例指数-买入' }, 'other', 'out'],
		[{ goods: '样例指数-卖出至余额宝' }, 'other', 'in'],
		[{ type: '信用借还', goods: '信用卡还款' }, 'other', 'out'],
		[{ type: '酒店旅游', goods: '押金', status: '解冻成功' }, 'other', 'within'],
		[{ type: '其他', goods: '说不清' }, 'payment', 'unknown'],
		[{ type: '其他', goods: '午饭', direction: '35.50' }, 'payment', 'unknown'],
		[{ type: '退款', goods: '退款-水杯', direction: '35.50' }, 'refund', 'unknown'],
	];
	for (const [words, medium, way] of kinds) {
		t.deepEqual(alipayKind({ ...NO_WORDS, ...words }), { medium, way } as never, JSON.stringify(words));
	}
});

test('a status says whether it happened', (t) => {
	const states: [string, string][] = [
		['交易成功', 'done'],
		['交易成功结束', 'done'],
		['还款成功', 'done'],
		['退款成功', 'done'],
		['代付成功', 'done'],
		['交易关闭', 'closed'],
		['已关闭', 'closed'],
		['还款失败', 'failed'],
		['等待确认收货', 'open'],
		['等待买家付款', 'open'],
		['', 'open'],
	];
	for (const [status, state] of states) t.is(alipayState(status), state as never, status);
});

const HEADER =
	'交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,';
const PAID = '2023-03-01 12:00:00,餐饮美食,样例面馆,/,午饭,支出,35.50,余额,交易成功,N1,M1,,';
const accounts = async (lines: string[], hints = HINTS) => {
	const { records } = await gather(alipayBill.read(textFile('bill.csv', lines), hints));
	return records.map(({ from }) => [from.account, from.name]);
};

test('the owner is the login above the table, else the register says, else the login below it', async (t) => {
	const above = ['姓名：演示甲', '支付宝账户：Demo@Example.com', HEADER, PAID];
	t.deepEqual(await accounts(above), [['alipay:demo@example.com', '演示甲']]);
	t.deepEqual(await accounts(above, owned), [['alipay:demo@example.com', '演示甲']]);
	const below = [HEADER, PAID, '-'.repeat(84), '姓名：演示甲', '支付宝账户：13800000001'];
	t.deepEqual(await accounts(below), [['alipay:13800000001', '演示甲']]);
	t.deepEqual(await accounts(below, owned), [['alipay:2088000000000022', undefined]]);
	const web = ['账号:[13800000001]    起始日期:[2023-03-01 00:00:00]', HEADER, PAID];
	t.deepEqual(await accounts(web), [['alipay:13800000001', undefined]]);
});

test('a masked login is nobody', async (t) => {
	const [masked] = await accounts(['支付宝账户：138****0001', HEADER, PAID]);
	t.regex(masked?.[0] ?? '', /^bill:[0-9a-f]{12}$/);
});

test('what a payment says of an account below the table is no owner', async (t) => {
	const goods = PAID.replace('午饭', '支付宝账户：13900000009');
	const [owner] = await accounts([HEADER, goods]);
	t.regex(owner?.[0] ?? '', /^bill:/);
});

test('a payment below the line of dashes is a payment, a count or a note is none', async (t) => {
	const foot = ['-'.repeat(84), '共2笔记录', '收入：0笔,0.00元', '1.提示,其中有逗号', PAID.replace('N1', 'N2')];
	const said = await readLines(alipayBill, HEADER, [PAID, ...foot]);
	t.deepEqual([said.read, said.skipped], [2, { header: 1, footer: 4 }]);
	t.deepEqual(said.rejected, []);
});

test('a comma that is not quoted moves the cells, and the row is not believed', async (t) => {
	const said = await readLines(alipayBill, HEADER, [
		PAID.replace('午饭', '面,加蛋'),
		PAID.replace('35.50', '1,035.50'),
		PAID.replace('35.50', '"1,035.50"'),
	]);
	t.deepEqual(faults(said), ['columns ', 'columns ']);
	t.deepEqual(
		said.records.map(({ amount }) => amount),
		[103_550n],
	);
});

test('a login that is not masked is an account, and masked names are told apart by it', async (t) => {
	const said = await readLines(alipayBill, HEADER, [
		PAID.replace('样例面馆,/', '样甲,yangjia@example.com'),
		PAID.replace('样例面馆,/', '*三,138******01').replace('N1', 'N2'),
		PAID.replace('样例面馆,/', '*三,138******02').replace('N1', 'N3'),
	]);
	const [plain, one, two] = said.records.map(({ to }) => to);
	t.deepEqual(plain, { account: 'alipay:yangjia@example.com', name: '样甲' });
	t.not(one?.account, two?.account);
	t.is(one?.name, '*三');
});

test('a number that a spreadsheet rounded names no payment', async (t) => {
	const sheet = { 账单: [HEADER.split(','), PAID.replace('N1', '2.02303E+27').split(',')] };
	const { records } = await gather(alipayBill.read(workbookFile('bill.xlsx', sheet), HINTS));
	t.deepEqual(records[0]?.keys, { merchant: 'M1' });
});

const merged = async (rows: string[]) => {
	const { records } = await readLines(alipayBill, HEADER, rows);
	return mergeRecords({ records, assets: HINTS.assets, decisions: [] }).transfers.map(
		({ amount, gross, refunded, exclusion }) => ({ amount, gross, refunded, exclusion }),
	);
};

test('a refund is netted once, by the merchant’s number or by the first half of its own', async (t) => {
	const payment = PAID.replace('35.50', '80.00');
	const refund = '2023-03-02 12:00:00,退款,样例面馆,/,退款-午饭,不计收支,30.00,余额,退款成功,N1_R1,M1,,';
	for (const without of ['M1', '']) {
		const [paid, back] = await merged([payment.replace('M1', without), refund.replace('M1', without)]);
		t.deepEqual(paid, { amount: 5000n, gross: 8000n, refunded: 3000n, exclusion: undefined }, without);
		t.is(back?.exclusion, 'refund-of-another');
	}
});

const WEB =
	'交易号,商家订单号,交易创建时间,付款时间,最近修改时间,交易来源地,类型,交易对方,商品名称,金额（元）,收/支,交易状态,服务费（元）,成功退款（元）,备注,资金状态,';

test('the web site’s bill states a refund twice, in its own row and beside the payment: it is netted once', async (t) => {
	const { records } = await readLines(alipayBill, WEB, [
		'N1,M1,2019-03-05 09:00:00,2019-03-05 09:00:08,2019-03-05 15:00:00,淘宝,支付宝担保交易,样例商店,水杯,80.00,支出,交易成功,0.50,20.00,,已支出,',
		'N1_R1,M1,2019-03-05 15:00:00,,2019-03-05 15:00:00,淘宝,支付宝担保交易,样例商店,退款-水杯,20.00,,退款成功,0.00,0.00,,已收入,',
	]);
	const { transfers } = mergeRecords({ records, assets: HINTS.assets, decisions: [] });
	t.deepEqual(
		transfers.map(({ medium, amount, exclusion }) => [medium, amount, exclusion]),
		[
			['payment', 6000n, undefined],
			['fee', 50n, undefined],
			['refund', 2000n, 'refund-of-another'],
		],
	);
});
