/** The headings of a phone's forensic report, below which its payments stand. */
import { type AccountId, nickAccount, tenpayAccount } from '../ledger/account.ts';

/** Whose payments, and with whom. */
export interface ForensicHeading {
	readonly own: { readonly account: AccountId; readonly name: string };
	/** `account` is undefined for a group: who of it paid or was paid is not said. */
	readonly other: { readonly account?: AccountId; readonly name: string };
}

const MARK = '/流水记录/';
/** Longer ones are no headings. */
const LENGTH_MAX = 500;

/**
 * Reads `<检材>/微信(分身版)/<昵称>(<wxid>)/流水记录/<对方名>（<对方wxid>）(<笔数>)`. Names may hold brackets and slashes.
 *
 * @returns undefined for every other heading
 */
export function forensicHeading(text: string): ForensicHeading | undefined {
	const at = text.indexOf(MARK);
	if (at < 0 || text.length > LENGTH_MAX) return undefined;
	const left = /\/微信(?:[（(]分身版[）)])?\/(.*)$/.exec(text.slice(0, at))?.[1];
	const own = left === undefined ? undefined : named(left);
	const account = own && tenpayAccount(own.handle);
	if (!own || account === undefined) return undefined;
	const right = text.slice(at + MARK.length).replace(/\s*\(\d+\)$/, '');
	const other = named(right);
	const name = other?.name ?? right.trim();
	return { own: { account, name: own.name }, other: { ...otherAccount(account, name, other?.handle), name } };
}

export function isForensicHeading(text: string): boolean {
	return text.includes(MARK);
}

/** `<name>(<handle>)`, the last brackets hold the handle. */
function named(text: string): { readonly name: string; readonly handle: string } | undefined {
	const match = /^(.*)[（(]([\w@.-]{1,64})[）)]$/.exec(text.trim());
	return match ? { name: (match[1] ?? '').trim(), handle: match[2] ?? '' } : undefined;
}

function otherAccount(own: AccountId, name: string, handle: string | undefined): { account?: AccountId } {
	if (handle?.endsWith('@chatroom')) return {};
	const account = handle === undefined ? undefined : tenpayAccount(handle);
	if (account !== undefined) return { account };
	return name === '' ? {} : { account: nickAccount(own, name) };
}
