import { isChain } from '../../ledger/account.ts';
import { grouped } from '../../ledger/grouped.ts';
import { fundingOf } from './funding.ts';
import { type CoinsIn, headRoles } from './heads.ts';
import { outsidersOf } from './outsiders.ts';
import { candidatesOf, superiorsOf } from './superiors.ts';
import { teamsOf } from './teams.ts';
import { compare, tiesOf } from './ties.ts';
import type { Hierarchy, HierarchyEvidence, RoleProposal } from './types.ts';
import { type UnitBook, unitBook } from './units.ts';
import { workerRoles } from './workers.ts';

/**
 * Who answers to whom and in which role, as payments alone show it: who pays whom, on which rhythm, how much, and who
 * pays those who pay. Given roles and superiors are not among its evidence. Everything is a proposal with its reasons;
 * it supports no total until a person adopts it.
 */
export function proposeHierarchy(evidence: HierarchyEvidence): Hierarchy {
	const { transfers, offsetMinutes, checksMade } = evidence;
	const units = unitBook(evidence);
	const ties = tiesOf(transfers, units, offsetMinutes);
	const teams = teamsOf(ties, units);
	const coins = coinsIn(evidence, units);
	const funding = fundingOf(ties, teams, units, coins);
	const candidates = candidatesOf(teams, funding);
	const superiors = superiorsOf(candidates, teams);
	const heads = headRoles(teams, { coins, funding, superiors });
	const workers = workerRoles(candidates, checksMade);
	const members = new Set([...heads, ...workers].map(({ unit }) => unit));
	const roles = [...heads, ...workers, ...outsidersOf(ties, teams.beside, members, units)].sort(byUnit);
	return { ties, roles, superiors, joined: units.joined };
}

function coinsIn({ transfers, seeds }: HierarchyEvidence, units: UnitBook): CoinsIn {
	const coins = transfers.flatMap(({ id: transfer, to, instant }) => {
		const unit = seeds.has(transfer) && isChain(to) ? units.of(to, instant) : undefined;
		return unit === undefined ? [] : [{ unit, transfer, instant }];
	});
	return grouped(coins, ({ unit }) => unit);
}

function byUnit(a: RoleProposal, b: RoleProposal): number {
	return compare(a.unit, b.unit) || a.from - b.from || compare(a.role, b.role);
}
