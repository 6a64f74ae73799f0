import { type AccountId, tenpayAccount } from '../ledger/account.ts';
import type { Attribution } from '../ledger/attribution.ts';
import { identified } from './attribution-id.ts';

/** Whom the certificate is about, as far as its first sentence says. */
interface StatementHolder {
	readonly account?: AccountId;
	readonly name?: string;
	readonly identity?: string;
}

const NAME = /兹证明[:：]?\s{0,5}([\p{Script=Han}A-Za-z·. ]{1,40}?)\s{0,5}[(（]/u;
const IDENTITY = /(?:身份证|证件)(?:号码?)?[:：]\s{0,5}([0-9A-Za-z-]{6,30})\s{0,5}[)）]/;
/** Up to the words that follow; a number that runs into the next line's digits is none. */
const HANDLE = /微信号[:：]\s{0,5}([A-Za-z0-9_-]{3,64})(?=\s{0,5}(?:[中的名在，,。;；)）]|$))/m;

/** A real name behind a payment account is checked against the identity card. */
const CONFIDENCE = 95;

/**
 * Reads `兹证明：<姓名>（居民身份证：<号>），在其微信号：<号>中的交易明细信息如下`. The sentence may be wrapped anywhere; what is
 * masked (`*`) says nothing.
 *
 * @param lines above the table of the first page
 */
export function statementHolder(lines: readonly string[]): StatementHolder {
	const text = lines.join('');
	const handle = HANDLE.exec(text)?.[1] ?? HANDLE.exec(lines.join('\n'))?.[1];
	const account = handle === undefined ? undefined : tenpayAccount(handle);
	const name = NAME.exec(text)?.[1]?.trim();
	const identity = IDENTITY.exec(text)?.[1];
	return {
		...(account === undefined ? {} : { account }),
		...(name === undefined ? {} : { name }),
		...(identity === undefined ? {} : { identity }),
	};
}

/** The certificate names the holder of the account that it is about: a claim of grade *registered*. */
export function holderClaims(holder: StatementHolder, account: AccountId, fileHash: string): Attribution[] {
	const { name, identity } = holder;
	if (name === undefined) return [];
	const claim = {
		account,
		party: name,
		...(identity === undefined ? {} : { identity }),
		category: 'person' as const,
		grade: 'registered' as const,
		source: `微信支付交易明细证明 ${fileHash.slice(0, 12)}:1`,
		confidence: CONFIDENCE,
	};
	return [identified(claim)];
}
