import { HINTS } from '../contract.ts';
import { between, type Expected, type Layout, type Movement, plain } from './layout.ts';
import { clock, csv, decimal, inOrder } from './print.ts';

const PREAMBLE = [
	'微信支付账单明细',
	'微信昵称：[样甲]',
	'起始时间：[2019-01-01 00:00:00] 终止时间：[2024-12-31 23:59:59]',
	'导出类型：[全部]',
	'导出时间：[2025-01-02 09:12:52]',
	'',
	'注：',
	'1. 充值/提现/理财通购买/零钱通存取/信用卡还款等交易，将计入中性交易',
	'',
	'----------------------微信支付账单明细列表--------------------',
];
const HEADER = '交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注'.split(',');
const OWNER = 'wechat:wxid_own';
const hints = { ...HINTS, owner: OWNER };

export const wechatBill: Layout = {
	source: 'wechat-bill',
	variant: 'CSV',
	hints,
	lines: (movements) => [
		...PREAMBLE.map((text) => `${text},,,,,,,,`),
		HEADER.join(','),
		...movements.map((movement) => csv(row(movement, `¥${decimal(movement.units, 2, movement.style % 2)}`))),
	],
	expected,
};

export const wechatWorkbook: Layout = {
	source: 'wechat-bill',
	variant: 'XLSX',
	hints,
	sheet: (movements) => [
		...PREAMBLE.map((text) => [text]),
		HEADER,
		...movements.map((movement) =>
			row(movement, '').map((cell, column) => (column === 5 ? Number(movement.units) / 100 : cell)),
		),
	],
	expected,
};

/** A payment of which half was given back. */
const isReturned = ({ out, style }: Movement) => out && style === 2;

function row(movement: Movement, amount: string): string[] {
	const { out, units, order, name, instant, style } = movement;
	const packet = style === 1;
	const returned = `已退款(￥${decimal(units / 2n, 2)})`;
	return inOrder(HEADER, {
		交易时间: clock(instant),
		交易类型: packet ? (out ? '微信红包（单发）' : '微信红包') : '转账',
		交易对方: packet && out ? `发给${name}` : name,
		商品: '/',
		'收/支': out ? '支出' : '收入',
		'金额(元)': amount,
		支付方式: '零钱',
		当前状态: isReturned(movement) ? returned : out ? '支付成功' : '已存入零钱',
		交易单号: `${order}\t`,
		商户单号: `1${order}\t`,
		备注: '/',
	});
}

function expected(movement: Movement): Expected[] {
	const name = plain(movement.name);
	const refund = isReturned(movement) ? { refunded: movement.units / 2n } : {};
	return [
		{
			amount: movement.units,
			instant: movement.instant,
			...between(movement, OWNER, `nick:${OWNER}/${name}`),
			...refund,
			order: movement.order,
			name,
		},
	];
}
