import { grouped } from '../../ledger/grouped.ts';
import type { Role, Spell } from '../../ledger/person.ts';
import { reason } from '../reasons.ts';
import type { Reason } from '../types.ts';
import { compare } from './ties.ts';
import type { Hierarchy, RoleProposal, SuperiorProposal, UnitId } from './types.ts';

/** What the case says of somebody, beside what payments make of them. */
export interface Given {
	/** Of people.csv, in order of time; dates are claims. */
	readonly spells: readonly GivenSpell[];
	/** Whom the dialler put into which team, and when. */
	readonly teams: readonly DiallerTeam[];
	/** Checks they made of others. */
	readonly checksMade: number;
}

export interface GivenSpell extends Pick<Spell, 'role' | 'from' | 'until' | 'source'> {
	/** 上级 and 介绍人 as written, and the parties they name, where they name one. */
	readonly superior: string;
	readonly superiorParty?: UnitId;
	readonly introducerParty?: UnitId;
}

export interface DiallerTeam {
	readonly team: string;
	readonly from: number;
	readonly until: number;
	readonly calls: number;
}

/** Where payments and something given do not agree. */
export interface Difference {
	readonly unit: UnitId;
	readonly about: 'role' | 'superior' | 'dates' | 'unpaid' | 'checks' | 'dialler';
	readonly given: string;
	readonly proposed: string;
	/** Who or what gives it: source of the spell, or what kind of record. */
	readonly source: string;
	readonly reason: Reason;
	/** Proposals whose payments are the rows behind it. */
	readonly proposals: readonly string[];
}

/** How often what is given and what payments show agree, by what gives it. */
export interface Agreement {
	readonly basis: 'people-role' | 'people-superior' | 'introducer' | 'dialler' | 'checks';
	readonly same: number;
	readonly different: number;
}

export interface HierarchyComparison {
	readonly differences: readonly Difference[];
	readonly agreements: readonly Agreement[];
}

/** Payments outside the given dates by no more than this are a matter of when somebody was paid. */
const SLACK_MS = 7 * 86_400_000;
/** So many checks make somebody an inspector in the records of checks. */
const CHECKS_MIN = 5;

/** An organiser stands among core members or leaders: payments do not tell which. */
const SAME_ROLES: Readonly<Record<Role, readonly string[]>> = {
	core: ['core'],
	organiser: ['core', 'leader'],
	leader: ['leader'],
	inspector: ['inspector'],
	caller: ['caller'],
	technician: ['outsider'],
	other: ['outsider'],
};

/**
 * Sets proposals beside what the case gives: roles and superiors of people.csv, teams of the dialler, checks.
 *
 * @param given by party; who is not in it is given nothing
 * @param label how a unit is called in a report
 */
export function compareHierarchy(
	{ roles, superiors }: Hierarchy,
	given: ReadonlyMap<UnitId, Given>,
	label: (unit: UnitId) => string,
): HierarchyComparison {
	const tally = new Map<Agreement['basis'], { same: number; different: number }>();
	const count = (basis: Agreement['basis'], same: boolean) => {
		const known = tally.get(basis) ?? { same: 0, different: 0 };
		tally.set(basis, same ? { ...known, same: known.same + 1 } : { ...known, different: known.different + 1 });
	};
	const rolesOf = grouped(roles, ({ unit }) => unit);
	const superiorsOf = grouped(superiors, ({ unit }) => unit);
	const differences = [...given]
		.sort(([a], [b]) => compare(a, b))
		.flatMap(([unit, one]) => {
			const own = rolesOf.get(unit) ?? [];
			const above = superiorsOf.get(unit) ?? [];
			return [
				...roleDifferences(unit, one, own, count),
				...superiorDifferences(unit, one, above, label, count),
				...checkDifferences(unit, one, own, count),
			];
		});
	differences.push(...diallerDifferences(given, superiorsOf, label, count));
	return {
		differences,
		agreements: [...tally].sort(([a], [b]) => compare(a, b)).map(([basis, sums]) => ({ basis, ...sums })),
	};
}

type Count = (basis: Agreement['basis'], same: boolean) => void;

function roleDifferences(unit: UnitId, { spells }: Given, roles: readonly RoleProposal[], count: Count): Difference[] {
	const found: Difference[] = [];
	for (const role of roles) {
		const spell = longest(spells, role);
		if (!spell) continue;
		const same = SAME_ROLES[spell.role].includes(role.role);
		count('people-role', same);
		if (same) continue;
		const facts = { given: spell.role, proposed: role.role };
		found.push({
			unit,
			about: 'role',
			...facts,
			source: spell.source,
			reason: reason('hierarchy-role-differs', facts),
			proposals: [role.id],
		});
	}
	for (const spell of spells) {
		if (spell.role === 'technician' || spell.role === 'other' || roles.some((role) => common(spell, role) > 0))
			continue;
		const why = reason('hierarchy-unpaid', { given: spell.role });
		found.push({
			unit,
			about: 'unpaid',
			given: spell.role,
			proposed: '',
			source: spell.source,
			reason: why,
			proposals: [],
		});
	}
	return found;
}

