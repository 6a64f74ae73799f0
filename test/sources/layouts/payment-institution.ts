import { between, type Layout, type Movement, plain } from './layout.ts';
import { clock, csv, decimal, inOrder } from './print.ts';

const HEADER = (
	'序号 支付订单号 交易类型 支付类型 交易主体的出入账标识 交易时间 币种 交易金额 交易流水号 交易余额 收款方银行卡所属银行名称 ' +
	'收款方银行卡所属银行卡号 收款方的支付帐号 收款方的商户名称 付款方银行卡所属银行名称 付款方银行卡所属银行卡号 付款方的支付帐号 ' +
	'交易支付设备ip mac地址 备注'
).split(' ');
const OWN = 'wxid_own';

/** The table prints the payee's name alone. */
export const paymentInstitution: Layout = {
	source: 'payment-institution',
	lines: (movements) => [HEADER.join(','), ...movements.map((movement, index) => csv(row(movement, index)))],
	expected: (movement) => [
		{
			amount: movement.units,
			instant: movement.instant,
			...between(movement, `wechat:${OWN}`, `wechat:wxid_peer${movement.peer}`),
			asset: 'CNY',
			order: movement.order,
			...(movement.out ? { name: plain(movement.name) } : {}),
		},
	],
};

function row({ out, units, order, name, peer, instant, style }: Movement, index: number): string[] {
	const other = `wxid_peer${peer}`;
	return inOrder(HEADER, {
		序号: String(index + 1),
		支付订单号: order,
		交易类型: '转账',
		交易主体的出入账标识: out ? '出' : '入',
		交易时间: clock(instant),
		币种: style === 1 ? 'CNY' : '人民币',
		交易金额: decimal(units, 2, style),
		收款方的支付帐号: out ? other : OWN,
		收款方的商户名称: out ? name : '样甲',
		付款方的支付帐号: out ? OWN : other,
	});
}
