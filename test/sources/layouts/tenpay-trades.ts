import { between, type Expected, type Layout, type Movement, plain } from './layout.ts';
import { clock, inOrder } from './print.ts';

const HEADER = (
	'用户ID 交易单号 大单号 用户侧账号名称 借贷类型 交易业务类型 交易用途类型 交易时间 交易金额(分) 账户余额(分) 用户银行卡号 ' +
	'用户侧网银联单号 网联/银联 第三方账户名称 对手方ID 对手侧账户名称 对手方银行卡号 对手侧银行名称 对手侧网银联单号 ' +
	'网联/银联 基金公司信息 间联/非间联交易 第三方账户名称 对手方接收时间 对手方接收金额(分) 备注1 备注2'
).split(' ');

/** A red packet of which the other side got a share: the whole is three times as much. */
const isPacket = ({ out, style }: Movement) => out && style === 2;

export const tenpayTrades: Layout = {
	source: 'tenpay-trades',
	variant: 'TXT',
	lines: (movements) => [HEADER, ...movements.map(row)].map((cells) => cells.join('\t')),
	expected,
};

export const tenpayWorkbook: Layout = {
	source: 'tenpay-trades',
	variant: 'XLSX',
	sheet: (movements) => [HEADER, ...movements.map(row)],
	expected,
};

function expected(movement: Movement): Expected[] {
	return [
		{
			amount: movement.units,
			instant: movement.instant,
			...between(movement, 'wechat:wxid_own', `wechat:wxid_peer${movement.peer}`),
			order: movement.order,
			name: plain(movement.name),
		},
	];
}

function row(movement: Movement): string[] {
	const { out, units, order, name, peer, instant, style } = movement;
	return inOrder(HEADER, {
		用户ID: 'wxid_own',
		交易单号: order,
		大单号: `9${order}`,
		用户侧账号名称: '样甲',
		借贷类型: out ? '出' : '入',
		交易业务类型: '余额支付',
		交易用途类型: '转账',
		交易时间: clock(instant),
		'交易金额(分)': String(isPacket(movement) ? units * 3n : units),
		对手方ID: `wxid_peer${peer}`,
		对手侧账户名称: plain(name),
		'间联/非间联交易': '非间连交易',
		'对手方接收金额(分)': style === 1 ? '' : String(units),
		备注1: isPacket(movement) ? '微信红包' : '微信转账',
		备注2: '/',
	});
}
