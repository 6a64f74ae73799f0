import { reason } from '../reasons.ts';
import type { Reason } from '../types.ts';
import type { Funding } from './funding.ts';
import { confidenceOf, proposalId, yuanText } from './proposal.ts';
import { stretches } from './stretches.ts';
import type { Teams } from './teams.ts';
import { compare } from './ties.ts';
import type { SuperiorProposal, Tie, UnitId, UnitPayment } from './types.ts';

/** A change of superior must be worth this many days on which the old one did not pay: two days are a stand-in. */
const CHANGE_COST = 2.5;

/** A payer who may be somebody's superior, and what makes it so. */
export interface Candidate {
	readonly tie: Tie;
	/** Present where the payee heads a team that is paid with it. */
	readonly funding?: Funding;
}

/** Everybody's possible superiors: who pays them as one of a team, who funds the team that they pay. */
export function candidatesOf(teams: Teams, funding: ReadonlyMap<UnitId, readonly Funding[]>): Map<UnitId, Candidate[]> {
	const candidates = new Map<UnitId, Candidate[]>();
	const add = (candidate: Candidate) => {
		const { payee } = candidate.tie;
		candidates.set(payee, [...(candidates.get(payee) ?? []), candidate]);
	};
	for (const list of funding.values()) for (const one of list) add({ tie: one.tie, funding: one });
	for (const team of teams.byHead.values())
		for (const tie of team.members) {
			const funded = funding.get(tie.payee)?.some((one) => one.tie === tie);
			const above = funding.get(team.head)?.some((one) => one.tie.payer === tie.payee);
			if (!funded && !above) add({ tie });
		}
	for (const list of candidates.values()) list.sort((a, b) => compare(a.tie.payer, b.tie.payer));
	return candidates;
}

/** For each payee, whom payments make its superior from when to when. */
export function superiorsOf(candidates: ReadonlyMap<UnitId, readonly Candidate[]>, teams: Teams): SuperiorProposal[] {
	return [...candidates]
		.sort(([a], [b]) => compare(a, b))
		.flatMap(([unit, list]) => {
			// Who heads a team answers to who funds it; pay beside that is a second role, not a second superior.
			const funders = list.filter(({ funding }) => funding !== undefined);
			return stretchesOf(unit, funders.length > 0 ? funders : list, teams);
		});
}

function stretchesOf(unit: UnitId, candidates: readonly Candidate[], teams: Teams): SuperiorProposal[] {
	const paidOn = candidates.map(({ tie }) => new Set(tie.payments.map(({ day }) => day)));
	const days = [...new Set(paidOn.flatMap((set) => [...set]))].sort((a, b) => a - b);
	const costs = days.map((day) => paidOn.map((set) => (set.has(day) ? 0 : 1)));
	const times = new Map<UnitId, number>();
	return stretches(costs, CHANGE_COST).flatMap(({ label, first, last }) => {
		const candidate = candidates[label] as Candidate;
		const [from, until] = [days[first] as number, days[last] as number];
		const payments = candidate.tie.payments.filter(({ day }) => from <= day && day <= until);
		const superior = candidate.tie.payer;
		const turn = times.get(superior) ?? 0;
		times.set(superior, turn + 1);
		const daysPaid = last - first + 1;
		const own = new Set(payments.map(({ day }) => day)).size;
		return [
			{
				id: proposalId('superior', unit, superior, turn),
				unit,
				superior,
				from: (payments[0] as UnitPayment).instant,
				until: (payments.at(-1) as UnitPayment).instant,
				days: own,
				daysPaid,
				sum: payments.reduce((sum, { fen }) => sum + fen, 0n),
				confidence: confidenceOf(own, daysPaid),
				reasons: reasonsOf(candidate, payments, own, daysPaid, until - from + 1, teams),
				transfers: payments.map(({ transfer }) => transfer),
			},
		];
	});
}

function reasonsOf(
	{ tie, funding }: Candidate,
	payments: readonly UnitPayment[],
	days: number,
	daysPaid: number,
	spanDays: number,
	teams: Teams,
): Reason[] {
	const sum = payments.reduce((total, { fen }) => total + fen, 0n);
	const team = teams.byHead.get(tie.payer);
	const notes = payments.filter(({ note }) => note === 'pay').length;
	return [
		reason('hierarchy-paid', {
			days,
			span: spanDays,
			gap: tie.rhythm.medianGap,
			payments: payments.length,
			yuan: yuanText(sum),
		}),
		reason('hierarchy-payers', { days, of: daysPaid }),
		...(funding ? [reason('hierarchy-funds', { yuan: yuanText(tie.sum), paid: yuanText(funding.paidOn) })] : []),
		...(team && !funding ? [reason('hierarchy-team', { members: team.members.length })] : []),
		...(notes > 0 ? [reason('hierarchy-pay-notes', { notes })] : []),
	];
}
