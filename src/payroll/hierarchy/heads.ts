import { grouped } from '../../ledger/grouped.ts';
import { reason } from '../reasons.ts';
import type { Reason } from '../types.ts';
import type { Funding } from './funding.ts';
import { confidenceOf, hourText, proposalId, six, yuanText } from './proposal.ts';
import type { Team, Teams } from './teams.ts';
import { compare } from './ties.ts';
import type { ProposedRole, RoleProposal, SuperiorProposal, UnitId, UnitPayment } from './types.ts';

/** Transfers of seeded coins by the unit that got them, in order of time. */
export type CoinsIn = ReadonlyMap<UnitId, readonly { readonly transfer: string; readonly instant: number }[]>;

interface Above {
	readonly coins: CoinsIn;
	readonly funding: ReadonlyMap<UnitId, readonly Funding[]>;
	readonly superiors: readonly SuperiorProposal[];
}

/**
 * Core members and leaders. A core member funds who pays a team, and gets overseas coins or is funded by nobody;
 * whoever else pays a team is a leader.
 */
export function headRoles(teams: Teams, above: Above): RoleProposal[] {
	const funders = grouped([...above.funding.values()].flat(), ({ tie }) => tie.payer);
	const answering = new Set(above.superiors.map(({ unit }) => unit));
	const units = [...new Set([...teams.byHead.keys(), ...funders.keys()])].sort(compare);
	return units.map((unit) => {
		const coins = above.coins.get(unit) ?? [];
		const funded = funders.get(unit) ?? [];
		const isCore = coins.length > 0 || (funded.length > 0 && !answering.has(unit));
		if (isCore) return coreOf(unit, coins, funded);
		return leaderOf(unit, teams.byHead.get(unit), funded, above.funding.get(unit) ?? []);
	});
}

function coreOf(
	unit: UnitId,
	coins: CoinsIn extends ReadonlyMap<UnitId, infer L> ? L : never,
	funds: readonly Funding[],
) {
	const days = new Set(funds.flatMap(({ tie }) => tie.payments.map(({ day }) => day))).size;
	// Without coins it may as well be a go-between of somebody whom the evidence does not show.
	const confidence = coins.length > 0 ? confidenceOf(coins.length, coins.length) : confidenceOf(days, days) / 2;
	const reasons = [
		...(coins.length > 0 ? [reason('hierarchy-coins', { transfers: coins.length })] : []),
		...fundsReasons(funds),
		...(coins.length > 0 ? [] : [reason('hierarchy-nobody-above', {})]),
	];
	return proposal(unit, 'core', confidence, reasons, [...coins, ...funds.flatMap(({ tie }) => tie.payments)]);
}

function leaderOf(
	unit: UnitId,
	team: Team | undefined,
	funds: readonly Funding[],
	funded: readonly Funding[],
): RoleProposal {
	const payments = team?.members.flatMap((tie) => tie.payments) ?? funds.flatMap(({ tie }) => tie.payments);
	const reasons = [
		...(team ? [teamReason(team)] : []),
		...fundsReasons(funds),
		...funded.map(({ tie, paidOn }) =>
			reason('hierarchy-funded', {
				days: tie.rhythm.days,
				weeks: tie.rhythm.weeks,
				weeksPaid: tie.rhythm.weeksPaid,
				yuan: yuanText(tie.sum),
				paid: yuanText(paidOn),
			}),
		),
		...(funded.length === 0 ? [reason('hierarchy-funding-unknown', {})] : []),
	];
	return proposal(unit, 'leader', leaderConfidence(team, payments), reasons, payments);
}

/** How often, of the days with a payment, two or more were paid: one payee alone never makes it likelier than not. */
function leaderConfidence(team: Team | undefined, payments: readonly UnitPayment[]): number {
	if (!team) return six(confidenceOf(payments.length, payments.length) / 2);
	const payees = new Map<number, number>();
	for (const { payments: own } of team.members)
		for (const day of new Set(own.map((payment) => payment.day))) payees.set(day, (payees.get(day) ?? 0) + 1);
	const several = [...payees.values()].filter((count) => count >= 2).length;
	if (team.members.length === 1) return six(confidenceOf(payees.size, payees.size) / 2);
	return confidenceOf(several, payees.size);
}

function teamReason({ members, rhythm, medianDay, medianMinute }: Team): Reason {
	const facts = { members: members.length, yuan: yuanText(medianDay), hour: hourText(medianMinute) };
	return rhythm === 'daily' ? reason('hierarchy-pays-daily', facts) : reason('hierarchy-pays-weekly', facts);
}

function fundsReasons(funds: readonly Funding[]): Reason[] {
	if (funds.length === 0) return [];
	const sum = funds.reduce((total, { tie }) => total + tie.sum, 0n);
	return [reason('hierarchy-funds-heads', { heads: funds.length, yuan: yuanText(sum) })];
}

function proposal(
	unit: UnitId,
	role: ProposedRole,
	confidence: number,
	reasons: readonly Reason[],
	rows: readonly { readonly transfer: string; readonly instant: number }[],
): RoleProposal {
	const sorted = [...rows].sort((a, b) => a.instant - b.instant || compare(a.transfer, b.transfer));
	return {
		id: proposalId('role', unit, role, 0),
		unit,
		role,
		from: sorted[0]?.instant ?? 0,
		until: sorted.at(-1)?.instant ?? 0,
		confidence: six(confidence),
		reasons,
		transfers: sorted.map(({ transfer }) => transfer),
	};
}
