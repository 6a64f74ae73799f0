import { between, type Expected, type Layout, type Movement, plain } from './layout.ts';
import { clock, csv, decimal, inOrder } from './print.ts';

const HEADER = (
	'交易卡号,交易账号,账户开户名称,开户人证件号码,交易时间,交易金额,交易余额,收付标志,交易对手账卡号,现金标志,对手户名,对手身份证号,' +
	'对手开户银行,摘要说明,交易币种,交易网点名称,交易网点代码,交易发生地,交易是否成功,传票号,终端号,IP地址,MAC地址,对手交易余额,' +
	'交易流水号,日志号,凭证种类,凭证号,交易柜员号,商户名称,商户号,备注,交易类型,查询反馈结果原因'
).split(',');
const AMOUNT = HEADER.indexOf('交易金额');
const OWN = '6222990000000000001';

const peerCard = (peer: number) => `622888000000000000${peer}`;

export const bankFlow: Layout = {
	source: 'bank-flow',
	variant: 'CSV',
	lines: (movements) => [HEADER.join(','), ...movements.map((movement) => csv(row(movement)))],
	expected,
};

/** Amounts are numbers of the sheet. */
export const bankWorkbook: Layout = {
	source: 'bank-flow',
	variant: 'XLSX',
	sheet: (movements) => [
		HEADER,
		...movements.map((movement) =>
			row(movement).map((cell, column) => (column === AMOUNT ? Number(movement.units) / 100 : cell)),
		),
	],
	expected,
};

function expected(movement: Movement): Expected[] {
	return [
		{
			amount: movement.units,
			instant: movement.instant,
			...between(movement, `bank:${OWN}`, `bank:${peerCard(movement.peer)}`),
			asset: 'CNY',
			order: movement.order,
			name: plain(movement.name),
		},
	];
}

const WORDS = {
	out: ['出', '借', 'D'],
	in: ['进', '贷', 'C'],
} as const;

function row({ out, units, order, name, peer, instant, style }: Movement): string[] {
	const time = clock(instant);
	return inOrder(HEADER, {
		交易卡号: OWN,
		账户开户名称: '样甲',
		交易时间: style === 1 ? time.replaceAll(/\D/g, '') : time,
		交易金额: decimal(units, 2, style),
		收付标志: WORDS[out ? 'out' : 'in'][style % 3] as string,
		交易对手账卡号: style === 2 ? `${peerCard(peer)} ` : peerCard(peer),
		对手户名: name,
		摘要说明: '跨行转账',
		交易币种: style === 0 ? '人民币' : 'CNY',
		交易是否成功: style === 0 ? '成功' : '是',
		交易流水号: order,
	});
}
