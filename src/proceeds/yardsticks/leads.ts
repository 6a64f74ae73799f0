import type { DayLeads } from '../../payroll/types.ts';
import type { Dated } from './teams.ts';
import type { Measured } from './types.ts';

/** Leads of everybody, a day each: joins of lead groups are documented; what reports say of the day, if it is more, comes besides. */
export function datedLeads(leads: readonly DayLeads[]): Dated[] {
	const days = new Map<string, { party: string; day: string; joined: number; reported: number }>();
	for (const { payee, day, count, basis } of leads) {
		if (basis === 'called') continue;
		const key = `${payee} ${day}`;
		const known = days.get(key) ?? { party: payee, day, joined: 0, reported: 0 };
		days.set(
			key,
			basis === 'joined'
				? { ...known, joined: known.joined + count }
				: // The caller's report and the leader's sheet tell of the same leads.
					{ ...known, reported: Math.max(known.reported, count) },
		);
	}
	return [...days.values()].map(({ party, day, joined, reported }) => ({
		party,
		day,
		documented: BigInt(joined),
		inferred: BigInt(Math.max(joined, reported)),
	}));
}

/** Leads of one's own: all of theirs, on whatever day. */
export function ownLeads(dated: readonly Dated[]): Pick<Measured, 'documented' | 'inferred'> {
	return {
		documented: dated.reduce((sum, { documented }) => sum + documented, 0n),
		inferred: dated.reduce((sum, { inferred }) => sum + inferred, 0n),
	};
}
