import { type StatementRow, statementPdf } from '../statement-pdf.ts';
import { between, type Layout, type Movement } from './layout.ts';
import { clock, decimal } from './print.ts';

/** Of the builder's certificate. */
const OWN = 'wechat:wxid_sample00000a';
/** A certificate wraps its cells: names of one line and of three. */
const NAMES = ['样乙', '一个名字很长很长要分成三行才写得下的人', '小林', '周某某'];

const nameOf = (peer: number) => NAMES[peer % NAMES.length] as string;

export const wechatStatementPdf: Layout = {
	source: 'wechat-statement-pdf',
	bytes: (movements) => statementPdf(movements.map(row), { align: movements.length % 2 === 0 ? 'top' : 'middle' }),
	expected: (movement) => [
		{
			amount: movement.units,
			instant: movement.instant,
			...between(movement, OWN, `nick:${OWN}/${nameOf(movement.peer)}`),
			asset: 'CNY',
			order: movement.order,
			name: nameOf(movement.peer),
		},
	],
};

function row({ out, units, order, peer, instant, style }: Movement): StatementRow {
	const amount = decimal(units, 2, style % 2);
	return [order, clock(instant), '转账', out ? '支出' : '收入', '零钱', amount, nameOf(peer), '/'];
}
