import { type Memo, speaksOfPay } from './memo.ts';
import { agree, ranked, readingsOf } from './readings.ts';
import type { ReportedDays } from './reports.ts';
import type { Terms } from './terms.ts';
import type { Basis, Reading } from './types.ts';
import type { Parts } from './verdict.ts';

/** What the readings of a payout come to once note and reports have cut them. */
export interface Explanation {
	/** `fits`: readings survive; otherwise why none does. */
	readonly outcome: 'fits' | 'no-reading' | 'contradicts-memo' | 'contradicts-report';
	/** Survivors; where none survived, those that would have. Best first. */
	readonly readings: readonly Reading[];
	/** Evidence beyond the amount that chose among them. */
	readonly basis: readonly Basis[];
	/** Something else than the amount says how many leads: a rate given, the note, the report of a day due. */
	readonly counted: boolean;
	/** Survivors agree in wage and commission: how the payout divides. */
	readonly parts?: Parts;
}

/**
 * Readings that the amount and the note leave. Rounded ones only where no exact one is left: 199 yuan called 工资 is a
 * day's wage less one yuan, though it is also half a day and eleven leads at nine.
 */
export function byMemo(amount: bigint, terms: Terms, slack: bigint, memo: Memo): Reading[] {
	const says = memoTest(memo, terms.rates.length > 0);
	const exact = [...readingsOf(amount, terms, 0n)].filter(says);
	return exact.length > 0 || slack === 0n ? exact : [...readingsOf(amount, terms, slack)].filter(says);
}

/**
 * Explains a payout by the pay rules: amount, then note, then reports.
 *
 * A reading without leads claims none, so a report cannot contradict it; it gives way to a reading that the report of a
 * day due backs, unless another payout could be what that report was paid by. An evening's payout may still be for the
 * day before, whose report then speaks of the amount, but does not count the leads.
 *
 * @param sole whether no other payout can claim the report of that key
 */
export function explain(
	amount: bigint,
	terms: Terms,
	slack: bigint,
	memo: Memo,
	reports: ReportedDays | undefined,
	sole: (key: string) => boolean,
): Explanation {
	const said = byMemo(amount, terms, slack, memo);
	if (said.length === 0) {
		const others = ranked(byMemo(amount, terms, slack, { topics: new Set() }), new Set());
		return {
			outcome: others.length > 0 ? 'contradicts-memo' : 'no-reading',
			readings: others,
			basis: [],
			counted: false,
		};
	}
	const told: Basis[] = memo.leads !== undefined || speaksOfPay(memo) ? ['memo'] : [];
	const cut = reports && terms.rates.length > 0 ? cutByReports(said, reports, sole, memo) : uncut(said);
	if (cut.readings.length === 0) {
		return { outcome: 'contradicts-report', readings: ranked(said, new Set()), basis: told, counted: false };
	}
	const basis = [...told, ...cut.basis];
	const readings = ranked(cut.readings, cut.backed);
	const counted = terms.rateGiven || memo.leads !== undefined || cut.due;
	const parts = partsOf(readings, counted);
	return { outcome: 'fits', readings, basis, counted, ...(parts && { parts }) };
}

/** The division that all readings share; the leads where they agree and are counted. */
export function partsOf(readings: readonly Reading[], counted: boolean): Parts | undefined {
	const best = readings[0];
	if (!best || !agree(readings)) return undefined;
	const { wage, commission, rounding } = best;
	const sameLeads = readings.every((r) => r.leads === best.leads);
	if (best.leads === 0 || !counted || !sameLeads) return { wage, commission, rounding };
	return { wage, commission, rounding, leads: best.leads, rate: best.rate };
}

interface Cut {
	readonly readings: readonly Reading[];
	readonly backed: ReadonlySet<Reading>;
	readonly basis: readonly Basis[];
	/** A report of a day that the payout is for chose among the readings. */
	readonly due: boolean;
}

function uncut(readings: readonly Reading[]): Cut {
	return { readings, backed: new Set(), basis: [], due: false };
}

function cutByReports(
	said: readonly Reading[],
	reports: ReportedDays,
	sole: (key: string) => boolean,
	memo: Memo,
): Cut {
	const matches = new Map(said.map((r) => [r, r.leads > 0 ? reports.matching(r) : []]));
	const backed = said.filter((r) => matches.get(r)?.length);
	const claims = backed.flatMap((r) => matches.get(r) ?? []);
	const basis = [...new Set(claims.map((claim) => claim.basis))].sort();
	const due = claims.some((claim) => claim.due);
	// The payer named the leads: an over-claimed report does not change what was paid for.
	if (memo.leads !== undefined) return { readings: said, backed: new Set(backed), basis, due };
	const without = said.filter((r) => r.leads === 0);
	if (backed.length === 0) return uncut(without);
	const surely = claims.some((claim) => claim.due && sole(claim.key));
	return { readings: surely ? backed : [...backed, ...without], backed: new Set(backed), basis, due };
}

/** A number counts leads only in a note to somebody who brings leads: an inspector's "3群" names a group. */
function memoTest({ topics, leads }: Memo, bringsLeads: boolean): (reading: Reading) => boolean {
	const wage = topics.has('wage');
	const commission = topics.has('commission');
	return (r) => {
		if (wage && !commission) return r.commission === 0n;
		if (commission && r.commission === 0n) return false;
		if (commission && wage !== r.wage > 0n) return false;
		return leads === undefined || !bringsLeads || r.leads === leads;
	};
}
