import test from 'ava';
import { mappedSource } from '../../src/sources/mapped.ts';
import { HINTS, sourceContract } from './contract.ts';
import { hintsWith, mapping } from './mappings.ts';
import { faults, readLines } from './written.ts';

const USDT = 'tron:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';

const orders = mapping(
	'orders',
	['订单编号', '用户UID', '方向', '币种', '金额(元)'],
	{
		order: '订单编号',
		own: '用户UID',
		time: '下单时间',
		side: '方向',
		coin: '币种',
		chain: '链',
		quantity: '数量',
		fee: '手续费',
		price: '单价(元)',
		yuan: '金额(元)',
		counterparty: ['对手昵称', '对手UID'],
		payMethod: '收付款方式',
		payAccount: '收付款账号',
		status: '订单状态',
	},
	{ yields: 'orders', network: 'okx', asset: USDT },
);
const moves = mapping(
	'moves',
	['UID', '记录时间', '类型', '地址', '交易哈希'],
	{
		own: 'UID',
		time: '记录时间',
		direction: '类型',
		coin: '币种',
		chain: '链',
		amount: '数量',
		fee: '手续费',
		counterparty: '地址',
		order: '交易哈希',
		status: '状态',
	},
	{ network: 'okx', institution: 'exchange:okx' },
);

for (const [one, folder] of [
	[orders, 'mapped-orders'],
	[moves, 'mapped-exchange'],
] as const) {
	sourceContract(test, mappedSource(one), `datasets/samples/${folder}`, { hints: hintsWith(one) });
}

const ORDERS = '订单编号,用户UID,方向,币种,金额(元),数量,下单时间,订单状态,链,x';
const order = (coin: string) => `C1,900001,卖出,${coin},69,10,2023-03-05 12:00:00,已完成,,`;

test('another coin is never taken for the asset of the mapping', async (t) => {
	const said = await readLines(mappedSource(orders), ORDERS, [order('USDT'), order('BTC'), order('usdt')]);
	t.deepEqual(
		said.others.orders?.map((one) => (one as { asset: string }).asset),
		[USDT, 'okx:BTC', USDT],
	);
	const { network: _network, ...nameless } = orders;
	const refused = await readLines(mappedSource(nameless), ORDERS, [order('BTC')]);
	t.deepEqual(faults(refused), ['value 币种']);
});

test('words of the mapping beat the usual ones; what neither knows is open', async (t) => {
	const rows = ['已完成', '已取消', '失败', '待付款', '', '好了', '不要了'].map(
		(word, i) => `C${i},900001,卖出,USDT,69,10,2023-03-05,${word},,`,
	);
	const states = async (one: typeof orders) =>
		(await readLines(mappedSource(one), ORDERS, rows)).others.orders?.map((o) => (o as { state: string }).state);
	t.deepEqual(await states(orders), ['done', 'cancelled', 'cancelled', 'open', 'open', 'open', 'open']);
	t.deepEqual(await states({ ...orders, doneWords: ['好了'], cancelledWords: ['不要了'] }), [
		'open',
		'open',
		'open',
		'open',
		'open',
		'done',
		'cancelled',
	]);
	t.deepEqual(await states({ ...orders, doneWords: ['好了'] }), [
		'open',
		'cancelled',
		'cancelled',
		'open',
		'open',
		'done',
		'open',
	]);
});

test('without a column of its own the account is the owner of the file', async (t) => {
	const { own: _own, ...columns } = orders.columns;
	const said = await readLines(
		mappedSource({ ...orders, columns: columns as typeof orders.columns }),
		ORDERS,
		[order('USDT')],
		{
			...HINTS,
			owner: 'okx:900009',
		},
	);
	t.like(said.others.orders?.[0], { account: 'okx:900009', side: 'sell', yuan: 6900n, quantity: 10_000_000n });
});

test('a hash is spelt as its chain spells it; a deposit is another booking than a withdrawal', async (t) => {
	const hash = 'AA11BB22CC33DD44EE55FF6600112233445566778899AABBCCDDEEFF00112233';
	const header = 'UID,记录时间,类型,地址,交易哈希,币种,链,数量,状态,x';
	const said = await readLines(mappedSource(moves), header, [
		`9,2023-03-05,提币,TUs5Feq6zfvr3FPYcFKhzEKJsrwoHMxf8V,0x${hash},USDT,TRC20,1,成功,`,
		`9,2023-03-05,提币,0x37a9a6c0fB83fb1F83F68DB96A0B6dB5886f469b,${hash},USDT,BEP20,1,成功,`,
		`9,2023-03-05,充币,TUs5Feq6zfvr3FPYcFKhzEKJsrwoHMxf8V,${hash},USDT,TRC20,1,成功,`,
	]);
	t.deepEqual(
		said.records.map(({ keys }) => keys.order),
		[hash.toLowerCase(), `0x${hash.toLowerCase()}`, `deposit ${hash.toLowerCase()}`],
	);
	t.deepEqual(
		said.records.map(({ asset, amount }) => [asset, amount]),
		[
			[USDT, 1_000_000n],
			['bsc:0x55d398326f99059fF775485246999027B3197955', 10n ** 18n],
			[USDT, 1_000_000n],
		],
	);
});

test('a masked counterparty of a wallet is a name and no account', async (t) => {
	const one = mapping(
		'w',
		['时间', '额', '对方'],
		{ time: '时间', amount: '额', counterparty: '对方', own: '本人' },
		{ network: 'alipay' },
	);
	const said = await readLines(mappedSource(one), '时间,额,对方,本人,x', [
		'2023-03-01,-5,138****0001,2088000000000001,',
		'2023-03-01,-5,2088000000000002,138****0001,',
		'2023-03-01,-5,2.08E+15,2088000000000001,',
	]);
	t.deepEqual(
		said.records.map(({ to }) => to),
		[{ account: 'nick:alipay:2088000000000001/138****0001', name: '138****0001' }],
	);
	t.deepEqual(faults(said), ['account 本人', 'account 对方']);
});

test('a file without the column of states is not read as if all had happened', async (t) => {
	const said = await readLines(mappedSource(orders), '订单编号,用户UID,方向,币种,金额(元),数量,下单时间,链,x', [
		'C1,900001,卖出,USDT,69,10,2023-03-05,,',
	]);
	t.deepEqual(faults(said), ['columns 订单状态']);
});

test('states of transfers: words of the mapping, else the usual ones', async (t) => {
	const one = mapping('s', ['时间', '额', '对方'], {
		time: '时间',
		amount: '额',
		counterparty: '对方',
		status: '状态',
	});
	const rows = ['成功', '已完成', '失败', '已取消', '处理中', ''].map((word) => `2023-03-01,5,样甲,${word},`);
	const states = async (reading: typeof one) =>
		(await readLines(mappedSource(reading), '时间,额,对方,状态,x', rows)).records.map(({ state }) => state);
	t.deepEqual(await states(one), ['done', 'done', 'failed', 'closed', 'open', 'open']);
	t.deepEqual(await states({ ...one, doneWords: ['处理中'] }), [
		'failed',
		'failed',
		'failed',
		'failed',
		'done',
		'failed',
	]);
});
