/** The table of 微信支付交易明细证明 as it is printed: its columns, and what wrapping and paging do to its cells. */
import type { Fragment } from './pdf-document.ts';
import type { PdfLayout } from './pdf-table.ts';
import type { WechatField } from './wechat-record.ts';

export const STATEMENT_NAMES = ['交易单号', '交易时间', '交易类型', '交易方式', '交易对方', '商户单号'] as const;

const DAY = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/;
/** The end of a number and the time beside it, which some documents show at one go. */
const NUMBER_AND_TIME = /^(\d+)\s*(\d{4}-\d{2}-\d{2}(?:\s+\d{2}:\d{2}:\d{2})?|\d{2}:\d{2}:\d{2})$/;

export const STATEMENT: PdfLayout<WechatField> = {
	names: {
		order: ['交易单号', '交易订单号'],
		time: ['交易时间'],
		type: ['交易类型'],
		direction: ['收/支/其他', '收/支'],
		method: ['交易方式', '支付方式'],
		amount: ['金额(元)', '金额'],
		other: ['交易对方'],
		merchant: ['商户单号', '商家单号'],
		goods: ['商品'],
		status: ['当前状态'],
		note: ['备注'],
	},
	required: ['order', 'time', 'type', 'direction', 'amount', 'other'],
	leading: 'time',
	begins: (text) => DAY.test(text),
	isWhole: ({ order, time, direction, amount }) =>
		isOrder(cellText('order', order)) &&
		cellText('time', time).includes(':') &&
		direction.length > 0 &&
		amount.length > 0,
	isFooter,
	isEnd: (text) => /^(?:说明|注)(?:[:：]|$)/.test(text),
	cut: (fragment, head) => {
		const match = NUMBER_AND_TIME.exec(fragment.text.trim());
		const time = head.cells.find(({ field }) => field === 'time');
		if (!match || !time) return [fragment];
		const [, number = '', clock = ''] = match;
		const middle = (time.x + time.right) / 2;
		const right = Math.min(fragment.right, time.x);
		return [
			{ ...fragment, text: number, right },
			{ ...fragment, text: clock, x: middle, right: middle },
		] satisfies Fragment[];
	},
};

/** An order number has 28 to 36 digits: fewer are part of one, more are two. */
export function isOrder(text: string): boolean {
	return /^\d{28,36}$/.test(text);
}

/** A cell's lines as one text. Lines are cut within words (`微信红包-退`, `款`); only day and time of day have a space between. */
export function cellText(field: WechatField, lines: readonly string[]): string {
	const [first = '', ...more] = lines;
	return field === 'time' && /^\d{4}\D\d{1,2}\D\d{1,2}$/.test(first)
		? [first, more.join('')].join(' ').trim()
		: lines.join('');
}

const FOOTER =
	/^(?:第\s*\d+\s*页|页码|\d+\s*[/／]\s*\d+$|共\s*\d+\s*[页笔]|财付通|业务专用章|打印|开具|编号|币种|单位)|微信支付交易明细证明|具体交易明细/;

/** Page numbers, the stamp's words, and explanations below the table. */
export function isFooter(text: string): boolean {
	return FOOTER.test(text);
}

/** A page number alone. At the top of a page it may as well be the end of an order number. */
export function isPageNumber(text: string): boolean {
	return /^(?:-\s?)?\d{1,4}(?:\s?-)?$/.test(text);
}
