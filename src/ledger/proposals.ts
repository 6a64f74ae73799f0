import { type AccountId, handleOf, networkOf } from './account.ts';
import type { Parties, Party } from './parties.ts';
import type { Alias } from './statement.ts';

/** Somebody who may hold an account because of what it is called. A person decides; nothing is applied. */
export interface HolderProposal {
	readonly account: AccountId;
	readonly alias: string;
	readonly kind: Alias['kind'];
	readonly party: string;
	readonly name: string;
	/** `equal`: the same text; `near`: the same but for case, width, spaces and signs, or with the name in it. */
	readonly how: 'equal' | 'near';
	/** How many parties the alias fits: more than one tells nobody apart. */
	readonly rivals: number;
}

/** A name of one character stands in too many others to say anything. */
const NAME_LENGTH_MIN = 2;

/**
 * Members whose name or nickname equals, or nearly equals, what an account is called, where nobody is said to hold it.
 *
 * Equal names alone never join: nicknames are changed and shared, and real names are common.
 *
 * @param accounts that occur in transfers: those known by a name alone (`nick:`) carry it in themselves
 */
export function proposeHolders(
	aliases: readonly Alias[],
	accounts: Iterable<AccountId>,
	parties: Parties,
): HolderProposal[] {
	const names = memberNames(parties);
	const held = heldAccounts(parties);
	const seen = new Set<string>();
	const proposals: HolderProposal[] = [];
	for (const alias of [...aliases, ...nicksIn(accounts)]) {
		const key = `${alias.account}\n${alias.name}`;
		if (seen.has(key) || held.has(alias.account)) continue;
		seen.add(key);
		const found = matches(alias.name, names);
		for (const { party, how } of found) {
			const { account, name, kind } = alias;
			proposals.push({ account, alias: name, kind, party: party.id, name: party.name, how, rivals: found.length });
		}
	}
	return proposals.sort(
		(a, b) => compare(a.account, b.account) || compare(a.alias, b.alias) || compare(a.party, b.party),
	);
}

function* nicksIn(accounts: Iterable<AccountId>): Generator<Pick<Alias, 'account' | 'name' | 'kind'>> {
	for (const account of accounts) {
		if (networkOf(account) !== 'nick') continue;
		const handle = handleOf(account);
		yield { account, name: handle.slice(handle.indexOf('/') + 1), kind: 'nickname' };
	}
}

interface MemberName {
	readonly party: Party;
	readonly text: string;
	readonly plain: string;
	/** A real name is found within a remark (`二组-张三`); a nickname of two characters stands in too many words. */
	readonly isReal: boolean;
}

function memberNames(parties: Parties): MemberName[] {
	return [...parties.all.values()]
		.filter((party) => party.spells.length > 0)
		.flatMap((party) =>
			[...new Set([party.name, ...party.spells.flatMap((spell) => spell.nicknames)])]
				.map((text) => ({ party, text, plain: plainName(text), isReal: text === party.name }))
				.filter(({ plain }) => plain.length >= NAME_LENGTH_MIN),
		);
}

function matches(alias: string, names: readonly MemberName[]): { party: Party; how: 'equal' | 'near' }[] {
	const plain = plainName(alias);
	if (plain.length < NAME_LENGTH_MIN) return [];
	const found = new Map<Party, 'equal' | 'near'>();
	for (const { party, text, plain: name, isReal } of names) {
		if (alias === text) found.set(party, 'equal');
		else if (!found.has(party) && (plain === name || (isReal && plain.includes(name)))) found.set(party, 'near');
	}
	// Where the whole text is somebody's name, those whose name merely stands in it are beside the point.
	const equal = [...found].filter(([, how]) => how === 'equal');
	return (equal.length > 0 ? equal : [...found]).map(([party, how]) => ({ party, how }));
}

/** Letters and digits alone, in one width and case: how a name is written without its ornaments. */
export function plainName(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Accounts that somebody is said to hold. */
function heldAccounts(parties: Parties): Set<AccountId> {
	const claims = [...parties.all.values()].flatMap((party) => party.attributions);
	return new Set(claims.filter((claim) => !claim.withdrawn).map((claim) => claim.account));
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
