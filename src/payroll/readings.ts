import type { Terms, WagePart } from './terms.ts';
import type { Reading } from './types.ts';

/**
 * Every way to read an amount as wage + leads x rate + rounding under the terms, in no order.
 *
 * @param amount fen, > 0
 * @param slack fen that a reading may miss: 0 gives exact readings only
 */
export function* readingsOf(amount: bigint, terms: Terms, slack: bigint): Generator<Reading> {
	for (const part of terms.wageParts) {
		const rest = amount - part.wage;
		if (rest < -slack) continue;
		if (part.wage > 0n && rest <= slack) {
			yield { ...wageOf(part), leads: 0, rate: 0n, commission: 0n, rounding: rest };
		}
		for (const rate of terms.rates) yield* leadReadings(part, rest, rate, slack);
	}
}

/**
 * Whether any reading exists: what an amount alone can say. Answers are remembered: a million payments are of few amounts.
 *
 * @param slack as for `readingsOf`
 */
export function fitBook(slack: bigint): (amount: bigint, terms: Terms) => boolean {
	const known = new Map<Terms, Map<bigint, boolean>>();
	return (amount, terms) => {
		const amounts = known.get(terms) ?? new Map<bigint, boolean>();
		if (amounts.size === 0) known.set(terms, amounts);
		let fits = amounts.get(amount);
		if (fits === undefined) {
			fits = readingsOf(amount, terms, slack).next().done !== true;
			amounts.set(amount, fits);
		}
		return fits;
	};
}

/**
 * Best first: exact before rounded, backed by a report, without part days, with a wage, fewer leads. The rest only
 * makes the order total.
 */
export function ranked(readings: readonly Reading[], backed: ReadonlySet<Reading>): Reading[] {
	return [...readings].sort(
		(a, b) =>
			Number(a.rounding !== 0n) - Number(b.rounding !== 0n) ||
			Number(backed.has(b)) - Number(backed.has(a)) ||
			Number(a.daysPercent % 100 !== 0) - Number(b.daysPercent % 100 !== 0) ||
			Number(b.wage > 0n) - Number(a.wage > 0n) ||
			a.leads - b.leads ||
			a.daysPercent - b.daysPercent ||
			Number(a.wage - b.wage) ||
			Number(a.rate - b.rate) ||
			Number(a.rounding - b.rounding),
	);
}

/** Whether all readings give the same wage and the same commission; false for none. */
export function agree(readings: readonly Reading[]): boolean {
	const first = readings[0];
	return first !== undefined && readings.every((r) => r.wage === first.wage && r.commission === first.commission);
}

function* leadReadings(part: WagePart, rest: bigint, rate: bigint, slack: bigint): Generator<Reading> {
	const low = rest - slack;
	const most = (rest + slack) / rate;
	const last = part.leadsMax !== undefined && part.leadsMax < most ? part.leadsMax : most;
	for (let leads = low > rate ? (low + rate - 1n) / rate : 1n; leads <= last; leads++) {
		const commission = leads * rate;
		yield { ...wageOf(part), leads: Number(leads), rate, commission, rounding: rest - commission };
	}
}

function wageOf(part: WagePart): { daysPercent: number; wage: bigint } {
	return { daysPercent: part.daysPercent, wage: part.wage };
}
