import { readFile } from 'node:fs/promises';
import test from 'ava';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { wechatBill } from '../../src/sources/wechat-bill.ts';
import { feeIn, noteIn, refundIn, wechatKind, wechatState } from '../../src/sources/wechat-words.ts';
import { HINTS, sourceContract } from './contract.ts';
import { gather } from './gathered.ts';
import { oldWorkbookFile } from './old-workbook.ts';

sourceContract(test, wechatBill, 'datasets/samples/wechat-bill');

test('the way and means of a row follow from its words', (t) => {
	const kinds: [string, string, string, string, string, string][] = [
		['微信红包', '收入', '阿海', '', 'red-packet', 'in'],
		['微信红包（单发）', '支出', '发给阿海', '零钱', 'red-packet', 'out'],
		['微信红包-单发', '支出', '发给阿海', '零钱', 'red-packet', 'out'],
		['微信红包（群红包）', '支出', '发出群红包', '零钱', 'group-packet', 'out'],
		['微信红包', '支出', '发出群红包', '零钱', 'group-packet', 'out'],
		['微信红包-退款', '收入', '', '零钱', 'refund', 'in'],
		['某商户－退款', '', '某商户', '', 'refund', 'in'],
		['企业微信红包', '收入', '某公司', '', 'red-packet', 'in'],
		['转账', '支出', '阿海', '零钱', 'chat-transfer', 'out'],
		['群收款', '收入', '阿海', '零钱', 'chat-transfer', 'in'],
		['扫二维码付款', '支出', '小店', '零钱', 'payment', 'out'],
		['二维码收款', '收入', '阿海', '零钱', 'payment', 'in'],
		['零钱提现', '', '某银行', '某银行', 'withdrawal', 'out'],
		['零钱充值', '', '', '某银行', 'top-up', 'in'],
		['转入零钱通-来自零钱', '', '', '零钱', 'other', 'within'],
		['转入零钱通-来自某银行(0075)', '', '', '某银行(0075)', 'top-up', 'in'],
		['零钱通转出-到零钱', '', '', '零钱通', 'other', 'within'],
		['零钱通转出-到某银行(0075)', '', '', '零钱通', 'withdrawal', 'out'],
		['信用卡还款', '支出', '某银行信用卡还款', '零钱', 'other', 'out'],
		['理财通', '', '理财通', '', 'other', 'in'],
		['理财通', '', '理财通', '某银行', 'other', 'out'],
		['从未见过', '', '', '', 'other', 'unknown'],
	];
	for (const [type, direction, other, method, medium, way] of kinds) {
		t.deepEqual(wechatKind(type, direction, other, method), { medium, way } as never, `${type} ${direction}`);
	}
});

test('a status says whether it happened, and what came back', (t) => {
	const states: [string, string, string | undefined][] = [
		['支付成功', 'done', undefined],
		['朋友已收钱', 'done', undefined],
		['提现失败，已退回零钱', 'failed', undefined],
		['已全额退款', 'done', 'all'],
		['已退款(￥12.34)', 'done', '12.34'],
		['已退款（¥1,012.34）', 'done', '1,012.34'],
		['对方已退还', 'done', 'all'],
		['交易关闭', 'closed', undefined],
		['待对方收款', 'open', undefined],
		['', 'open', undefined],
	];
	for (const [status, state, refund] of states)
		t.deepEqual([wechatState(status), refundIn(status)], [state, refund] as never, status);
});

test('a fee and a note are found among the words around them', (t) => {
	t.is(feeIn('服务费¥0.10'), '0.10');
	t.is(feeIn('服务费￥1,000.00'), '1,000.00');
	t.is(feeIn('服务员'), undefined);
	t.is(noteIn('转账备注:三月工资'), '三月工资');
	t.is(noteIn('我的转账备注:x'), '我的转账备注:x');
});

test('the register of evidence can say whose bill it is', async (t) => {
	const bytes = await readFile('datasets/samples/wechat-bill/反引号.csv');
	const hints = { ...HINTS, owner: 'wechat:wxid_owner' };
	const { records } = await gather(wechatBill.read(memoryFile('a', bytes), hints));
	t.deepEqual(
		records.map((record) => record.from.account),
		records.map(() => 'wechat:wxid_owner'),
	);
	t.is(records[0]?.to.account, 'nick:wechat:wxid_owner/小林');
});

const HEAD = [
	'交易时间',
	'交易类型',
	'交易对方',
	'商品',
	'收/支',
	'金额(元)',
	'支付方式',
	'当前状态',
	'交易单号',
	'商户单号',
	'备注',
];

/** A sheet of a bill: the owner's nickname, and a payment a row. */
function bill(nickname: string, orders: readonly (string | number)[], amount: unknown = 12.5): unknown[][] {
	const rows = orders.map((order) => [
		'2023-03-01 09:00:00',
		'转账',
		'小林',
		'/',
		'支出',
		amount,
		'零钱',
		'支付成功',
		order,
	]);
	return [['微信支付账单明细'], [`微信昵称：[${nickname}]`], HEAD, ...rows];
}

async function ofWorkbook(sheets: Parameters<typeof oldWorkbookFile>[0]) {
	return gather(wechatBill.read(oldWorkbookFile(sheets), HINTS));
}

test('a copy of a bill on another sheet pays nothing twice, also where it stands first or is hidden', async (t) => {
	const original = { rows: bill('样甲', ['O1', 'O2'], 12.5) };
	const numbered = HEAD.map((_, i) => `Column${i + 1}`);
	const copy = { rows: [numbered, ...bill('', ['O1', 'O2'], '¥12.50').slice(2)] };
	for (const sheets of [
		{ 账单: original, 查询: copy },
		{ 查询: copy, 账单: original },
		{ 账单: original, 查询: { ...copy, hidden: true } },
	]) {
		const { records, skipped, rejected } = await ofWorkbook(sheets);
		t.deepEqual([records.map(({ amount }) => amount), skipped.preamble, rejected], [[1250n, 1250n], 6, []]);
		t.true(records.every(({ evidence }) => evidence.kind === 'file' && evidence.sheet === '账单'));
	}
});

test('bills of several accounts in one workbook are bills of several owners, a hidden one among them', async (t) => {
	const { records } = await ofWorkbook({
		一月: { rows: bill('样甲', ['O1']) },
		二月: { rows: bill('样甲', ['O2']) },
		别人: { rows: bill('样乙', ['O3']), hidden: true },
	});
	const [first, second, other] = records.map(({ from }) => from.account);
	t.is(first, second);
	t.not(first, other);
	t.deepEqual(
		records.map(({ from }) => from.name),
		['样甲', '样甲', '样乙'],
	);
});

test('an old workbook: merged titles, times as serials, text amounts, and order numbers that were damaged', async (t) => {
	const rows = bill('样甲', ['O1', '1000049801230301000000000001', Number('1000049801230301000000000001')]);
	(rows[3] as unknown[])[0] = 44986.375;
	(rows[4] as unknown[])[5] = '¥1,234.56';
	const { records, rejected } = await ofWorkbook({
		账单: { rows, merged: ['A1:K1'], formats: { A4: 'yyyy-mm-dd hh:mm:ss' } },
	});
	t.deepEqual(rejected, []);
	t.deepEqual(
		records.map(({ moment, amount, keys }) => [moment.text, amount, keys.order]),
		[
			['2023-03-01 09:00:00', 1250n, 'O1'],
			['2023-03-01 09:00:00', 123456n, '1000049801230301000000000001'],
			['2023-03-01 09:00:00', 1250n, undefined],
		],
	);
});
