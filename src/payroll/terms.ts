import type { Role } from '../ledger/person.ts';
import { holdsAt } from '../ledger/span.ts';
import { localDay, noonOf } from './local-day.ts';
import type { PayRules } from './types.ts';

/** A number of days (in percent) and the wage they earn. */
export interface WagePart {
	readonly daysPercent: number;
	readonly wage: bigint;
	/** Leads that fit into these days, where the case states a limit. */
	readonly leadsMax?: bigint;
}

/** What the pay rules allow one payee on the days that a payout can be for. */
export interface Terms {
	/** Always begins with no day at all. */
	readonly wageParts: readonly WagePart[];
	/** Fen a day, ascending. */
	readonly wages: readonly bigint[];
	/** Fen a lead. Empty where the role brings no leads. */
	readonly rates: readonly bigint[];
	/** False where a rate was taken from a band: the number of leads is then not known by the amount. */
	readonly rateGiven: boolean;
}

export type TermBook = (payee: { role?: Role; group?: string }, instant: number) => Terms;

/**
 * The terms in force for a payee at an instant. A payout before local noon may be for the day before, so that both
 * days' rules hold then. A payee without a role (nobody known) may be anybody: every role's wage and every group's
 * rate. Of the known roles only callers bring leads.
 *
 * Days and payees of equal terms share one object, so that what is remembered by terms is worked out once for all of them.
 */
export function termBook(rules: PayRules, offsetMinutes: number): TermBook {
	const known = new Map<string, Terms>();
	const shared = new Map<string, Terms>();
	const sharing = (terms: Terms): Terms => {
		// Wage parts follow from the wages.
		const content = `${terms.wages.join(' ')}|${terms.rates.join(' ')}|${terms.rateGiven}`;
		const first = shared.get(content) ?? terms;
		shared.set(content, first);
		return first;
	};
	return (payee, instant) => {
		const { day, morning } = localDay(instant, offsetMinutes);
		const key = `${payee.role ?? ''}|${payee.group ?? ''}|${day}|${morning}`;
		let terms = known.get(key);
		if (!terms) {
			const days = morning ? [day, day - 1] : [day];
			const noons = days.map((one) => noonOf(one, offsetMinutes));
			terms = sharing(termsAt(rules, payee, noons));
			known.set(key, terms);
		}
		return terms;
	};
}

function termsAt(rules: PayRules, payee: { role?: Role; group?: string }, noons: readonly number[]): Terms {
	const wages = new Set<bigint>();
	const rates = new Set<bigint>();
	let rateGiven = true;
	for (const noon of noons) {
		for (const wage of rules.wages) {
			if (holdsAt(wage, noon) && (payee.role === undefined || wage.role === payee.role)) wages.add(wage.fenPerDay);
		}
		if (payee.role !== undefined && payee.role !== 'caller') continue;
		for (const rule of commissionsAt(rules, payee, noon)) {
			if (rule.minFen !== rule.maxFen) rateGiven = false;
			for (const rate of ratesOf(rule.minFen, rule.maxFen)) rates.add(rate);
		}
	}
	const daily = [...wages].sort(ascending);
	return {
		wageParts: wageParts(rules, daily),
		wages: daily,
		rates: [...rates].sort(ascending),
		rateGiven: rateGiven && rates.size === 1,
	};
}

/** A rule for the payee's own group beats the general one. */
function commissionsAt(rules: PayRules, payee: { role?: Role; group?: string }, noon: number) {
	const now = rules.commissions.filter((rule) => holdsAt(rule, noon));
	if (payee.role === undefined) return now;
	const own = now.filter((rule) => rule.group !== undefined && rule.group === payee.group);
	return own.length > 0 ? own : now.filter((rule) => rule.group === undefined);
}

/** The rate given, or every whole yuan of the band. */
function* ratesOf(minFen: bigint, maxFen: bigint): Generator<bigint> {
	if (minFen === maxFen) {
		if (minFen > 0n) yield minFen;
		return;
	}
	const first = ((minFen + 99n) / 100n) * 100n;
	for (let rate = first > 0n ? first : 100n; rate <= maxFen; rate += 100n) yield rate;
}

function wageParts(rules: PayRules, wages: readonly bigint[]): WagePart[] {
	const percents = [...rules.partDaysPercent];
	for (let days = 1; days <= rules.daysMax; days++) percents.push(days * 100);
	const parts = [part(rules, 0, 0n)];
	for (const percent of percents) {
		for (const wage of wages) parts.push(part(rules, percent, (wage * BigInt(percent)) / 100n));
	}
	return parts;
}

function part(rules: PayRules, daysPercent: number, wage: bigint): WagePart {
	if (rules.leadsPerDayMax === undefined) return { daysPercent, wage };
	const leadsMax = Math.floor((rules.leadsPerDayMax * Math.max(100, daysPercent)) / 100);
	return { daysPercent, wage, leadsMax: BigInt(leadsMax) };
}

function ascending(a: bigint, b: bigint): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
