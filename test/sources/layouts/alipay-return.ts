import { between, type Expected, type Layout, type Movement, plain } from './layout.ts';
import { clock, csv, decimal, inOrder } from './print.ts';

/** The four tables of a judicial return. Amounts are yuan, nothing is `null`. */
const OWN = '2088000000000001';
const peerUser = (peer: number) => `208800000000010${peer}`;

const DETAIL =
	'交易号 商户订单号 交易创建时间 付款时间 最近修改时间 交易来源地 类型 用户信息 交易对方信息 消费名称 金额（元） 收/支 交易状态 支付方式 充值流水号 备注 对应的协查数据'.split(
		' ',
	);
const BALANCE =
	'交易订单号/外部流水号 账户 对方帐户 交易发生日期 银行处理日期 收入金额(+)（元） 支出金额(-)（元） 余额（元） 业务类型 交易发生地 银行名称 备注 对应的协查数据'.split(
		' ',
	);
const TRANSFER =
	'交易号 付款方支付宝账号 收款方支付宝账号 收款机构信息 到账时间 转账金额（元） 转账产品名称 交易发生地 提现流水号 对应的协查数据'.split(
		' ',
	);
const TRADE =
	'交易号 外部交易号 交易状态 合作伙伴ID 买家用户id 买家信息 卖家用户id 卖家信息 交易金额（元） 收款时间 最后修改时间 创建时间 交易类型 来源地 商品名称 收货人地址 对应的协查数据'.split(
		' ',
	);

export const alipayAccountDetail: Layout = {
	source: 'alipay-account-detail',
	lines: tableOf(DETAIL, (movement) => ({
		交易号: movement.order,
		交易创建时间: clock(movement.instant),
		付款时间: movement.style === 1 ? 'null' : clock(movement.instant),
		类型: '转账',
		用户信息: `${OWN}(样甲)`,
		交易对方信息: party(movement),
		'金额（元）': decimal(movement.units, 2, movement.style === 2 ? 2 : 0),
		'收/支': movement.out ? '支出' : '收入',
		交易状态: '交易成功结束',
		对应的协查数据: OWN,
	})),
	expected,
};

export const alipayBalanceDetail: Layout = {
	source: 'alipay-balance-detail',
	lines: tableOf(BALANCE, (movement) => ({
		'交易订单号/外部流水号': movement.order,
		账户: `${OWN}(样甲)`,
		对方帐户: party(movement),
		交易发生日期: clock(movement.instant),
		[movement.out ? '支出金额(-)（元）' : '收入金额(+)（元）']:
			`${movement.out ? '-' : ''}${decimal(movement.units, 2, movement.style === 2 ? 2 : 0)}`,
		业务类型: '转账',
		对应的协查数据: OWN,
	})),
	expected,
};

export const alipayTransferDetail: Layout = {
	source: 'alipay-transfer-detail',
	lines: tableOf(TRANSFER, (movement) => ({
		交易号: movement.order,
		付款方支付宝账号: movement.out ? `${OWN}(样甲)` : party(movement),
		收款方支付宝账号: movement.out ? party(movement) : `${OWN}(样甲)`,
		到账时间: clock(movement.instant),
		'转账金额（元）': decimal(movement.units, 2),
		转账产品名称: '转账到支付宝账户',
		对应的协查数据: OWN,
	})),
	expected,
};

export const alipayTradeRecords: Layout = {
	source: 'alipay-trade-records',
	lines: tableOf(TRADE, (movement) => ({
		交易号: movement.order,
		交易状态: '交易成功',
		买家用户id: movement.out ? OWN : peerUser(movement.peer),
		买家信息: movement.out ? '样甲' : bare(movement.name),
		卖家用户id: movement.out ? peerUser(movement.peer) : OWN,
		卖家信息: movement.out ? bare(movement.name) : '样甲',
		'交易金额（元）': decimal(movement.units, 2),
		收款时间: movement.style === 1 ? 'null' : clock(movement.instant),
		创建时间: clock(movement.instant),
		交易类型: '即时到账交易',
		商品名称: '货款',
		对应的协查数据: OWN,
	})),
	expected,
};

function tableOf(
	header: readonly string[],
	cells: (movement: Movement) => Record<string, string>,
): NonNullable<Layout['lines']> {
	const filled = (row: readonly string[]) => row.map((cell) => (cell === '' ? 'null' : cell));
	return (movements) => [
		header.join(','),
		...movements.map((movement) => csv(filled(inOrder(header, cells(movement))))),
	];
}

/** A user number and a name in brackets, which are wide or narrow. */
function party({ peer, name, style }: Movement): string {
	return style === 1 ? `${peerUser(peer)}（${bare(name)}）` : `${peerUser(peer)}(${bare(name)})`;
}

/** Names without brackets of their own: one that is never closed would take the bracket around the name. */
function bare(name: string): string {
	return plain(name).replaceAll(/[()（）]/g, '');
}

function expected(movement: Movement): Expected[] {
	const { units, instant, order, peer, name } = movement;
	const sides = between(movement, `alipay:${OWN}`, `alipay:${peerUser(peer)}`);
	return [{ amount: units, instant, ...sides, asset: 'CNY', order, name: bare(name) }];
}
