import { getAddress } from 'ethers/address';
import { isTronAddress, tronAddress } from './tron-address.ts';

/**
 * `network:handle`, in one canonical spelling, so that equal accounts are equal strings.
 *
 * | account | example |
 * |---|---|
 * | chain address | `tron:TR7N…`, `eth:0xdAC1…` (also `bsc:`, `polygon:`, `arbitrum:`; `evm-<chain id>:` on any other) |
 * | chat pay | `wechat:wxid_…`, `qq:10001`, `tenpay:o…@wx.tenpay.com`, `alipay:2088…` (or a login: `alipay:138…`) |
 * | bank | `bank:6222…` (digits only) |
 * | owner of a bill that names no account | `bill:<first 12 digits of the file's hash>` |
 * | someone known only by the name that an account's own bill gives them | `nick:<that account>/<name>` |
 * | nobody known: one for each record side | `unknown:<record id>` |
 */
export type AccountId = string;

const EVM_NETWORKS = ['eth', 'bsc', 'polygon', 'arbitrum'] as const;
/** Not those that have a name: `evm-1` would be a second spelling of `eth`. */
const OTHER_EVM = /^evm-(?!(?:1|56|137|42161)$)[1-9]\d{0,14}$/;

/** What a bank row names when money passes between a card and a payment firm: the firm's pool, nobody's own account. */
export const TENPAY_CLEARING: AccountId = 'tenpay:@clearing';
export const ALIPAY_CLEARING: AccountId = 'alipay:@clearing';
export const CLEARING_ACCOUNTS: ReadonlySet<AccountId> = new Set([TENPAY_CLEARING, ALIPAY_CLEARING]);
/** Where the firms' service fees go, such as the one for a withdrawal (服务费). */
export const TENPAY_FEE: AccountId = 'tenpay:@fee';
export const ALIPAY_FEE: AccountId = 'alipay:@fee';

/** Why a text is not an account of the network. */
export type AccountFault = 'empty' | 'malformed' | 'checksum' | 'masked';

export type AccountReading =
	| { readonly ok: true; readonly account: AccountId }
	| { readonly ok: false; readonly fault: AccountFault };

const addresses = new Map<string, AccountReading>();

/**
 * The canonical account of a handle on a network. TRON in its three spellings (Base58Check, `41…` hex, `0x…` hex),
 * EVM in any case (mixed case must carry a right checksum, EIP-55), the rest trimmed.
 */
export function readAccount(network: string, text: string): AccountReading {
	const handle = text.trim();
	if (handle === '') return { ok: false, fault: 'empty' };
	if (network !== 'tron' && !isEvm(network)) return readHandle(network, handle);
	// Checking an address costs 40 µs and the same few occur millions of times.
	const key = `${network}:${handle}`;
	const known = addresses.get(key);
	if (known) return known;
	const reading = network === 'tron' ? readTron(handle) : readEvm(network, handle);
	if (addresses.size > 1_000_000) addresses.clear();
	addresses.set(key, reading);
	return reading;
}

/** The account, or undefined where the text is none. */
export function accountOf(network: string, text: string): AccountId | undefined {
	const reading = readAccount(network, text);
	return reading.ok ? reading.account : undefined;
}

/**
 * Reads what a person types for an account: `network:handle`, a bare chain address, or a card number.
 * Chat accounts need their network: a bare word could be anybody's name.
 */
export function parseAccount(text: string): AccountReading {
	const trimmed = text.trim();
	const colon = trimmed.indexOf(':');
	if (colon > 0) return readAccount(trimmed.slice(0, colon).toLowerCase(), trimmed.slice(colon + 1));
	if (/^T[1-9A-HJ-NP-Za-km-z]{33}$/.test(trimmed) || /^41[0-9a-fA-F]{40}$/.test(trimmed))
		return readAccount('tron', trimmed);
	if (/^0x[0-9a-fA-F]{40}$/.test(trimmed)) return readAccount('eth', trimmed);
	if (/^\d{12,19}$/.test(trimmed)) return readAccount('bank', trimmed);
	return { ok: false, fault: trimmed === '' ? 'empty' : 'malformed' };
}

