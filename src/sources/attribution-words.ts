/** The words by which case tables and mapped tables name networks, relations and categories, and what they mean. */
import { type AccountReading, isChain, parseAccount, readAccount } from '../ledger/account.ts';
import type { AttributionGrade, PartyCategory } from '../ledger/attribution.ts';

/** How a table names the tie between account and party (关系). */
const RELATIONS: ReadonlyMap<string, AttributionGrade> = new Map([
	['登记', 'registered'],
	['实名', 'registered'],
	['实名登记', 'registered'],
	['控制', 'controls'],
	['实际控制', 'controls'],
	['使用', 'uses'],
	['推定', 'proposed'],
	['疑似', 'proposed'],
	['registered', 'registered'],
	['controls', 'controls'],
	['uses', 'uses'],
	['proposed', 'proposed'],
]);

/**
 * Confidence of a relation where the table states none: a convention of this program, so that a table without the
 * column still sorts as its words do. Nothing is decided by it.
 */
export const USUAL_CONFIDENCE: Readonly<Record<AttributionGrade, number>> = {
	registered: 100,
	controls: 90,
	uses: 70,
	proposed: 30,
};

/** How a table names what the party is (类别). */
const CATEGORIES: ReadonlyMap<string, PartyCategory> = new Map([
	['人员', 'person'],
	['个人', 'person'],
	['境外', 'overseas'],
	['服务商', 'service'],
	['交易所', 'service'],
	['商户', 'merchant'],
	['经营', 'operating'],
	['家属', 'family'],
	['亲属', 'family'],
	['单位', 'employer'],
	['其他', 'other'],
	['person', 'person'],
	['overseas', 'overseas'],
	['service', 'service'],
	['exchange', 'service'],
	['merchant', 'merchant'],
	['operating', 'operating'],
	['family', 'family'],
	['employer', 'employer'],
	['other', 'other'],
]);

/** How people write a network before the colon of `network:handle`. Ids of networks stand for themselves. */
const NETWORKS: ReadonlyMap<string, string> = new Map([
	['微信', 'wechat'],
	['财付通', 'tenpay'],
	['支付宝', 'alipay'],
	['银行', 'bank'],
	['银行卡', 'bank'],
	['波场', 'tron'],
	['trc20', 'tron'],
	['以太坊', 'eth'],
	['erc20', 'eth'],
]);

export function relationOf(word: string): AttributionGrade | undefined {
	return RELATIONS.get(word.toLowerCase());
}

export function categoryOf(word: string): PartyCategory | undefined {
	return CATEGORIES.get(word.toLowerCase());
}

/** Networks without a chain that people write before a colon. */
const BOOKS: ReadonlySet<string> = new Set(['wechat', 'qq', 'tenpay', 'alipay', 'bank', 'binance', 'okx', 'htx']);

/** Whether the text names its network itself (`bank:6222…`, `微信:wxid_…`). A colon alone may stand in a chat handle. */
export function namesNetwork(text: string): boolean {
	const colon = text.search(/[:：]/);
	if (colon <= 0) return false;
	const network = text.slice(0, colon).trim().toLowerCase();
	return NETWORKS.has(network) || BOOKS.has(network) || isChain(`${network}:`);
}

/** An account as people write it into a table: as `parseAccount` reads it, the network also by its Chinese name. */
export function writtenAccount(text: string): AccountReading {
	const colon = text.search(/[:：]/);
	// A bare card number, spaced as it stands on the card.
	if (/^\d[\d\s-]{10,30}\d$/.test(text)) return readAccount('bank', text);
	if (colon <= 0) return parseAccount(text);
	const network = text.slice(0, colon).trim().toLowerCase();
	return readAccount(NETWORKS.get(network) ?? network, text.slice(colon + 1));
}
