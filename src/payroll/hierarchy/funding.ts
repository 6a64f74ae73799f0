import { isSteady, type Team, type Teams } from './teams.ts';
import type { Tie, UnitId } from './types.ts';
import type { UnitBook } from './units.ts';

/** What somebody pays to the head of a team, for the team to be paid with. */
export interface Funding {
	readonly tie: Tie;
	/** What the head paid to the team while it was funded, in fen. */
	readonly paidOn: bigint;
}

const DAYS_MIN = 3;
/** An irregular payer funds a head only with so large a share of what the head pays out, and in every second week. */
const SHARE_PERCENT = 30n;
const WEEKS_SHARE = 0.5;
/** Whoever paid in fewer of the head's weeks than this share did not keep the team going, however much it was. */
const HEAD_WEEKS_SHARE = 1 / 3;

/**
 * Funding by head. Of two heads that pay one another the one that pays more is above. Nobody funds whom overseas coins
 * reach: the yuan that such a person gets are what buyers pay for the coins.
 *
 * @param coins units that overseas coins reached
 */
export function fundingOf(
	ties: readonly Tie[],
	{ byHead }: Teams,
	units: UnitBook,
	coins: { has(unit: UnitId): boolean },
): Map<UnitId, Funding[]> {
	const sums = new Map(ties.map((tie) => [`${tie.payer}\n${tie.payee}`, tie.sum]));
	const funding = new Map<UnitId, Funding[]>();
	for (const tie of ties) {
		const team = byHead.get(tie.payee);
		if (!team || units.outside(tie.payer) !== undefined || tie.rhythm.days < DAYS_MIN || coins.has(tie.payee)) continue;
		if ((sums.get(`${tie.payee}\n${tie.payer}`) ?? 0n) >= tie.sum) continue;
		const paidOn = team.members.reduce((sum, member) => sum + member.sum, 0n);
		const often = tie.rhythm.weeksPaid >= tie.rhythm.weeks * WEEKS_SHARE;
		if (tie.rhythm.weeksPaid < weeksOf(team) * HEAD_WEEKS_SHARE) continue;
		const enough = often && tie.sum * 100n >= paidOn * SHARE_PERCENT;
		// A team mate's daily pay is no funding: it must be more than the head pays to one member.
		const most = team.members.reduce((sum, member) => (member.sum > sum ? member.sum : sum), 0n);
		if (!enough && !(isSteady(tie) && tie.sum > most)) continue;
		funding.set(tie.payee, [...(funding.get(tie.payee) ?? []), { tie, paidOn }]);
	}
	return funding;
}

/** Weeks from the first to the last payment to the team. */
function weeksOf({ members }: Team): number {
	const days = members.flatMap(({ payments }) => [payments[0]?.day ?? 0, payments.at(-1)?.day ?? 0]);
	return Math.ceil((Math.max(...days) - Math.min(...days) + 1) / 7);
}
