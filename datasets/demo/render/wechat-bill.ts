import { FIRST_DAY, LAST_DAY, local } from '../calendar.ts';
import { csvLine, utf8, yuan } from '../text.ts';
import { type Cell, workbook } from '../workbook.ts';
import type { Payment, Person } from '../world.ts';
import type { Posting } from './postings.ts';

const HEADER = '交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注'.split(',');
const TITLE = '微信支付账单明细';
const LIST = '----------------------微信支付账单明细列表--------------------';

interface Row {
	readonly at: number;
	readonly type: string;
	readonly other: string;
	readonly goods: string;
	readonly direction: '收入' | '支出' | '/';
	readonly fen: bigint;
	readonly method: string;
	readonly state: string;
	readonly order: string;
	readonly parent: string;
	readonly note: string;
}

/** The personal bill that a person exports in chat: no account, only nicknames; newest row first. */
export function wechatBill(owner: Person, postings: readonly Posting[], form: 'bom' | 'plain' | 'xlsx'): Uint8Array {
	const rows = postings.map((posting) => billRow(owner, posting)).reverse();
	if (form === 'xlsx') return sheet(owner, rows);
	const pad = ','.repeat(10);
	const lines = [
		...preamble(owner, rows, false).map((line) => line + pad),
		HEADER.join(','),
		...rows.map((row) => csvLine(cells(row, `¥${yuan(row.fen)}`))),
	];
	const end = form === 'bom' ? '\r\n' : '\n';
	return utf8(lines.map((line) => line + end).join(''), form === 'bom');
}

function preamble(owner: Person, rows: readonly Row[], workbookForm: boolean): string[] {
	const sum = (direction: Row['direction']) => {
		const some = rows.filter((row) => row.direction === direction);
		return `${some.length}笔 ${yuan(some.reduce((total, { fen }) => total + fen, 0n))}元`;
	};
	const notes = [
		'1. 充值/提现/理财通购买/零钱通存取/信用卡还款等交易，将计入中性交易',
		...(workbookForm ? ['2. 若交易记录明细无有效内容，则代表该时间段内此微信号无交易。'] : []),
		`${workbookForm ? 3 : 2}. 本明细仅展示当前账单中的交易，不包括已删除的记录`,
		workbookForm ? '4. 本账单中所有时间均为UTC+08:00时间' : '3. 本明细仅供个人对账使用',
	];
	return [
		TITLE,
		`微信昵称：[${owner.nickname}]`,
		`起始时间：[${FIRST_DAY} 00:00:00] 终止时间：[${LAST_DAY} 23:59:59]`,
		'导出类型：[全部]',
		'导出时间：[2023-06-20 15:11:42]',
		'',
		`共${rows.length}笔记录`,
		`收入：${sum('收入')}`,
		`支出：${sum('支出')}`,
		`中性交易：${sum('/')}`,
		'注：',
		...notes,
		'',
		LIST,
	];
}

function cells<Amount>(row: Row, amount: Amount): (string | Amount)[] {
	return [
		local(row.at),
		row.type,
		row.other,
		row.goods,
		row.direction,
		amount,
		row.method,
		row.state,
		`${row.order}\t`,
		`${row.parent}\t`,
		row.note,
	];
}

/** The newer form: amounts are numbers with a yuan format, all else is text. */
function sheet(owner: Person, rows: readonly Row[]): Uint8Array {
	const body = rows.map((row): Cell[] => cells(row, { number: asStored(row.fen), format: 'yuan' as const }));
	return workbook('Sheet1', [...preamble(owner, rows, true).map((line) => [line]), HEADER, ...body]);
}

/** The platform's workbooks hold binary fractions with all 17 digits: 548.58 stands as 548.58000000000004. */
function asStored(fen: bigint): string {
	return Number(yuan(fen))
		.toPrecision(17)
		.replace(/\.?0+$/, '');
}

function billRow(owner: Person, posting: Posting): Row {
	const payment = posting.payments[0] as Payment;
	const base = {
		at: posting.at,
		parent: payment.parent,
		note: '/',
		goods: '/',
		order: posting.side === 'in' ? payment.payeeOrder : payment.order,
	};
	if (posting.side === 'refund') return refundRow(base, payment);
	if (payment.means === 'top-up' || payment.means === 'withdrawal') return cardRow(base, owner, payment);
	return posting.side === 'in' ? incoming(base, payment) : outgoing(base, payment);
}

type Base = Pick<Row, 'at' | 'parent' | 'note' | 'goods' | 'order'>;

function incoming(base: Base, payment: Payment): Row {
	const packet = payment.means === 'packet' || payment.means === 'share';
	return {
		...base,
		type: packet ? '微信红包' : payment.means === 'collect' ? '群收款' : '转账',
		other: payment.from.nickname,
		goods: packet ? '/' : `转账备注:${payment.memo}`,
		direction: '收入',
		fen: payment.fen,
		method: '/',
		state: '已存入零钱',
	};
}

function outgoing(base: Base, payment: Payment): Row {
	const { means, to, memo, refund } = payment;
	const paid = { ...base, direction: '支出' as const, fen: payment.packet?.total ?? payment.fen, method: '零钱' };
	const given = refund?.whole ? '已全额退款' : refund ? `已退款(￥${yuan(refund.fen)})` : undefined;
	if (means === 'packet')
		return { ...paid, type: '微信红包（单发）', other: `发给${to.nickname}`, state: given ?? '支付成功' };
	if (means === 'share')
		return { ...paid, type: '微信红包（群红包）', other: '发出群红包', state: given ?? '支付成功' };
	if (means === 'shop')
		return { ...paid, type: '商户消费', other: to.nickname, goods: memo, state: given ?? '支付成功' };
	const goods = `转账备注:${memo}`;
	if (means === 'collect') return { ...paid, type: '群收款', other: to.nickname, goods, state: '支付成功' };
	return { ...paid, type: '转账', other: to.nickname, goods, state: given ? '对方已退还' : '对方已收钱' };
}

function refundRow(base: Base, payment: Payment): Row {
	const shop = payment.means === 'shop';
	const packet = payment.means === 'packet' || payment.means === 'share';
	return {
		...base,
		type: shop ? `${payment.to.nickname}-退款` : packet ? '微信红包-退款' : '转账-退款',
		other: shop || !packet ? payment.to.nickname : '/',
		direction: '收入',
		fen: payment.refund?.fen ?? 0n,
		method: '零钱',
		state: payment.refund?.whole ? '已全额退款' : `已退款(￥${yuan(payment.refund?.fen ?? 0n)})`,
		order: payment.refund?.order ?? '',
	};
}

function cardRow(base: Base, owner: Person, payment: Payment): Row {
	const top = payment.means === 'top-up';
	const bank = `示例银行(${owner.card.slice(-4)})`;
	return {
		...base,
		type: top ? '零钱充值' : '零钱提现',
		other: top ? '/' : bank,
		direction: '/',
		fen: payment.fen,
		method: bank,
		state: payment.failed ? '提现失败，已退回零钱' : top ? '充值完成' : '提现已到账',
		note: !payment.failed && payment.memo.startsWith('服务费') ? payment.memo : '/',
	};
}
