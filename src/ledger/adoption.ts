import { hash } from 'node:crypto';
import { type AccountId, parseAccount } from './account.ts';
import type { Role } from './person.ts';
import { ROLE_WORDS } from './person.ts';

/**
 * What the case gains where a person confirms a proposal: somebody's account, somebody's role, or both. It is written into
 * the decision itself, so that it holds whatever later files do to the proposal.
 */
export interface Adoption {
	readonly account?: AccountId;
	/** Id of a party that the case knows; '' for somebody new. */
	readonly party: string;
	/** The party's name. */
	readonly name: string;
	/** What they are in the gang, where the proposal says so. */
	readonly role?: Role;
	readonly group?: string;
	/** Name of whom they answer to. */
	readonly superior?: string;
	/** First and last day of the role, `YYYY-MM-DD`. */
	readonly from?: string;
	readonly until?: string;
}

const FIELDS = [
	'account',
	'party',
	'name',
	'role',
	'group',
	'superior',
	'from',
	'until',
] as const satisfies readonly (keyof Adoption)[];

/** `account=wechat:…; party=p…; name=演示丙`: what 值 says in decisions.csv. */
export function writeAdoption(adoption: Adoption): string {
	return FIELDS.flatMap((field) => {
		const value = adoption[field] ?? '';
		return value === '' ? [] : [`${field}=${value.replaceAll(/[%;\r\n]/g, encodeURIComponent)}`];
	}).join('; ');
}

/** @returns undefined where the text is none, names neither account nor role, or nobody */
export function readAdoption(text: string): Adoption | undefined {
	const fields = new Map<string, string>();
	for (const part of text.split(/[;；]/)) {
		const at = part.indexOf('=');
		const field = part.slice(0, at).trim();
		if (at < 0 || fields.has(field) || !(FIELDS as readonly string[]).includes(field)) return undefined;
		fields.set(
			field,
			part
				.slice(at + 1)
				.trim()
				.replaceAll(/%(?:25|3B|0A|0D)/g, decodeURIComponent),
		);
	}
	const { account, role, party = '', name = '', from, until, ...more } = Object.fromEntries(fields);
	const reading = account === undefined ? undefined : parseAccount(account);
	if (reading?.ok === false || name === '' || (account === undefined && role === undefined)) return undefined;
	if (role !== undefined && !ROLES.has(role)) return undefined;
	if ([from, until].some((day) => day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day))) return undefined;
	return {
		...(reading?.ok ? { account: reading.account } : {}),
		party,
		name,
		...(role === undefined ? {} : { role: role as Role }),
		...more,
		...(from === undefined ? {} : { from }),
		...(until === undefined ? {} : { until }),
	};
}

const ROLES: ReadonlySet<string> = new Set(Object.values(ROLE_WORDS));

/**
 * Id of a point of the to-do list: `q` + 16 hex digits of what it asks about whom. The same question has the same id in
 * every run.
 */
export function pointId(code: string, about: string): string {
	return `q${hash('sha256', `${code}|${about}`).slice(0, 16)}`;
}