/** The account of a handle in the Tenpay ledger, which WeChat and QQ share (TenpayTrades 用户ID, 对手方ID). */
export function tenpayAccount(handle: string): AccountId | undefined {
	const trimmed = handle.trim();
	if (trimmed === '') return undefined;
	if (trimmed.includes('@')) return `tenpay:${trimmed}`;
	if (/^[1-9]\d{4,10}$/.test(trimmed)) return `qq:${trimmed}`;
	return `wechat:${trimmed}`;
}

/** Someone known only by `name` in the bill of `owner`. */
export function nickAccount(owner: AccountId, name: string): AccountId {
	return `nick:${owner}/${name}`;
}

/** The owner of a bill that names no account. */
export function billAccount(fileHash: string): AccountId {
	return `bill:${fileHash.slice(0, 12)}`;
}

/** A side of one record about which nothing at all is known. */
export function unknownAccount(record: string, side: 'from' | 'to'): AccountId {
	return `unknown:${record}-${side}`;
}

export function networkOf(account: AccountId): string {
	return account.slice(0, account.indexOf(':'));
}

export function handleOf(account: AccountId): string {
	return account.slice(account.indexOf(':') + 1);
}

/** Whether the network is Ethereum or works as it does: `eth`, `bsc`, `polygon`, `arbitrum`, or `evm-<chain id>`. */
function isEvm(network: string): boolean {
	return (EVM_NETWORKS as readonly string[]).includes(network) || OTHER_EVM.test(network);
}

/** Whether money can lie in the account: a seat at a dialler is an account only so that attributions say who sat there. */
export function holdsMoney(account: AccountId): boolean {
	return networkOf(account) !== 'seat';
}

/** Whether the account is on a chain, where every transfer is public and final. */
export function isChain(account: AccountId): boolean {
	const network = networkOf(account);
	return network === 'tron' || isEvm(network);
}

/**
 * How firmly the account itself is known, 0 firmest: an identifier; the owner of a bill, or an Alipay login (a phone or
 * mail, of which one user number has several); a nickname; nobody.
 */
export function vagueness(account: AccountId): 0 | 1 | 2 | 3 {
	const network = networkOf(account);
	if (network === 'alipay') return ALIPAY_USER.test(account) ? 0 : 1;
	return network === 'unknown' ? 3 : network === 'nick' ? 2 : network === 'bill' ? 1 : 0;
}

/** Alipay's user number; `alipay:@clearing` is the firm's own. */
const ALIPAY_USER = /^alipay:(?:2088\d{12}|@\w+)$/;

function readTron(handle: string): AccountReading {
	if (handle.includes('*') || handle.includes('…')) return { ok: false, fault: 'masked' };
	if (/^(?:0x|41)[0-9a-fA-F]{40}$/.test(handle)) {
		return { ok: true, account: `tron:${tronAddress(handle.slice(2))}` };
	}
	if (!/^T[1-9A-HJ-NP-Za-km-z]{33}$/.test(handle)) return { ok: false, fault: 'malformed' };
	return isTronAddress(handle) ? { ok: true, account: `tron:${handle}` } : { ok: false, fault: 'checksum' };
}

function readEvm(network: string, handle: string): AccountReading {
	if (handle.includes('*') || handle.includes('…')) return { ok: false, fault: 'masked' };
	if (!/^0x[0-9a-fA-F]{40}$/.test(handle)) return { ok: false, fault: 'malformed' };
	try {
		return { ok: true, account: `${network}:${getAddress(handle)}` };
	} catch {
		return { ok: false, fault: 'checksum' };
	}
}

function readHandle(network: string, handle: string): AccountReading {
	if (!/^[a-z][a-z0-9-]*$/.test(network)) return { ok: false, fault: 'malformed' };
	if (network !== 'bank') return { ok: true, account: `${network}:${handle}` };
	const digits = handle.replaceAll(/[\s-]/g, '').replace(/_\d+_\d+$/, '');
	if (digits.includes('*')) return { ok: false, fault: 'masked' };
	return /^[0-9A-Za-z]{4,34}$/.test(digits)
		? { ok: true, account: `bank:${digits}` }
		: { ok: false, fault: 'malformed' };
}
