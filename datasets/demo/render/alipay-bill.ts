import { FIRST_DAY, LAST_DAY, local } from '../calendar.ts';
import { gb18030, yuan } from '../text.ts';
import type { Payment, Person } from '../world.ts';

const DASHES = '-'.repeat(84);
const TITLE = `${'-'.repeat(24)}支付宝（中国）网络技术有限公司  电子客户回单${'-'.repeat(24)}`;

/** The Alipay app's bill since 2022: GB18030, cells padded, a comma too many. */
export function alipayBill(owner: Person, payments: readonly Payment[]): Uint8Array {
	const rows = payments
		.filter(({ means, from, to }) => means === 'alipay' && (from.person === owner || to.person === owner))
		.sort((a, b) => b.at - a.at);
	const done = rows.filter(({ failed }) => !failed);
	const out = done.filter(({ from }) => from.person === owner);
	const sum = (list: readonly Payment[]) => yuan(list.reduce((total, { fen }) => total + fen, 0n));
	const lines = [
		DASHES,
		'导出信息：',
		`姓名：${owner.name}`,
		`支付宝账户：${owner.phone}`,
		`起始时间：[${FIRST_DAY} 00:00:00]    终止时间：[${LAST_DAY} 23:59:59]`,
		'导出交易类型：[全部]',
		'导出时间：[2023-06-21 10:05:33]',
		`共${rows.length}笔记录`,
		`收入：${done.length - out.length}笔 ${sum(done.filter((row) => !out.includes(row)))}元`,
		`支出：${out.length}笔 ${sum(out)}元`,
		'不计收支：0笔 0.00元',
		'',
		'特别提示：',
		...Array.from({ length: 9 }, (_, n) => `${n + 1}.（提示文字略）`),
		'',
		TITLE,
		`${'交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注'
			.split(',')
			.map((name) => name.padEnd(16))
			.join(',')},`,
		...rows.map((row) => alipayRow(owner, row)),
	];
	return gb18030(lines.map((line) => `${line}\r\n`).join(''));
}

function alipayRow(owner: Person, { at, from, to, fen, memo, order, failed }: Payment): string {
	const paid = from.person === owner;
	const other = paid ? to : from;
	const masked = `${other.person?.phone.slice(0, 3) ?? '199'}******${other.person?.phone.slice(-2) ?? '00'}`;
	const cells = [
		local(at),
		'转账红包',
		other.name,
		masked,
		memo,
		paid ? '支出' : '收入',
		yuan(fen),
		'余额',
		failed ? '交易关闭' : '交易成功',
		`${order}\t`,
		'\t',
		'',
	];
	return `${cells.map((cell) => cell.padEnd(12)).join(',')},`;
}
