/** What the words of a WeChat bill mean. Sorted by the trap: refunds before all, money moved within one's own wallet next. */
import type { Medium, RecordState } from '../ledger/record.ts';

/** Which way money went, and by what means. `within`: between the parts of one wallet (零钱, 零钱通). */
export interface WechatKind {
	readonly medium: Medium;
	readonly way: 'in' | 'out' | 'within' | 'unknown';
}

const REFUND = /[-－]退款$/;

/**
 * 收/支 says the way of what it counts; `/` (中性交易) stands for moves of one's own money, whose way the type names.
 *
 * @param type 交易类型
 * @param direction 收/支, '' for `/`
 * @param other 交易对方
 * @param method 支付方式, '' for `/`
 */
export function wechatKind(type: string, direction: string, other: string, method: string): WechatKind {
	if (REFUND.test(type)) return { medium: 'refund', way: 'in' };
	const move = ownMove(type, method);
	if (move) return move;
	const way = direction === '收入' ? 'in' : direction === '支出' ? 'out' : 'unknown';
	return { medium: mediumOf(type, way, other), way };
}

function ownMove(type: string, method: string): WechatKind | undefined {
	if (type.startsWith('零钱提现')) return { medium: 'withdrawal', way: 'out' };
	if (type.startsWith('零钱充值')) return { medium: 'top-up', way: 'in' };
	if (type.startsWith('转入零钱通')) {
		return type.includes('来自零钱') ? { medium: 'other', way: 'within' } : { medium: 'top-up', way: 'in' };
	}
	if (type.startsWith('零钱通转出')) {
		return type.includes('到零钱') ? { medium: 'other', way: 'within' } : { medium: 'withdrawal', way: 'out' };
	}
	if (/^(?:信用卡还款|分付还款|购买理财通)/.test(type)) return { medium: 'other', way: 'out' };
	// 理财通 alone is a purchase or a sale: only a purchase names what it was paid with.
	if (type === '理财通') return { medium: 'other', way: method === '' ? 'in' : 'out' };
	return undefined;
}

function mediumOf(type: string, way: WechatKind['way'], other: string): Medium {
	if (type.includes('红包')) {
		return way === 'out' && (type.includes('群红包') || other.includes('群红包')) ? 'group-packet' : 'red-packet';
	}
	if (type === '转账' || type === '群收款') return 'chat-transfer';
	if (/消费|付款|收款|亲属卡|赞赏码|分分捐|还款/.test(type)) return 'payment';
	return 'other';
}

const DONE =
	/^(?:支付成功|已转账|对方已收钱|朋友已收钱|已收钱|已存入零钱|已到账|充值完成|充值成功|提现已到账|退款成功|已全额退款|对方已退还|已退还|已退款)/;

export function wechatState(status: string): RecordState {
	if (status.includes('失败')) return 'failed';
	if (/已关闭|交易关闭|已撤销/.test(status)) return 'closed';
	return DONE.test(status) ? 'done' : 'open';
}

const PARTLY_REFUNDED = /^已退款[（(][￥¥]?([\d,]+\.\d{2})[)）]$/;

/** What the status says was given back: the text of the sum, `all`, or undefined for nothing. */
export function refundIn(status: string): string | 'all' | undefined {
	if (status === '已全额退款' || status === '对方已退还' || status === '已退还') return 'all';
	return PARTLY_REFUNDED.exec(status)?.[1];
}

const FEE = /服务费[￥¥]?([\d,]+\.\d{2})/;

/** The service fee that a note names, as text: the row's amount includes it. */
export function feeIn(note: string): string | undefined {
	return FEE.exec(note)?.[1];
}

/** A note without the words that WeChat itself puts before it (`转账备注:`). */
export function noteIn(text: string): string {
	return text.replace(/^(?:转账备注|收款方备注|付款方留言)[:：]/, '');
}
