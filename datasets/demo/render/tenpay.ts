import { local } from '../calendar.ts';
import { utf8 } from '../text.ts';
import type { End, Means, Payment, Person } from '../world.ts';
import type { Posting } from './postings.ts';

/** Layouts of the judicial return: the usual 27 columns, and one of 26 with the user's bank and without the fund's. */
export type TenpayLayout = 27 | 26;

/** Values of a row by their place in the usual layout, whose headers repeat twice. */
const COLUMNS = [
	'用户ID',
	'交易单号',
	'大单号',
	'用户侧账号名称',
	'借贷类型',
	'交易业务类型',
	'交易用途类型',
	'交易时间',
	'交易金额(分)',
	'账户余额(分)',
	'用户银行卡号',
	'用户侧网银联单号',
	'网联/银联',
	'第三方账户名称',
	'对手方ID',
	'对手侧账户名称',
	'对手方银行卡号',
	'对手侧银行名称',
	'对手侧网银联单号',
	'网联/银联',
	'基金公司信息',
	'间联/非间联交易',
	'第三方账户名称',
	'对手方接收时间',
	'对手方接收金额(分)',
	'备注1',
	'备注2',
] as const;
const CARD = 10;
const FUND = 20;

const MEANS_WORDS: Readonly<Partial<Record<Means, string>>> = {
	packet: '微信红包',
	share: '微信红包',
	transfer: '微信转账',
	collect: '微信群收款',
	shop: '商户消费',
	'top-up': '微信零钱充值',
	withdrawal: '微信零钱提现',
};

/** TenpayTrades.txt of one account: TAB between cells, header on the first line, amounts in fen. */
export function tenpayTrades(
	handle: string,
	owner: Person,
	postings: readonly Posting[],
	layout: TenpayLayout,
	repeatHeader = false,
): Uint8Array {
	const lines = [shape([...COLUMNS], layout, '用户侧银行名称')];
	// The variant lists the newest row first.
	const listed = layout === 26 ? [...postings].reverse() : postings;
	for (const [place, posting] of listed.entries()) {
		// Returns pasted together from pages repeat their header.
		if (repeatHeader && place === Math.floor(postings.length / 2)) lines.push(lines[0] as string);
		for (const payment of posting.payments)
			lines.push(shape(cells(handle, owner, posting, payment), layout, bank(payment)));
	}
	return utf8(`${lines.join('\n')}\n`, layout === 26);
}

function bank(payment: Payment): string {
	return payment.card ? '示例银行' : '';
}

function shape(row: readonly string[], layout: TenpayLayout, bankCell: string): string {
	if (layout === 27) return row.join('\t');
	const kept = [...row.slice(0, CARD + 1), bankCell, ...row.slice(CARD + 1, FUND), ...row.slice(FUND + 2)];
	return kept.join('\t');
}

function cells(handle: string, owner: Person, posting: Posting, payment: Payment): string[] {
	const out = posting.side === 'out';
	const other: End | undefined = counterparty(posting.side, payment);
	const unaccepted = payment.refund?.whole === true && payment.means !== 'shop';
	const received = out && other !== undefined && !unaccepted;
	const [business, use] = words(posting.side, payment);
	return [
		handle,
		posting.side === 'refund'
			? (payment.refund?.order ?? '')
			: posting.side === 'in'
				? payment.payeeOrder
				: payment.order,
		payment.parent,
		owner.name,
		out ? '出' : '入',
		business,
		use,
		local(posting.at),
		amount(posting, payment).toString(),
		posting.balance.toString(),
		payment.card,
		payment.clearing,
		payment.clearing ? '网联' : '',
		'',
		other ? other.account.slice(other.account.indexOf(':') + 1) : '',
		other?.name ?? '',
		'',
		'',
		'',
		'',
		'',
		'非间连交易',
		'',
		received ? local(payment.receivedAt) : '',
		received ? payment.fen.toString() : '',
		MEANS_WORDS[payment.means] ?? '',
		posting.side === 'refund' ? '退款' : payment.memo,
	];
}

/** The other side; a move between balance and own card names none. */
function counterparty(side: Posting['side'], payment: Payment): End | undefined {
	if (payment.means === 'top-up' || payment.means === 'withdrawal') return undefined;
	if (side === 'refund') return payment.packet ? undefined : payment.to;
	return side === 'out' ? payment.to : payment.from;
}

function amount(posting: Posting, payment: Payment): bigint {
	if (posting.side === 'refund') return payment.refund?.fen ?? 0n;
	return posting.side === 'out' && payment.packet ? payment.packet.total : payment.fen;
}

function words(side: Posting['side'], payment: Payment): [string, string] {
	if (side === 'refund') return ['退款', '退款'];
	if (payment.means === 'top-up') return ['充值', '充值'];
	if (payment.means === 'withdrawal') return ['提现', '提现'];
	const business = payment.card && side === 'out' ? '快捷支付' : '余额支付';
	return [business, payment.means === 'shop' ? '消费' : '转账'];
}

/** TenpayRegInfo.txt: who is registered for the account, with bound cards; `former` had it before. */
export function tenpayRegistration(
	handle: string,
	person: Person,
	former?: { name: string; identity: string },
): Uint8Array {
	const bound = person.card ? ['绑定确认(正常)', '示例银行借记卡快捷支付', person.card] : ['', '', ''];
	const lines = [
		'账户状态\t账号\t注册姓名\t注册时间\t注册身份证号\t绑定手机\t绑定状态\t开户行信息\t银行账号',
		['正常', handle, person.name, '2017-05-12 09:30:11', person.identity, person.phone, ...bound].join('\t'),
		'',
		'注销信息',
		'账号\t注册姓名\t注册身份证号\t注册时间\t注销时间\t开户行信息\t银行账号\t绑定时间\t解绑时间',
	];
	if (former)
		lines.push(
			[handle, former.name, former.identity, '2014-02-01 08:00:00', '2016-11-30 20:15:00', '', '', '', ''].join('\t'),
		);
	return utf8(`${lines.join('\n')}\n`);
}

export function tenpayUnknown(handle: string): Uint8Array {
	return utf8(`账号${handle}不存在`);
}
