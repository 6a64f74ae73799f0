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
	const back = new Map(
		ties.filter(({ payer }) => byHead.has(payer)).map((tie) => [pair(tie.payer, tie.payee), tie.sum]),
	);
	const funding = new Map<UnitId, Funding[]>();
	for (const tie of ties) {
		const team = byHead.get(tie.payee);
		if (!team || units.outside(tie.payer) !== undefined || coins.has(tie.payee)) continue;
		if ((back.get(pair(tie.payee, tie.payer)) ?? 0n) >= tie.sum) continue;
		const paidOn = team.members.reduce((sum, member) => sum + member.sum, 0n);
		const isPay = byHead.get(tie.payer)?.members.includes(tie) === true && tie.sum * 2n < paidOn;
		if (!isPay && keepsGoing(tie, team, paidOn))
			funding.set(tie.payee, [...(funding.get(tie.payee) ?? []), { tie, paidOn }]);
	}
	return funding;
}

function pair(payer: UnitId, payee: UnitId): string {
	return `${payer}\n${payee}`;
}

/** Whether what is paid to a head can be what the team is paid with: often enough and large enough. */
function keepsGoing(tie: Tie, team: Team, paidOn: bigint): boolean {
	const { days, weeks, weeksPaid } = tie.rhythm;
	if (days < DAYS_MIN || weeksPaid < weeksOf(team) * HEAD_WEEKS_SHARE) return false;
	if (weeksPaid >= weeks * WEEKS_SHARE && tie.sum * 100n >= paidOn * SHARE_PERCENT) return true;
	// What one member gets is no funding of the others.
	return isSteady(tie) && team.members.every((member) => member.sum < tie.sum);
}

/** Weeks from the first to the last payment to the team. */
function weeksOf({ members }: Team): number {
	let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for (const { payments } of members) {
		first = Math.min(first, payments[0]?.day ?? first);
		last = Math.max(last, payments.at(-1)?.day ?? last);
	}
	return Math.ceil((last - first + 1) / 7);
}
