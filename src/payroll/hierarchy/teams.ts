import { middle, middleOf } from './rhythm.ts';
import type { Tie, UnitId } from './types.ts';
import type { UnitBook } from './units.ts';

/** People whom one unit pays on one rhythm, in sums of one order. */
export interface Team {
	readonly head: UnitId;
	readonly rhythm: 'daily' | 'weekly';
	/** Sorted by payee. */
	readonly members: readonly Tie[];
	/** Of the members' usual days. */
	readonly medianDay: bigint;
	readonly medianMinute: number;
}

/** A steady payee that is paid otherwise than the team: in what it differs. */
export interface Beside {
	readonly tie: Tie;
	readonly differs: 'rhythm' | 'amount' | 'hour';
}

export interface Teams {
	readonly byHead: ReadonlyMap<UnitId, Team>;
	readonly beside: readonly Beside[];
}

/** So many people paid on one rhythm are a team by that alone; fewer need notes that speak of pay. */
const TEAM_MIN = 3;
/** A payee of a team that is too small to show itself must be paid on so many days. */
const FEW_DAYS_MIN = 10;
/** A member's day is within so many times the team's median day, and paid within so many hours of its time. */
const AMOUNT_TIMES = 4n;
const HOURS_MAX = 5;
const DAY_MINUTES = 1440;

/**
 * Who pays a team: several people daily, or several people weekly. Monthly pay, as employers and tenants make it, is no
 * team here. @param ties of every payer, sorted
 */
export function teamsOf(ties: readonly Tie[], units: UnitBook): Teams {
	const byPayer = new Map<UnitId, Tie[]>();
	for (const tie of ties) {
		if (units.outside(tie.payer) !== undefined || units.outside(tie.payee) !== undefined || !isSteady(tie)) continue;
		const list = byPayer.get(tie.payer) ?? [];
		list.push(tie);
		byPayer.set(tie.payer, list);
	}
	const byHead = new Map<UnitId, Team>();
	const beside: Beside[] = [];
	for (const [head, steady] of byPayer) {
		const team = teamOf(head, steady);
		if (!team) continue;
		byHead.set(head, team);
		for (const tie of steady) {
			const differs = differenceFrom(team, tie);
			if (differs !== undefined) beside.push({ tie, differs });
		}
	}
	return { byHead, beside };
}

export function isSteady({ rhythm }: Tie): boolean {
	return rhythm.kind === 'daily' || rhythm.kind === 'weekly';
}

function teamOf(head: UnitId, steady: readonly Tie[]): Team | undefined {
	const daily = steady.filter(({ rhythm }) => rhythm.kind === 'daily');
	const weekly = steady.filter(({ rhythm }) => rhythm.kind === 'weekly');
	const [rhythm, main] = daily.length >= weekly.length ? (['daily', daily] as const) : (['weekly', weekly] as const);
	const draft: Team = {
		head,
		rhythm,
		members: main,
		medianDay: middleOf(main.map(({ amounts }) => amounts.medianDay)),
		medianMinute: middle(main.map(({ medianMinute }) => medianMinute)),
	};
	const members = main.filter((tie) => differenceFrom(draft, tie) === undefined);
	const few = members.filter(({ payNotes, rhythm: { days } }) => payNotes > 0 && days >= FEW_DAYS_MIN);
	return members.length >= TEAM_MIN || few.length > 0 ? { ...draft, members } : undefined;
}

/** In what a steady payee is paid otherwise than the team, undefined where in nothing. */
function differenceFrom({ rhythm, medianDay, medianMinute }: Team, tie: Tie): Beside['differs'] | undefined {
	if (tie.rhythm.kind !== rhythm) return 'rhythm';
	const { medianDay: day } = tie.amounts;
	if (day * AMOUNT_TIMES < medianDay || day > medianDay * AMOUNT_TIMES) return 'amount';
	const apart = Math.abs(tie.medianMinute - medianMinute);
	return Math.min(apart, DAY_MINUTES - apart) > HOURS_MAX * 60 ? 'hour' : undefined;
}
