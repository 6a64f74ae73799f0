import type { AttributionGrade } from '../ledger/attribution.ts';
import type { Role } from '../ledger/person.ts';
import type { Actor } from './types.ts';

const RANKS: Readonly<Record<Role, number>> = {
	core: 0,
	organiser: 1,
	leader: 2,
	inspector: 3,
	caller: 4,
	technician: 4,
	other: 4,
};

/** 0 for core members; who ranks lower in the gang has the higher number. */
export function rankOf(role: Role): number {
	return RANKS[role];
}

/** Grades of an attribution that can carry a documented payout: somebody's guess cannot. */
const FIRM: ReadonlySet<AttributionGrade> = new Set(['registered', 'controls', 'uses']);

/**
 * How a transfer runs through the gang on its day. `down`: from a superior; `down-unrelated`: from a higher role that
 * is not known to be the payee's superior; `up`: to a superior; `level`: other members; `outside`: not two members.
 */
export type Direction = 'down' | 'down-unrelated' | 'up' | 'level' | 'outside';

export function directionOf(payer: Actor | undefined, payee: Actor | undefined): Direction {
	if (!payer?.member || !payee?.member) return 'outside';
	if (isAbove(payer, payee)) return 'down';
	if (isAbove(payee, payer)) return 'up';
	return RANKS[payer.member.role] < RANKS[payee.member.role] ? 'down-unrelated' : 'level';
}

/** Whether one is the other's superior: by the 上级 chain, as leader of the group, or as core member or organiser. */
export function isAbove(upper: Actor, lower: Actor): boolean {
	const [above, below] = [upper.member, lower.member];
	if (!above || !below || upper.party === lower.party) return false;
	const chain = below.superiors ?? (below.superior === undefined ? [] : [below.superior]);
	if (chain.includes(upper.party) || chain.includes(upper.name)) return true;
	if (RANKS[above.role] >= RANKS[below.role]) return false;
	if (above.role === 'core' || above.role === 'organiser') return true;
	return above.role === 'leader' && above.group !== undefined && above.group === below.group;
}

/** Whether both accounts are tied to their parties by more than a proposal. */
export function firm(payer: Actor, payee: Actor): boolean {
	return FIRM.has(payer.attribution) && FIRM.has(payee.attribution);
}

/** Whether the role hands money on to others: payments to it from above are funding. */
export function fundsOthers(role: Role): boolean {
	return RANKS[role] <= RANKS.leader;
}

/**
 * Everybody above a party, nearest first; ends where no superior is named or the chain meets itself.
 *
 * @param superiorOf the 上级 in force on the day
 */
export function chainAbove(party: string, superiorOf: (party: string) => string | undefined): string[] {
	const chain: string[] = [];
	const seen = new Set([party]);
	for (let next = superiorOf(party); next !== undefined && !seen.has(next); next = superiorOf(next)) {
		seen.add(next);
		chain.push(next);
	}
	return chain;
}
