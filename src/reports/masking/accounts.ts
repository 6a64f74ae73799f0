import { handleOf, isChain, networkOf } from '../../ledger/account.ts';
import type { Cover } from '../package/part.ts';
import { FIRM_HOST, maskContact, maskHandle } from './shapes.ts';
import type { Subject } from './subjects.ts';

const ACCOUNT = /^[a-z][a-z0-9-]*:\S/;
/** Networks whose handles are made by the program and name nobody. */
const ANONYMOUS: ReadonlySet<string> = new Set(['unknown', 'bill']);

/** Whether text is an account: `network:handle`. */
export function isAccount(text: string): boolean {
	return ACCOUNT.test(text) && !/\s/.test(text.slice(0, text.indexOf(':')));
}

/** The mobile numbers of a case that its accounts are called by: found again inside other handles. */
function phonesOf(accounts: Iterable<string>): ReadonlySet<string> {
	const phones = [...accounts].flatMap((account) => MOBILE.exec(account)?.[1] ?? []);
	return new Set(phones);
}

const MOBILE = /^[a-z][a-z0-9-]*:(?:\+?86-?)?(1[3-9]\d{9})$/;

/** Whether a number is hidden in a handle: `wx13…`, or a phone of the case within a longer number. */
function holdsNumber(handle: string, phones: ReadonlySet<string>): boolean {
	if (/(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx])(?!\d)/.test(handle) && !FIRM_HOST.test(handle)) return true;
	for (let at = 0; at + 11 <= handle.length; at++) if (phones.has(handle.slice(at, at + 11))) return true;
	return false;
}

/** An account as it is masked by itself, equal ones not yet told apart. */
function maskOne(account: string, subject: Subject, { level }: Cover, phones: ReadonlySet<string>): string {
	const [network, handle] = [networkOf(account), handleOf(account)];
	if (ANONYMOUS.has(network) || handle.startsWith('@') || handle.startsWith('?')) return account;
	if (level === 'public') return `${network}:${maskContact(handle) ?? maskHandle(handle)}`;
	if (subject === 'other' && level === 'internal') return isChain(account) ? account : ended(network, handle);
	if (level === 'internal' || isChain(account)) return account;
	if (subject === 'other' || subject === 'third' || network === 'bank' || network === 'phone')
		return ended(network, handle);
	return holdsNumber(handle, phones) ? ended(network, handle) : `${network}:${maskContact(handle) ?? handle}`;
}

function ended(network: string, handle: string): string {
	return `${network}:${maskContact(handle) ?? maskHandle(handle)}`;
}

/**
 * Every account of a case as it is shown. Two accounts are never shown by one text: what would be equal is numbered in
 * the order of the true accounts, the same in every package of the case.
 *
 * @param accounts with whose they are; the order they come in does not matter
 * @param nameOf what a name in a bill is shown as
 */
export function maskAccounts(
	accounts: Iterable<readonly [string, Subject]>,
	cover: Cover,
	nameOf: (name: string) => string,
): ReadonlyMap<string, string> {
	const masked = new Map<string, string>();
	const sorted = [...accounts].sort(([a], [b]) => (a < b ? -1 : 1));
	const phones = phonesOf(sorted.map(([account]) => account));
	const alike = new Map<string, number>();
	const take = (account: string, shown: string, alikeBy: string) => {
		const number = (alike.get(alikeBy) ?? 0) + 1;
		alike.set(alikeBy, number);
		masked.set(account, shown === account || number === 1 ? shown : `${shown}·${number}`);
	};
	for (const [account, subject] of sorted) {
		if (networkOf(account) === 'nick') continue;
		// Numbered among all that might look alike, so that an account has its number in every package.
		take(account, maskOne(account, subject, cover, phones), ended(networkOf(account), handleOf(account)));
	}
	for (const [account, subject] of sorted) {
		if (networkOf(account) !== 'nick') continue;
		const { owner, name } = nickParts(account);
		const shown = masked.get(owner) ?? maskOne(owner, subject, cover, phones);
		const wanted = `nick:${shown}/${nameOf(name)}`;
		take(account, wanted, wanted);
	}
	return masked;
}

/** `nick:<account>/<name>`: someone whom the bill of an account calls so. */
export function nickParts(account: string): { readonly owner: string; readonly name: string } {
	const handle = handleOf(account);
	const slash = handle.indexOf('/');
	return { owner: handle.slice(0, slash), name: handle.slice(slash + 1) };
}
