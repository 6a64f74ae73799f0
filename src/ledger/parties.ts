import { hash } from 'node:crypto';
import type { AccountId } from './account.ts';
import type { Attribution, AttributionGrade, PartyCategory } from './attribution.ts';
import type { Spell } from './person.ts';
import { holdsAt, type OpenSpan } from './span.ts';

/** The person or organisation that holds accounts. */
export interface Party {
	/** `p` + 12 hex digits of name and identity number. */
	readonly id: string;
	readonly name: string;
	readonly identity: string;
	readonly category: PartyCategory;
	/** In order of time; empty for a party that people.csv does not list. */
	readonly spells: readonly Spell[];
	/** Sorted by account; withdrawn ones among them. */
	readonly attributions: readonly Attribution[];
}

/** A party's account at an instant, with the claim that says so. */
export interface Holding {
	readonly party: Party;
	readonly attribution: Attribution;
}

/** Claims that contradict one another, or that name nobody in particular. For the to-do list. */
export type PartyDoubt =
	| { readonly kind: 'two-holders'; readonly account: AccountId; readonly parties: readonly string[] }
	| { readonly kind: 'equal-names'; readonly account: AccountId; readonly name: string; readonly claim: string };

export interface Parties {
	readonly all: ReadonlyMap<string, Party>;
	readonly doubts: readonly PartyDoubt[];
	/** Who held the account then; undefined where nobody is known, or two people of one name cannot be told apart. */
	holder(account: AccountId, instant: number): Holding | undefined;
	/** Parties of that name, nickname or identity number. */
	named(text: string): readonly Party[];
}

/** A firmer grade wins where two parties claim one account: who pays out of it matters more than in whose name it stands. */
const FIRMNESS: Readonly<Record<AttributionGrade, number>> = { controls: 0, uses: 1, registered: 2, proposed: 3 };

/**
 * Gathers people and attributions into parties. Two claims are of one party where the name and the identity number
 * agree; a claim without identity number joins the only party of its name, and none where there are several. Equal
 * real names alone never make one person of two who have identity numbers.
 */
export function gatherParties(spells: readonly Spell[], attributions: readonly Attribution[]): Parties {
	const identities = new Map<string, Set<string>>();
	for (const { person, identity } of spells) note(identities, person, identity);
	for (const { party, identity } of attributions) note(identities, party, identity);
	const idFor = (name: string, identity: string | undefined): string | undefined => {
		const known = identities.get(name) ?? new Set();
		if (identity !== undefined && identity !== '') return partyId(name, identity);
		if (known.size > 1) return undefined;
		return partyId(name, [...known][0] ?? '');
	};
	const drafts = new Map<string, { name: string; identity: string; spells: Spell[]; attributions: Attribution[] }>();
	const draft = (id: string, name: string) => {
		const known = identities.get(name) ?? new Set<string>();
		const identity = [...known].find((i) => partyId(name, i) === id) ?? '';
		const made = drafts.get(id) ?? { name, identity, spells: [], attributions: [] };
		drafts.set(id, made);
		return made;
	};
	const doubts: PartyDoubt[] = [];
	for (const spell of spells) {
		const id = idFor(spell.person, spell.identity);
		if (id !== undefined) draft(id, spell.person).spells.push(spell);
	}
	for (const attribution of attributions) {
		const id = idFor(attribution.party, attribution.identity);
		if (id !== undefined) draft(id, attribution.party).attributions.push(attribution);
		else {
			const { id: claim, account, party: name } = attribution;
			doubts.push({ kind: 'equal-names', account, name, claim });
		}
	}
	const all = new Map([...drafts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, d]) => [id, finish(id, d)]));
	const claims = claimsByAccount(all);
	const byText = partiesByText(all);
	return {
		all,
		doubts: [...doubts, ...contested(claims)].sort((a, b) => (a.account < b.account ? -1 : 1)),
		holder: (account, instant) => claims.get(account)?.find(({ attribution }) => holdsAt(attribution, instant)),
		named: (text) => byText.get(text) ?? [],
	};
}

/** Parties under every text that may name them: name, identity number, nicknames. */
function partiesByText(all: ReadonlyMap<string, Party>): Map<string, Party[]> {
	const byText = new Map<string, Party[]>();
	for (const party of all.values()) {
		for (const text of new Set([party.name, party.identity, ...party.spells.flatMap((s) => s.nicknames)])) {
			const list = byText.get(text);
			if (list) list.push(party);
			else byText.set(text, [party]);
		}
	}
	byText.delete('');
	return byText;
}

/** The role a party has on a day by people.csv; of several spells the one that began last. */
export function spellAt<Told extends OpenSpan>(
	party: { readonly spells: readonly Told[] },
	instant: number,
): Told | undefined {
	return party.spells.filter((spell) => holdsAt(spell, instant)).at(-1);
}

function partyId(name: string, identity: string): string {
	return `p${hash('sha256', `${name}|${identity}`).slice(0, 12)}`;
}

function finish(
	id: string,
	d: { name: string; identity: string; spells: Spell[]; attributions: Attribution[] },
): Party {
	const category = d.spells.length > 0 ? 'person' : (d.attributions.find((a) => !a.withdrawn)?.category ?? 'other');
	const spells = [...d.spells].sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity));
	const attributions = [...d.attributions].sort((a, b) =>
		a.account < b.account ? -1 : a.account > b.account ? 1 : a.id < b.id ? -1 : 1,
	);
	return { id, name: d.name, identity: d.identity, category, spells, attributions };
}

function claimsByAccount(all: ReadonlyMap<string, Party>): Map<AccountId, Holding[]> {
	const claims = new Map<AccountId, Holding[]>();
	for (const party of all.values()) {
		for (const attribution of party.attributions) {
			if (attribution.withdrawn) continue;
			const list = claims.get(attribution.account) ?? [];
			list.push({ party, attribution });
			claims.set(attribution.account, list);
		}
	}
	for (const list of claims.values()) list.sort(byFirmness);
	return claims;
}

/** Order of claims on one account, the firmest first. */
export function byFirmness(a: Holding, b: Holding): number {
	return (
		FIRMNESS[a.attribution.grade] - FIRMNESS[b.attribution.grade] ||
		b.attribution.confidence - a.attribution.confidence ||
		(a.attribution.id < b.attribution.id ? -1 : 1)
	);
}

function contested(claims: ReadonlyMap<AccountId, readonly Holding[]>): PartyDoubt[] {
	return [...claims].flatMap(([account, list]) => {
		const rivals = list.filter((a) => list.some((b) => b.party !== a.party && overlap(a.attribution, b.attribution)));
		const parties = [...new Set(rivals.map((h) => h.party.name))].sort();
		return rivals.length > 0 ? [{ kind: 'two-holders' as const, account, parties }] : [];
	});
}

function overlap(a: Attribution, b: Attribution): boolean {
	return (a.from ?? -Infinity) <= (b.until ?? Infinity) && (b.from ?? -Infinity) <= (a.until ?? Infinity);
}

function note(identities: Map<string, Set<string>>, name: string, identity: string | undefined): void {
	const known = identities.get(name) ?? new Set<string>();
	if (identity !== undefined && identity !== '') known.add(identity);
	identities.set(name, known);
}
