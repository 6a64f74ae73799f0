/** Hundredths of each day that are paid: of the pay day, the day before it, and so on, as far back as a payout can reach. */
export type PaidDays = readonly number[];

/** Days can be paid late, as long as a payout may cover them. */
export function noDays(daysMax: number): PaidDays {
	return new Array<number>(Math.max(1, daysMax)).fill(0);
}

/** The same days seen from a later pay day. */
export function seenFrom(paid: PaidDays, daysLater: number): PaidDays {
	if (daysLater === 0) return paid;
	return [...new Array<number>(Math.min(daysLater, paid.length)).fill(0), ...paid].slice(0, paid.length);
}

/**
 * Pays days, the latest first; a morning's payout the day before first. `tooMany`: it was for more than was left unpaid.
 *
 * @param percent hundredths of a day
 */
export function payDays(
	paid: PaidDays,
	percent: number,
	morning: boolean,
): { readonly paid: PaidDays; readonly tooMany: boolean } {
	const days = [...paid];
	const order = morning && days.length > 1 ? [1, ...days.keys()] : [...days.keys()];
	let left = percent;
	for (const back of order) {
		const now = Math.min(left, 100 - (days[back] ?? 100));
		days[back] = (days[back] ?? 100) + now;
		left -= now;
	}
	return { paid: days, tooMany: left > 0 };
}