function superiorDifferences(
	unit: UnitId,
	{ spells }: Given,
	superiors: readonly SuperiorProposal[],
	label: (unit: UnitId) => string,
	count: Count,
): Difference[] {
	return superiors.flatMap((one): Difference[] => {
		const spell = longest(spells, one);
		if (!spell) return [];
		if (spell.introducerParty !== undefined) count('introducer', spell.introducerParty === one.superior);
		const proposed = label(one.superior);
		const about = { unit, given: spell.superior, proposed, source: spell.source, proposals: [one.id] };
		if (spell.superior !== '') {
			const same = spell.superiorParty === one.superior;
			count('people-superior', same);
			if (!same) {
				const why = reason('hierarchy-superior-differs', { given: spell.superior, proposed });
				return [{ ...about, about: 'superior', reason: why }];
			}
		}
		const [first, last] = [spells[0], spells.at(-1)];
		const outside = Math.max((first?.from ?? -Infinity) - one.from, one.until - (last?.until ?? Infinity));
		if (outside <= SLACK_MS) return [];
		const why = reason('hierarchy-dates-differ', { proposed, days: Math.ceil(outside / 86_400_000) });
		return [{ ...about, about: 'dates', reason: why }];
	});
}

function checkDifferences(
	unit: UnitId,
	{ checksMade }: Given,
	roles: readonly RoleProposal[],
	count: Count,
): Difference[] {
	if (checksMade < CHECKS_MIN || roles.length === 0) return [];
	const same = roles.some(({ role }) => role === 'inspector');
	count('checks', same);
	if (same) return [];
	const proposed = roles[0]?.role ?? '';
	const why = reason('hierarchy-checks-differ', { checks: checksMade, proposed });
	const source = 'checks';
	return [
		{ unit, about: 'checks', given: 'inspector', proposed, source, reason: why, proposals: roles.map(({ id }) => id) },
	];
}

/** In each team of the dialler, whoever is paid by somebody else than most of the team are. */
function diallerDifferences(
	given: ReadonlyMap<UnitId, Given>,
	superiors: ReadonlyMap<UnitId, readonly SuperiorProposal[]>,
	label: (unit: UnitId) => string,
	count: Count,
): Difference[] {
	const teams = new Map<string, { unit: UnitId; proposal: SuperiorProposal }[]>();
	for (const [unit, { teams: own }] of given)
		for (const stretch of own) {
			const proposal = longest(superiors.get(unit) ?? [], stretch);
			if (proposal) teams.set(stretch.team, [...(teams.get(stretch.team) ?? []), { unit, proposal }]);
		}
	return [...teams]
		.sort(([a], [b]) => compare(a, b))
		.flatMap(([team, members]) => {
			const counts = new Map<UnitId, number>();
			for (const { proposal } of members) counts.set(proposal.superior, (counts.get(proposal.superior) ?? 0) + 1);
			const [usual] = [...counts].sort(([a, n], [b, m]) => m - n || compare(a, b))[0] as [UnitId, number];
			return members.flatMap(({ unit, proposal }): Difference[] => {
				const same = proposal.superior === usual;
				count('dialler', same);
				if (same) return [];
				const facts = { team, given: label(usual), proposed: label(proposal.superior) };
				const why = reason('hierarchy-dialler-differs', facts);
				return [{ unit, about: 'dialler', ...facts, source: team, reason: why, proposals: [proposal.id] }];
			});
		});
}

interface Stretch {
	readonly from?: number;
	readonly until?: number;
}

/** The one that shares the most time with a stretch; undefined where none does. */
function longest<T extends Stretch>(list: readonly T[], stretch: Stretch): T | undefined {
	let best: { readonly one: T; readonly shared: number } | undefined;
	for (const one of list) {
		const shared = common(one, stretch);
		if (shared > 0 && shared > (best?.shared ?? 0)) best = { one, shared };
	}
	return best?.one;
}

/** Shared milliseconds, both ends included; 0 where the stretches do not meet. */
function common(a: Stretch, b: Stretch): number {
	const from = Math.max(a.from ?? -Infinity, b.from ?? -Infinity);
	const until = Math.min(a.until ?? Infinity, b.until ?? Infinity);
	return Math.max(0, until - from + 1);
}
