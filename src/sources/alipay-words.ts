/** What the words of Alipay's rows mean, in bills and in judicial returns. What no word tells is not guessed. */
import type { Medium, RecordState } from '../ledger/record.ts';
import { isBank } from './alipay-party.ts';

/** What a row says in words; '' where its table has no such column. */
export interface AlipayWords {
	/** 类型, 交易分类. */
	readonly type: string;
	/** 商品说明, 消费名称. */
	readonly goods: string;
	readonly other: string;
	/** 收/支: 支出, 收入, and for neither 其他, 不计收支 or nothing. */
	readonly direction: string;
	/** 收/付款方式, 支付方式. */
	readonly method: string;
	readonly status: string;
	/** 资金状态. */
	readonly funds: string;
	/** 交易号, 交易订单号. */
	readonly order: string;
	/** 商家订单号. */
	readonly merchant: string;
}

/** Which way money went, and by what means. `within`: between the parts of one account (余额, 余额宝), or frozen there. */
export interface AlipayKind {
	readonly medium: Medium;
	readonly way: 'in' | 'out' | 'within' | 'unknown';
}

const NEUTRAL = new Set(['', '其他', '不计收支']);

/** Whether 收/支 says of the row that it counts as neither. */
export function isNeutral(direction: string): boolean {
	return NEUTRAL.has(direction);
}

/** Refunds first; then the direction that is printed; then, where none is, the words for moves of one's own money. */
export function alipayKind(words: AlipayWords): AlipayKind {
	const way = wayOf(words);
	const neutral = isNeutral(words.direction);
	if (isRefund(words, neutral)) return { medium: 'refund', way: neutral && way === 'unknown' ? 'in' : way };
	return (neutral && ownMove(words)) || { medium: mediumOf(words, way), way };
}

/** As 收/支 prints it, else as 资金状态 does. */
function wayOf({ direction, funds }: AlipayWords): 'in' | 'out' | 'unknown' {
	const word = isNeutral(direction) ? funds.slice(-2) : direction;
	return word === '收入' ? 'in' : word === '支出' ? 'out' : 'unknown';
}

/**
 * Goods are the payer's own note in a transfer, which may call anything a refund: they count where the row has no
 * direction, or the number of a refund. So does 退款成功, which beside a direction may be the state of a payment.
 */
function isRefund({ type, goods, status, order }: AlipayWords, neutral: boolean): boolean {
	if (type.endsWith('退款')) return true;
	return (neutral || order.includes('_')) && (status === '退款成功' || /^退款(?:[-－]|$)/.test(goods));
}

/** Pots of one's own money within the account. */
const POT = /余额宝|余利宝|笔笔攒/;

function ownMove({ type, goods, other, method, status }: AlipayWords): AlipayKind | undefined {
	const text = `${type} ${goods} ${other}`;
	if (/冻结|解冻/.test(`${text} ${status}`)) return { medium: 'other', way: 'within' };
	if (/收益|卖出|赎回|放款/.test(text)) return { medium: 'other', way: 'in' };
	if (/买入|申购|定投|还款/.test(text)) return { medium: 'other', way: 'out' };
	if (/提现|转出到银行卡|转出至银行卡/.test(text)) return { medium: 'withdrawal', way: 'out' };
	if (POT.test(text) && /转入/.test(text)) {
		return isBank(method) ? { medium: 'top-up', way: 'in' } : { medium: 'other', way: 'within' };
	}
	if (POT.test(text) && /转出/.test(text)) return { medium: 'other', way: 'within' };
	if (/充值/.test(text)) return { medium: 'top-up', way: 'in' };
	return /转账到银行卡/.test(text) ? { medium: 'bank', way: 'out' } : undefined;
}

const PACKET = /^(?:普通|拼手气|现金|群|口令|支付宝|个人)*红包/;

/** 转账红包 is the class of both, which the goods tell apart. 即时到账交易 is a purchase only where a shop numbered it. */
function mediumOf({ type, goods, merchant }: AlipayWords, way: AlipayKind['way']): Medium {
	if (/手续费|服务费/.test(type) || /^提现(?:手续费|服务费)/.test(goods)) return 'fee';
	if (way === 'out' && (type === '提现' || /^(?:余额)?提现/.test(goods))) return 'withdrawal';
	if (PACKET.test(goods) || PACKET.test(type)) {
		return way === 'out' && /拼手气|群红包/.test(`${type} ${goods}`) ? 'group-packet' : 'red-packet';
	}
	if (goods.endsWith('收益发放')) return 'other';
	if (type.includes('转账') || goods === '转账') return 'chat-transfer';
	return type === '即时到账交易' && merchant === '' ? 'chat-transfer' : 'payment';
}

/** 交易状态. Waiting (等待付款, 等待确认收货) is open: nothing says yet that the payee has it. */
export function alipayState(status: string): RecordState {
	if (/失败|未成功/.test(status)) return 'failed';
	if (/关闭|撤销|取消/.test(status)) return 'closed';
	if (/等待|处理中|待/.test(status)) return 'open';
	return /成功|结束|完成|已收款|已到账/.test(status) ? 'done' : 'open';
}
