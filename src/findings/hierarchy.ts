import { pointId } from '../ledger/adoption.ts';
import { standing } from '../ledger/decision.ts';
import type { Party } from '../ledger/parties.ts';
import type { Hierarchy, RoleProposal, Tie } from '../payroll/hierarchy/types.ts';
import type { Derived, HierarchyResult } from './input.ts';
import { compare } from './people.ts';
import type { Findings } from './schema.ts';

type Section = Findings['hierarchy'];

/** Superiors and roles as payments show them, with what the case gives beside them. */
export function hierarchyOf(derived: Derived): Section {
	const { proposed, comparison } = derived.hierarchy;
	const ties = shownTies(proposed);
	const status = statusBook(derived);
	return {
		units: unitsOf(derived, ties),
		ties: ties.map(tieRow),
		roles: proposed.roles.map(({ id, unit, role, from, until, confidence, reasons, transfers }) => ({
			...{ id, unit, from, until, confidence, status: status({ id, unit, role }), reasons: plain(reasons) },
			transfers: transfers.length,
			role,
			groups: groupsUnder({ unit, role }, derived),
		})),
		superiors: proposed.superiors.map(({ id, unit, from, until, confidence, reasons, transfers, ...rest }) => ({
			...{ id, unit, from, until, confidence, status: status({ id, unit }), reasons: plain(reasons) },
			transfers: transfers.length,
			...{ superior: rest.superior, days: rest.days, daysPaid: rest.daysPaid, sum: rest.sum.toString() },
		})),
		moves: movesOf(proposed),
		differences: comparison.differences.map(({ reason, proposals, ...rest }) => ({
			...rest,
			reason: { code: reason.code, facts: { ...reason.facts } },
			proposals: [...proposals],
		})),
		agreements: comparison.agreements.map((one) => ({ ...one })),
		adopted: adoptedRows(derived),
	};
}

/** What people decided: an adopted spell of that role, or the point of the to-do list rejected. */
function statusBook({ decisions, parties }: Derived) {
	const holds = standing(decisions, 'holds');
	return ({ id, unit, role }: { id: string; unit: string; role?: string }): Section['roles'][number]['status'] => {
		const adopted = parties.all.get(unit)?.spells.filter((spell) => spell.adopted !== undefined) ?? [];
		if (adopted.some((spell) => (role === undefined ? spell.superior !== undefined : spell.role === role)))
			return 'adopted';
		return holds.get(rolePoint(id))?.at(-1)?.act === 'reject' ? 'rejected' : 'proposed';
	};
}

/** Id of the point of the to-do list that asks about a proposed role. */
function rolePoint(proposal: string): string {
	return pointId(ROLE_PROPOSED, proposal);
}

export const ROLE_PROPOSED = 'role-proposed';

/** Which transfers a proposal rests on: one row each. */
export function* hierarchyRows({ proposed }: HierarchyResult): Generator<{ proposal: string; transfer: string }> {
	for (const { id, transfers } of [...proposed.roles, ...proposed.superiors])
		for (const transfer of transfers) yield { proposal: id, transfer };
}

function plain(reasons: RoleProposal['reasons']): Section['roles'][number]['reasons'] {
	return reasons.map(({ code, facts }) => ({ code, facts: { ...facts } }));
}

/** Ties of somebody with a proposed role that are steady or that a proposal rests on; a million others stay out. */
function shownTies({ ties, roles, superiors }: Hierarchy): Tie[] {
	const units = new Set(roles.map(({ unit }) => unit));
	const edges = new Set(superiors.map(({ unit, superior }) => `${superior}\n${unit}`));
	return ties.filter(
		({ payer, payee, rhythm }) =>
			edges.has(`${payer}\n${payee}`) || (rhythm.kind !== 'irregular' && (units.has(payer) || units.has(payee))),
	);
}

function tieRow({ payer, payee, payments, apart, sum, rhythm, amounts, medianMinute, payNotes }: Tie) {
	const { kind, ...pace } = rhythm;
	return {
		...{ payer, payee, payments: payments.length, apart, sum: sum.toString(), medianMinute, payNotes },
		first: payments[0]?.instant ?? 0,
		last: payments.at(-1)?.instant ?? 0,
		rhythm: kind,
		...pace,
		least: amounts.least.toString(),
		medianDay: amounts.medianDay.toString(),
		most: amounts.most.toString(),
		usualDay: amounts.usualDay.toString(),
		usualDays: amounts.usualDays,
	};
}

function unitsOf({ hierarchy, parties }: Derived, ties: readonly Tie[]): Section['units'] {
	const { proposed, comparison, labels } = hierarchy;
	const joined = new Map(proposed.joined.map((one) => [one.unit, one.accounts]));
	const units = new Set([
		...ties.flatMap(({ payer, payee }) => [payer, payee]),
		...proposed.roles.map(({ unit }) => unit),
		...comparison.differences.map(({ unit }) => unit),
	]);
	return [...units].sort(compare).map((id) => {
		const party = parties.all.get(id);
		return {
			id,
			label: labels.get(id) ?? party?.name ?? id,
			party: party?.id ?? '',
			listed: (party?.spells ?? []).some(({ adopted }) => adopted === undefined),
			accounts: party ? heldBy(party) : [...(joined.get(id) ?? [id])],
		};
	});
}

function heldBy({ attributions }: Party): string[] {
	return [...new Set(attributions.filter(({ withdrawn }) => !withdrawn).map(({ account }) => account))];
}

/** The groups that people.csv gives those whom a proposed leader pays, the largest first. */
function groupsUnder(
	{ unit, role }: Pick<RoleProposal, 'unit' | 'role'>,
	{ hierarchy, parties }: Derived,
): Section['roles'][number]['groups'] {
	if (role !== 'leader' && role !== 'core') return [];
	const counts = new Map<string, number>();
	for (const payee of new Set(
		hierarchy.proposed.superiors.filter(({ superior }) => superior === unit).map((one) => one.unit),
	)) {
		const group = parties.all.get(payee)?.spells.at(-1)?.group ?? '';
		if (group !== '') counts.set(group, (counts.get(group) ?? 0) + 1);
	}
	return [...counts].sort(([a, n], [b, m]) => m - n || compare(a, b)).map(([group, members]) => ({ group, members }));
}

/** Where one superior of somebody ends and the next begins. Superiors come by unit, in order of time. */
function movesOf({ superiors }: Hierarchy): Section['moves'] {
	return superiors.flatMap(({ unit, superior, from }, index) => {
		const before = superiors[index - 1];
		if (before?.unit !== unit || before.superior === superior) return [];
		return [{ unit, at: from, from: before.superior, to: superior }];
	});
}

function adoptedRows({ judged, parties }: Derived): Section['adopted'] {
	const adopted = [...parties.all.values()].flatMap((party) =>
		party.spells.flatMap((spell) => (spell.adopted === undefined ? [] : [{ party, spell, point: spell.adopted }])),
	);
	if (adopted.length === 0) return [];
	const resting = new Map<string, number>();
	for (const { basis, payer = '', payee = '' } of judged)
		if (basis.includes('adopted')) for (const one of [payer, payee]) resting.set(one, (resting.get(one) ?? 0) + 1);
	return adopted.map(({ party, spell, point }) => ({
		point,
		person: party.name,
		identity: party.identity,
		role: spell.role,
		superior: spell.superior ?? '',
		...(spell.from === undefined ? {} : { from: spell.from }),
		...(spell.until === undefined ? {} : { until: spell.until }),
		source: spell.source,
		payouts: resting.get(party.id) ?? 0,
	}));
}
