import { localDay } from '../local-day.ts';
import type { ActedTransfer, Judged } from '../types.ts';

/** A commission as it asks for the statements that would back it. */
export interface Claim {
	readonly transfer: string;
	readonly payee: string;
	readonly instant: number;
	/** Number of the pay day. */
	readonly day: number;
	readonly morning: boolean;
	/** Whole days that it is for, at least one. */
	readonly days: number;
	/** Leads that it may be for; one where they are known, none where nothing tells. */
	readonly leads: readonly number[];
	/** Only the whole history counts them. */
	readonly inferred: boolean;
	readonly documented: boolean;
}

/**
 * Documented commissions, and payouts that every explanation left reads as one. In order of time, documented first, ties by
 * transfer id: what is documented is backed first.
 */
export function claimsOf(
	judged: readonly Judged[],
	acted: ReadonlyMap<string, ActedTransfer>,
	offsetMinutes: number,
): Claim[] {
	const claims = judged.flatMap((one): Claim[] => {
		const transfer = acted.get(one.transfer)?.transfer;
		const leads = leadsOf(one);
		if (!transfer || one.payee === undefined || leads === undefined) return [];
		const documented = one.certainty === 'documented';
		const percent = (one.history?.likely ?? one.readings[0])?.daysPercent ?? 100;
		return [
			{
				transfer: one.transfer,
				payee: one.payee,
				instant: transfer.instant,
				...localDay(transfer.instant, offsetMinutes),
				days: Math.max(1, Math.floor(percent / 100)),
				leads,
				inferred: one.leads === undefined && one.history?.likely !== undefined,
				documented,
			},
		];
	});
	return claims.sort(
		(a, b) =>
			Number(b.documented) - Number(a.documented) ||
			a.instant - b.instant ||
			(a.transfer < b.transfer ? -1 : a.transfer > b.transfer ? 1 : 0),
	);
}

/** Undefined for what is no commission. */
function leadsOf(judged: Judged): readonly number[] | undefined {
	const { certainty, kind, commission, leads, history, readings, reason } = judged;
	if (certainty === 'documented') {
		if (commission === 0n) return undefined;
		if (leads !== undefined) return [leads];
		if (history?.likely) return [history.likely.leads];
		return [...new Set(readings.map((reading) => reading.leads))].filter((count) => count > 0);
	}
	if (kind !== 'open' || certainty !== 'consistent') return undefined;
	if (history?.likely) return history.likely.leads > 0 ? [history.likely.leads] : undefined;
	if (reason.code !== 'pay-proposed-account') return undefined;
	const counts = new Set(readings.map((reading) => reading.leads));
	return counts.size === 1 && !counts.has(0) ? [...counts] : undefined;
}
