import { bankWay } from './bank-words.ts';
import type { Mapping } from './mapping.ts';

/**
 * Which way a word of the direction column points, from the own account's view: by the mapping's words, else by those
 * of banks and wallets. Undefined: neither.
 */
export function wayOf(word: string, { inWords, outWords }: Mapping): 'in' | 'out' | undefined {
	if (inWords || outWords) return inWords?.includes(word) ? 'in' : outWords?.includes(word) ? 'out' : undefined;
	if (/^(?:充值|充币|充入|deposit)/i.test(word)) return 'in';
	return /^(?:提现|提币|提取|提出|withdraw)/i.test(word) ? 'out' : bankWay(word);
}

/** Whether coins came to the own account (买) or left it (卖). Undefined: neither. */
export function orderSide(word: string, { inWords, outWords }: Mapping): 'buy' | 'sell' | undefined {
	if (inWords || outWords) return inWords?.includes(word) ? 'buy' : outWords?.includes(word) ? 'sell' : undefined;
	if (/^(?:买|买入|买币|购买|购入|buy)$/i.test(word)) return 'buy';
	return /^(?:卖|卖出|卖币|出售|售出|sell)$/i.test(word) ? 'sell' : undefined;
}
