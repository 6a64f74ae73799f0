import type { Findings, FindingsPerson } from '../../findings/schema.ts';
import { byFirmness, type Holding, type Parties, type Party } from '../../ledger/parties.ts';
import { coinsCaption, figureCaption, partyCaption, tracedCaption } from '../../reports/graph-captions.ts';
import { maskIdentity } from '../../reports/masking/shapes.ts';
import { say } from '../../reports/words.ts';
import type { FigureRow, HoldingRow, PartyRow } from '../../stores/conclusions.ts';
import { defined } from '../settings.ts';
import type { Quantity } from './quantities.ts';

/** Every party, those without a role among them: a path leads to services and overseas payers too. */
export function partyRows(parties: Parties): PartyRow[] {
	return [...parties.all.values()].map(partyRow).sort(byId);
}

function partyRow(party: Party): PartyRow {
	const last = party.spells.at(-1);
	const role = last?.role ?? '';
	return {
		id: party.id,
		name: party.name,
		nicknames: [...new Set(party.spells.flatMap((spell) => spell.nicknames))],
		identity: maskIdentity(party.identity),
		category: party.category,
		member: party.spells.length > 0,
		role,
		group: last?.group ?? '',
		superior: last?.superior ?? '',
		caption: partyCaption(party.name, role),
	};
}

/** Every claim, withdrawn ones among them, with its rank among the standing claims on its account. */
export function holdingRows(parties: Parties): HoldingRow[] {
	const claims = [...parties.all.values()].flatMap((party) =>
		party.attributions.map((attribution): Holding => ({ party, attribution })),
	);
	const standing = new Map<string, Holding[]>();
	for (const claim of claims) {
		if (claim.attribution.withdrawn) continue;
		const { account } = claim.attribution;
		standing.set(account, [...(standing.get(account) ?? []), claim]);
	}
	for (const list of standing.values()) list.sort(byFirmness);
	return claims
		.map((claim) => {
			const rank = standing.get(claim.attribution.account)?.indexOf(claim) ?? -1;
			return holdingRow(claim, rank < 0 ? undefined : rank);
		})
		.sort(byId);
}

function holdingRow({ party, attribution }: Holding, rank: number | undefined): HoldingRow {
	const { id, account, grade, confidence, source, from, until, withdrawn } = attribution;
	return {
		id,
		party: party.id,
		account,
		grade,
		confidence,
		source,
		...defined('from', from),
		...defined('until', until),
		...defined('withdrawn', withdrawn?.on),
		...defined('withdrawnWhy', withdrawn?.why),
		...defined('rank', rank),
	};
}

/** Every figure of every member, what of it each policy traces to seeds, and the seeded coins that reached their wallets. */
export function figureRows(findings: Findings, quantity: Quantity): FigureRow[] {
	return findings.people.flatMap((person) => [
		...Object.entries(person.figures).map(([name, figure]) => ({
			id: figure.id,
			party: person.id,
			name,
			asset: 'CNY',
			value: BigInt(figure.value),
			count: figure.count,
			...boundsOf(person, name),
			caption: figureCaption(person.name, name, BigInt(figure.value)),
		})),
		...person.tracedTotals.map(({ policy, asset, value }) => ({
			id: `${person.id}/traced-${policy}/${asset}`,
			party: person.id,
			name: `traced-${policy}`,
			asset,
			value: BigInt(value),
			count: person.figures.received?.count ?? 0,
			caption: tracedCaption(person.name, policy, quantity(BigInt(value), asset)),
		})),
		...person.coins.map(({ asset, received, count }) => ({
			id: `${person.id}/coins/${asset}`,
			party: person.id,
			name: 'coins',
			asset,
			value: BigInt(received),
			count,
			caption: coinsCaption(person.name, quantity(BigInt(received), asset)),
		})),
	]);
}

/** Figures that have bounds, by their names. */
const BOUNDED: ReadonlyMap<string, keyof FindingsPerson['bounds']> = new Map([
	['received', 'received'],
	['passed-on', 'passedOn'],
	['kept', 'kept'],
]);

/** In the words of the reports, Chinese as every text of the graph. */
function boundsOf(person: FindingsPerson, name: string): Pick<FigureRow, 'least' | 'most' | 'cap' | 'lacking'> {
	const figure = BOUNDED.get(name);
	if (figure === undefined) return {};
	const { least, most, cap, missing } = person.bounds[figure];
	return {
		...(least === undefined ? {} : { least: BigInt(least) }),
		...(most === undefined ? {} : { most: BigInt(most) }),
		cap: say('zh', cap.code, cap.facts),
		lacking: missing.map(({ code, facts }) => say('zh', code, facts)).join('；'),
	};
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
	return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
