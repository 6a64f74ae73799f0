import { between, type Layout, type Movement, plain } from './layout.ts';
import { clock, decimal } from './print.ts';

const OWN = 'wxid_sample00000a';
const peerId = (peer: number) => `wxid_sample0000p${peer}`;

/** A heading above each payment tells the two accounts; the payment itself only their names. */
export const forensicReport: Layout = {
	source: 'forensic-report',
	encodings: ['utf-8', 'utf-8 with mark'],
	lines: (movements) => [
		'<!DOCTYPE html>',
		'<html><head><meta charset="utf-8"><title>取证报告</title></head>',
		'<body>',
		...movements.flatMap((movement) => {
			const { peer, name } = movement;
			const other = `${escaped(bare(name))}（${peerId(peer)}）`;
			return [`<h3>检材01/微信/样甲(${OWN})/流水记录/${other}(1)</h3>`, `<div><p>${payment(movement)}</p></div>`];
		}),
		'</body></html>',
	],
	expected: (movement) => [
		{
			amount: movement.units,
			instant: movement.instant,
			...between(movement, `wechat:${OWN}`, `wechat:${peerId(movement.peer)}`),
			asset: 'CNY',
			order: movement.order,
			name: bare(movement.name),
		},
	],
};

function payment({ out, units, order, name, instant, style }: Movement): string {
	const [payer, payee] = out ? ['样甲', escaped(bare(name))] : [escaped(bare(name)), '样甲'];
	const amount = decimal(units, 2, style % 2);
	return `${payer} 向 ${payee}转账 ${clock(instant)} ￥${amount} 已收款 [交易单号：${order}] 微信转账`;
}

/** A page shows white space as one space; brackets stand around the account. */
function bare(name: string): string {
	return plain(name)
		.replaceAll(/[()（）]/g, '')
		.replaceAll(/ +/g, ' ');
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
