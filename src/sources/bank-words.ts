/** What the words of a bank flow mean. Banks spell them in many ways; what is not listed is not guessed. */
import { type AccountId, ALIPAY_CLEARING, TENPAY_CLEARING } from '../ledger/account.ts';
import type { Medium, RecordState } from '../ledger/record.ts';

const IN = /^(?:进|贷|收|入|存入|转入|汇入|来账|(?:C|CR|CREDIT|I|IN)(?![a-z])|\+)/i;
const OUT = /^(?:出|借|付|支|取出|转出|汇出|往账|(?:D|DR|DEBIT|O|OUT)(?![a-z]))/i;

/** 收付标志 from the account holder's view: 贷 is money coming in. Undefined: blank or unknown. */
export function bankWay(text: string): 'in' | 'out' | undefined {
	if (IN.test(text)) return 'in';
	return OUT.test(text) ? 'out' : undefined;
}

const DONE = new Set(['', '成功', '交易成功', '已成功', '是', '1', '00', '01', 'Y', 'YES', 'TRUE', 'SUCCESS', '正常']);
const FAILED = new Set(['失败', '交易失败', '不成功', '未成功', '否', '0', 'N', 'NO', 'FALSE', 'FAIL', 'FAILED']);

/** 交易是否成功. A row without a word is a booked row. */
export function bankState(text: string): RecordState {
	const word = text.toUpperCase();
	if (DONE.has(word)) return 'done';
	return FAILED.has(word) || word.includes('失败') ? 'failed' : 'open';
}

/** 查询反馈结果原因: the row says that nothing was found, and is no movement. */
export function isQueryFailure(text: string): boolean {
	return /查询失败|无记录|查无此|反馈失败/.test(text);
}

/** The asset of 交易币种, undefined where it is no currency. Other currencies than yuan keep their own code. */
export function currencyOf(text: string): string | undefined {
	const named = CURRENCIES[text.toUpperCase()];
	if (named !== undefined) return named;
	return /^[A-Z]{3}$/.test(text) ? text : undefined;
}

const CURRENCIES: Readonly<Record<string, string>> = {
	'': 'CNY',
	CNY: 'CNY',
	RMB: 'CNY',
	'156': 'CNY',
	'01': 'CNY',
	人民币: 'CNY',
	人民币元: 'CNY',
	'人民币(元)': 'CNY',
	'人民币（元）': 'CNY',
	'840': 'USD',
	美元: 'USD',
	'344': 'HKD',
	港币: 'HKD',
	港元: 'HKD',
	'978': 'EUR',
	欧元: 'EUR',
};

/** The payment firm whose pool the row names instead of a person: the firm's own books tell who it was. */
export function firmIn(name: string, summary: string): AccountId | undefined {
	for (const text of [name, name === '' ? summary : '']) {
		if (/财付通|微信支付|微信零钱/.test(text)) return TENPAY_CLEARING;
		if (/支付宝/.test(text)) return ALIPAY_CLEARING;
	}
	return undefined;
}

export function bankMedium(words: string): Medium {
	if (/退款|退汇|冲正/.test(words)) return 'refund';
	return /手续费|短信费|年费|管理费/.test(words) ? 'fee' : 'bank';
}
