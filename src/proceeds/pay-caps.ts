import { holdsAt, joined, type Span } from '../ledger/span.ts';
import { localDay, noonOf } from '../payroll/local-day.ts';
import type { BoundPerson, BoundQuestion } from './bounds-types.ts';
import { highest } from './highest.ts';

const DAY_MS = 86_400_000;

type Terms = Pick<BoundQuestion, 'pay' | 'caps' | 'offsetMinutes'>;
type Spell = BoundPerson['spells'][number];

/** What the case states that a person can have got, in fen; or the setting that would say so. */
export type StatedCap =
	| { readonly total: bigint; readonly byRules: boolean; within(spans: readonly Span[]): bigint | undefined }
	| { readonly lacks: string };

interface Stretch {
	/** Local day numbers, both in it. */
	readonly first: number;
	readonly last: number;
	readonly perDay: (day: number) => bigint;
	readonly byRules: boolean;
}

/**
 * The most that a person can have received by what the case states: for each day of a spell the wage of the role and the
 * leads that fit into a day at the highest rate, a rounding, and for the whole case the bonuses; for a role without a
 * wage, the stated sum a day.
 *
 * `within` is the same for payments made during some stretches: by the case's own rule a payment covers at most so many
 * days, of which the last is the day of the payment or the one before.
 *
 * @param whole take every day of the spells, also those outside the case: there are payments there too
 */
export function statedCap(person: BoundPerson, terms: Terms, whole: boolean): StatedCap {
	const stretches: Stretch[] = [];
	for (const spell of person.spells) {
		const stretch = stretchOf(spell, terms, whole);
		if ('lacks' in stretch) return stretch;
		stretches.push(stretch);
	}
	const extra = terms.caps.bonusesMax ?? 0n;
	const byRules = stretches.every((stretch) => stretch.byRules);
	const total = stretches.reduce((sum, stretch) => sum + between(stretch, stretch.first, stretch.last), extra);
	return {
		total,
		byRules,
		within: (spans) => {
			if (!byRules) return undefined;
			let sum = extra;
			for (const stretch of stretches)
				for (const { from, until } of daysOf(spans, terms))
					sum += between(stretch, Math.max(from, stretch.first), Math.min(until, stretch.last));
			return sum;
		},
	};
}

/** Days (local numbers) for which a payment made in the spans can be, each once. */
function daysOf(spans: readonly Span[], { pay, offsetMinutes }: Terms): Span[] {
	return joined(
		spans.map(({ from, until }) => ({
			from: localDay(from, offsetMinutes).day - pay.daysMax,
			until: localDay(until, offsetMinutes).day,
		})),
	);
}

function between({ perDay }: Stretch, first: number, last: number): bigint {
	let sum = 0n;
	for (let day = first; day <= last; day++) sum += perDay(day);
	return sum;
}

function stretchOf(spell: Spell, terms: Terms, whole: boolean): Stretch | { readonly lacks: string } {
	const { caps, offsetMinutes } = terms;
	// What is paid on the first day of the period may be for days before it.
	const opens = (caps.period?.from ?? Number.NEGATIVE_INFINITY) - terms.pay.daysMax * DAY_MS;
	const closes = caps.period?.until ?? Number.POSITIVE_INFINITY;
	const [from, until] = whole
		? [spell.from ?? opens, spell.until ?? closes]
		: [Math.max(spell.from ?? opens, opens), Math.min(spell.until ?? closes, closes)];
	if (!Number.isFinite(from) || !Number.isFinite(until)) return { lacks: 'period' };
	const days = { first: localDay(from, offsetMinutes).day, last: localDay(until, offsetMinutes).day };
	const stated = caps.receivedMax.find(({ role }) => role === spell.role)?.fenPerDay;
	const rule = ruleCap(spell, terms);
	if (typeof rule === 'string') {
		if (stated === undefined) return { lacks: rule };
		return { ...days, byRules: false, perDay: () => stated };
	}
	return { ...days, byRules: true, perDay: rule };
}

/** Fen a day by the pay rules, or the setting without which they cap nothing. */
function ruleCap({ role, group }: Spell, { pay, caps, offsetMinutes }: Terms): ((day: number) => bigint) | string {
	const wages = pay.wages.filter((wage) => wage.role === role);
	const earnsLeads = role === 'caller' && pay.commissions.length > 0;
	if (wages.length === 0 && !earnsLeads) return 'bounds.received_max';
	if (earnsLeads && pay.leadsPerDayMax === undefined) return 'pay.leads_per_day_max';
	if (caps.bonusesMax === undefined) return 'bounds.bonuses_max_yuan';
	const rates = pay.commissions.filter((rule) => rule.group === undefined || rule.group === group);
	const leads = earnsLeads ? BigInt(pay.leadsPerDayMax ?? 0) : 0n;
	const known = new Map<number, bigint>();
	return (day) => {
		const had = known.get(day);
		if (had !== undefined) return had;
		const noon = noonOf(day, offsetMinutes);
		const wage = highest(wages.filter((rule) => holdsAt(rule, noon)).map((rule) => rule.fenPerDay));
		const rate = highest(rates.filter((rule) => holdsAt(rule, noon)).map((rule) => rule.maxFen));
		const sum = wage + leads * rate + pay.roundingMaxFen;
		known.set(day, sum);
		return sum;
	};
}
