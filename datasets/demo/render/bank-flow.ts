import { local } from '../calendar.ts';
import { csvLine, gb18030, utf8, yuan } from '../text.ts';
import { workbook } from '../workbook.ts';
import type { Payment, Person } from '../world.ts';
import type { Posting } from './postings.ts';

const HEADER =
	'交易卡号,交易账号,账户开户名称,开户人证件号码,交易时间,交易金额,交易余额,收付标志,交易对手账卡号,现金标志,对手户名,对手身份证号,对手开户银行,摘要说明,交易币种,交易网点名称,交易网点代码,交易发生地,交易是否成功,传票号,终端号,IP地址,MAC地址,对手交易余额,交易流水号,日志号,凭证种类,凭证号,交易柜员号,商户名称,商户号,备注,交易类型,查询反馈结果原因'.split(
		',',
	);

/** Account in whose name the chat platform settles with banks (invented number). */
const CLEARING_ACCOUNT = '243300000001';
const CLEARING_NAME = '财付通支付科技有限公司';

/** How banks differ: encoding, words for in and out, how times stand. */
export type BankForm = 'utf8' | 'gb18030' | 'xlsx';
const WORDS: Readonly<Record<BankForm, readonly [string, string]>> = {
	utf8: ['进', '出'],
	gb18030: ['贷', '借'],
	xlsx: ['收', '付'],
};

/** The 34 columns in which police platforms return a bank account's movements, in yuan. */
export function bankFlow(owner: Person, postings: readonly Posting[], form: BankForm): Uint8Array {
	const rows = postings.map((posting, place) => cells(owner, posting, form, place));
	if (form === 'gb18030') rows.push(nothingFound(owner));
	if (form === 'xlsx') return workbook('交易明细', [HEADER, ...rows]);
	const text = [HEADER, ...rows].map((row) => `${csvLine(row)}\r\n`).join('');
	return form === 'utf8' ? utf8(text, true) : gb18030(text);
}

function cells(owner: Person, posting: Posting, form: BankForm, place: number): string[] {
	const payment = posting.payments[0] as Payment;
	const [inWord, outWord] = WORDS[form];
	const chat = payment.card !== '';
	const other = posting.side === 'out' ? payment.to : payment.from;
	const time = local(posting.at);
	return [
		owner.card,
		`1${owner.card.slice(-9)}`,
		owner.name,
		owner.identity,
		form === 'gb18030' ? time.replaceAll(/\D/g, '') : time,
		yuan(payment.fen),
		yuan(posting.balance),
		posting.side === 'out' ? outWord : inWord,
		chat ? CLEARING_ACCOUNT : other.account.slice('bank:'.length),
		'其它',
		chat ? CLEARING_NAME : other.name,
		'',
		chat ? '' : '样例商业银行',
		summary(payment),
		'CNY',
		'临江样例支行',
		'900001',
		'临江',
		payment.failed ? '失败' : '成功',
		'',
		'',
		'',
		'',
		'',
		chat ? payment.clearing : payment.order,
		`R${String(place + 1).padStart(6, '0')}`,
		'',
		'',
		'',
		'',
		'',
		'',
		chat ? '网联' : '转账',
		'',
	];
}

function summary({ means, memo, card }: Payment): string {
	if (means === 'top-up') return '财付通-微信零钱充值';
	if (means === 'withdrawal') return '财付通-微信零钱提现';
	return card ? '财付通-微信转账' : memo;
}

/** Platforms also return a row that says that another account was not found. */
function nothingFound(owner: Person): string[] {
	const row = HEADER.map(() => '');
	row[0] = `${owner.card.slice(0, -1)}0`;
	row[HEADER.length - 1] = '查询失败，查无此账户';
	return row;
}
