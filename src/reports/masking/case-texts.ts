import { handleOf, networkOf } from '../../ledger/account.ts';
import type { LedgerRow } from '../ledger-row.ts';
import type { Cover, PackageInput } from '../package/part.ts';
import { isAccount, maskAccounts, nickParts } from './accounts.ts';
import type { Treatment } from './fields.ts';
import { MaskedIds, Ties } from './ids.ts';
import { soundsLikeName, standIns } from './names.ts';
import { maskIdentity } from './shapes.ts';
import { isPersonName, type MaskedParty, type Subject, Subjects, subjectOf } from './subjects.ts';
import { TextMask } from './text.ts';
import { showFindings } from './walk.ts';

/** Every text of a case that is hidden somewhere, and what is shown for it. What is shown as it is may be absent. */
export interface CaseTexts {
	readonly accounts: ReadonlyMap<string, string>;
	readonly names: ReadonlyMap<string, string>;
	readonly identities: ReadonlyMap<string, string>;
	readonly text: TextMask;
	/** Absent where ids stay as they are. */
	readonly ids?: MaskedIds;
}

/**
 * Gathers what a case knows of people and accounts and decides what of it is shown. Reads the rows once; the order of
 * rows and parties does not matter.
 */
export function caseTexts(
	{ findings, rows, terms }: Omit<PackageInput, 'cover'>,
	cover: Cover,
	parties: Iterable<MaskedParty>,
): CaseTexts {
	const [names, accounts] = [new Subjects(), new Subjects()];
	const identities = new Map<string, string>();
	for (const party of parties) {
		const subject = subjectOf(party, cover);
		for (const name of [party.name, ...party.spells.flatMap((spell) => spell.nicknames)]) names.note(name, subject);
		for (const { account } of party.attributions) accounts.note(account, subject);
		if (party.identity !== '') identities.set(party.identity, shownIdentity(party.identity, subject, cover));
	}
	const others = new Subjects();
	const note = (text: string, treatment: Treatment) => {
		if (isAccount(text)) others.note(text, 'third');
		else if (treatment === 'name' || (treatment === 'official' && cover.level === 'public')) names.note(text, 'third');
		return text;
	};
	showFindings(findings, note);
	for (const account of [...terms.services, ...terms.origins]) others.note(account, 'third');
	const ids = cover.level === 'internal' ? undefined : new MaskedIds(findings);
	const ties = new Ties(ids);
	for (const row of rows) {
		noteRow(row, names, others, cover);
		ties.note(row);
	}
	ties.end();
	for (const [account] of others.entries()) if (accounts.get(account) === undefined) accounts.note(account, 'third');
	noteNicks(accounts, names);
	return {
		...hidden(names, accounts, identities, cover, findings.case.language, ids),
		...(ids === undefined ? {} : { ids }),
	};
}

/** Firms that take payments have accounts of their own kind; who else is known by no party is a third. */
function noteRow(row: LedgerRow, names: Subjects, accounts: Subjects, { level }: Cover): void {
	const { payer, payerId, payerAccount, payerCard, payee, payeeId, payeeAccount } = row;
	for (const account of [payerAccount, payerCard, payeeAccount]) accounts.note(account, 'third');
	const note = (name: string, account: string) =>
		names.note(name, level === 'public' && isPersonName(name) ? 'third' : holderOf(account));
	if (payerId === '') note(payer, payerAccount);
	if (payeeId === '') note(payee, payeeAccount);
}

function holderOf(account: string): Subject {
	return /@mch\.tenpay\.com$|^[a-z-]+:@/.test(account) ? 'firm' : 'third';
}

/** Names by which one account's bill calls another. */
function noteNicks(accounts: Subjects, names: Subjects): void {
	for (const [account, subject] of accounts.entries()) {
		if (networkOf(account) === 'nick') names.note(nickParts(account).name, subject);
	}
}

function hidden(
	names: Subjects,
	accounts: Subjects,
	identities: ReadonlyMap<string, string>,
	cover: Cover,
	language: 'zh' | 'en',
	ids: MaskedIds | undefined,
): Omit<CaseTexts, 'ids'> {
	const [hide, keep] = [new Set<string>(), new Set<string>()];
	for (const [name, subject] of names.entries()) (namesHidden(subject, cover) ? hide : keep).add(name);
	const stands = new Map([...standIns(new Set([...hide, ...keep]), language)].filter(([name]) => hide.has(name)));
	const masked = maskAccounts(accounts.entries(), cover, (name) => stands.get(name) ?? name);
	const inText = [...stands].filter(
		([name]) => soundsLikeName(name) || (names.get(name) !== 'third' && [...name].length >= 2),
	);
	// A name that is shown stays whole where a hidden one is a part of it.
	for (const name of keep) if (soundsLikeName(name)) inText.push([name, name]);
	return {
		accounts: masked,
		names: stands,
		identities,
		text: new TextMask(
			wordsOf(masked, identities),
			inText,
			cover.level !== 'internal',
			(text) => ids?.in(text) ?? text,
		),
	};
}

function namesHidden(subject: Subject, { level, names }: Cover): boolean {
	if (subject === 'firm') return false;
	if (subject === 'third') return level !== 'internal';
	return subject === 'other' || names === 'masked';
}

function shownIdentity(identity: string, subject: Subject, { level }: Cover): string {
	const hiddenWhole = subject === 'other' || (level !== 'internal' && subject !== 'own') || level === 'public';
	if (hiddenWhole) return '*'.repeat([...identity].length);
	return level === 'internal' ? identity : maskIdentity(identity);
}

/** What stands as a word of its own in running text: numbers in both cases, handles long enough to mean nobody else. */
function wordsOf(accounts: ReadonlyMap<string, string>, identities: ReadonlyMap<string, string>): Map<string, string> {
	const words = new Map<string, string>();
	for (const [account, shown] of accounts) {
		const handle = handleOf(account);
		if (account === shown || networkOf(account) === 'nick' || handle.length < (/^\d+$/.test(handle) ? 7 : 5)) continue;
		words.set(handle, handleOf(shown));
		if (/^0x[0-9A-Fa-f]{40}$/.test(handle)) words.set(handle.toLowerCase(), handleOf(shown));
	}
	for (const [identity, shown] of identities) {
		if (identity.length < 6 || identity === shown) continue;
		for (const each of [identity, identity.toLowerCase(), identity.toUpperCase()]) words.set(each, shown);
	}
	return words;
}
