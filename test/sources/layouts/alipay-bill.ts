import { HINTS } from '../contract.ts';
import { between, type Expected, type Layout, type Movement, plain } from './layout.ts';
import { clock, csv, decimal, inOrder } from './print.ts';

const OWNER = 'alipay:own@example.com';
const source = 'alipay-bill';
const RULE = '-'.repeat(84);
const TITLE = '支付宝（中国）网络技术有限公司  电子客户回单';

const WEB =
	'交易号,商家订单号,交易创建时间,付款时间,最近修改时间,交易来源地,类型,交易对方,商品名称,金额（元）,收/支,交易状态,服务费（元）,成功退款（元）,备注,资金状态'.split(
		',',
	);
const APP_2021 =
	'收/支,交易对方,对方账号,商品说明,收/付款方式,金额,交易状态,交易分类,交易订单号,商家订单号,交易时间'.split(',');
const APP_2022 =
	'交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注'.split(',');

/** The web site's bill, with a comma at the end of each line. Half of some payments was given back. */
export const alipayWeb: Layout = {
	source,
	variant: 'web',
	lines: (movements) => [
		'支付宝交易记录明细查询',
		'账号:[own@example.com]',
		'起始日期:[2019-01-01 00:00:00]    终止日期:[2025-01-01 00:00:00]',
		'---------------------------------交易记录明细列表------------------------------------',
		line(WEB),
		...movements.map((movement) =>
			line(
				inOrder(WEB, {
					交易号: movement.order,
					交易创建时间: clock(movement.instant - 2000),
					付款时间: clock(movement.instant),
					最近修改时间: clock(movement.instant + 5000),
					交易来源地: '其他（包括阿里巴巴和外部商家）',
					类型: '即时到账交易',
					交易对方: movement.name,
					商品名称: '转账',
					'金额（元）': decimal(movement.units, 2, movement.style === 2 ? 2 : 0),
					'收/支': movement.out ? '支出' : '收入',
					交易状态: '交易成功',
					'服务费（元）': '0.00',
					'成功退款（元）': isReturned(movement) ? decimal(movement.units / 2n, 2) : '0.00',
					资金状态: movement.out ? '已支出' : '已收入',
				}),
			),
		),
		RULE,
		`共${movements.length}笔记录`,
		'已收入:1笔,0.01元',
		'导出时间:[2025-01-08 14:34:22]    用户:样甲',
	],
	expected: (movement) => expected(movement, isReturned(movement) ? movement.units / 2n : 0n, false),
};

export const alipayApp2021: Layout = {
	source,
	variant: 'app of 2021',
	hints: { ...HINTS, owner: OWNER },
	lines: (movements) => [
		`${'-'.repeat(20)}${TITLE}${'-'.repeat(20)}`,
		line(APP_2021),
		...movements.map((movement) => line(inOrder(APP_2021, appCells(movement)))),
		RULE,
		'1.本明细仅展示当前账单中的交易，不包括已删除的记录',
		'2.本明细仅供个人对账使用。',
	],
	expected: (movement) => expected(movement, 0n, true),
};

export const alipayApp2022: Layout = {
	source,
	variant: 'app since 2022',
	lines: (movements) => [
		RULE,
		'导出信息：',
		'姓名：样甲',
		'支付宝账户：own@example.com',
		'起始时间：[2019-01-01 00:00:00]    终止时间：[2024-12-31 23:59:59]',
		`共${movements.length}笔记录`,
		'',
		'特别提示：',
		'1.本回单内容可表明支付宝受理了相应支付交易申请',
		'',
		`${'-'.repeat(24)}${TITLE}${'-'.repeat(24)}`,
		line(APP_2022),
		...movements.map((movement) => line(inOrder(APP_2022, { ...appCells(movement), 备注: '' }))),
	],
	expected: (movement) => expected(movement, 0n, true),
};

/** Every cell padded with spaces and a TAB, as these exports do. */
function line(cells: readonly string[]): string {
	return cells.map((cell) => (/[",\t]/.test(cell) ? `${csv([cell])},` : `${cell}  \t,`)).join('');
}

function appCells({ out, units, order, name, peer, instant, style }: Movement): Record<string, string> {
	return {
		交易时间: clock(instant),
		交易分类: '转账红包',
		交易对方: name,
		对方账号: style === 1 ? `peer${peer}@example.com` : style === 2 ? 'pee***@example.com' : '/',
		商品说明: '转账',
		'收/支': out ? '支出' : '收入',
		金额: decimal(units, 2),
		'收/付款方式': '余额',
		交易状态: '交易成功',
		交易订单号: order,
		商家订单号: '',
	};
}

const isReturned = ({ out, style }: Movement) => out && style === 1;

function expected(movement: Movement, refunded: bigint, hasLogins: boolean): Expected[] {
	const { units, instant, order, peer, style } = movement;
	const name = plain(movement.name);
	const theirs = hasLogins && style === 1 ? `alipay:peer${peer}@example.com` : `nick:${OWNER}/${name}`;
	const refund = refunded === 0n ? {} : { refunded };
	return [{ amount: units, instant, ...between(movement, OWNER, theirs), asset: 'CNY', order, ...refund, name }];
}
