/** Whose return a payment firm's table is: the common table has no column for it, but its accounts and title may tell. */
import { type AccountId, tenpayAccount } from '../ledger/account.ts';
import type { Sample } from './contract.ts';

/** `tenpay`, `alipay`, or `payment:…` by the firm's name; `payment:unnamed` where nothing names it. */
export type Firm = string;

/** Alipay numbers its users 2088 and 12 digits. */
const ALIPAY_USER = /^2088\d{12}$/;
const TENPAY_USER = /^wxid_|@[a-z]{2,8}\.tenpay\.com$/i;
const COMPANY = /[\p{Script=Han}（）()]{2,30}有限公司/u;

/** The firm that a payment account's own form tells of. */
export function firmOfHandle(handle: string): Firm | undefined {
	if (ALIPAY_USER.test(handle)) return 'alipay';
	return TENPAY_USER.test(handle) ? 'tenpay' : undefined;
}

/**
 * The firm of a file: by its accounts where those of its first rows tell of one firm only, else by a company's name above
 * the header.
 */
export function firmOfFile({ sheets }: Sample, preamble: readonly (readonly string[])[]): Firm {
	const firms = new Set(
		sheets.flatMap(({ rows }) => rows.flatMap((row) => row.flatMap((cell) => firmOfHandle(cell) ?? []))),
	);
	const [sole] = firms;
	if (firms.size === 1 && sole !== undefined) return sole;
	const company = COMPANY.exec(preamble.flat().join('\n'))?.[0];
	if (company === undefined) return 'payment:unnamed';
	return company.includes('财付通') ? 'tenpay' : company.includes('支付宝') ? 'alipay' : `payment:${company}`;
}

/** The account of a handle in a firm's books, undefined where the cell names none. */
export function firmAccount(firm: Firm, handle: string): AccountId | undefined {
	if (handle === '' || handle.includes('*')) return undefined;
	if (firm === 'tenpay') return tenpayAccount(handle);
	return firm === 'alipay' ? `alipay:${handle}` : `payment:${handle}`;
}
