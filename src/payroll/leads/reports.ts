import { grouped } from '../../ledger/grouped.ts';
import { dayNumber } from '../local-day.ts';
import type { Claim } from './claims.ts';
import { pair } from './pairing.ts';
import type { LeadStatement } from './types.ts';

/** Reports that back a claim, and whether they name its leads. */
export interface ReportsFound {
	readonly exact: boolean;
	readonly statements: readonly LeadStatement[];
}

/**
 * Which reports back which commissions of one person, each report at most one: first those of several days, then as many
 * exact ones as can be (of a day due, then of the day before), documented commissions first; what is left of documented ones
 * gets a report of its day that names another number, so that the difference is seen.
 *
 * @param claims documented first, then by time
 */
export function pairReports(claims: readonly Claim[], reports: readonly LeadStatement[]): Map<Claim, ReportsFound> {
	const desk = new Desk(reports);
	const found = new Map<Claim, ReportsFound>();
	for (const claim of claims) {
		const statements = claim.days > 1 ? desk.ofSeveralDays(claim) : undefined;
		if (!statements) continue;
		desk.use(statements);
		found.set(claim, { exact: true, statements });
	}
	for (const documented of [true, false]) {
		const waiting = claims.filter((claim) => claim.documented === documented && !found.has(claim));
		for (const [claim, statement] of desk.exactly(waiting)) {
			desk.use([statement]);
			found.set(claim, { exact: true, statements: [statement] });
		}
	}
	for (const claim of claims) {
		if (!claim.documented || found.has(claim)) continue;
		const [statement] = desk.of(dueDays(claim)).filter((report) => !desk.isUsed(report));
		if (!statement) continue;
		desk.use([statement]);
		found.set(claim, { exact: false, statements: [statement] });
	}
	return found;
}

/** Days that a payout is for, the likelier first: in the evening that day, before noon the day before or that day. */
export function dueDays({ day, morning }: Pick<Claim, 'day' | 'morning'>): number[] {
	return morning ? [day - 1, day] : [day];
}

class Desk {
	readonly #byDay: ReadonlyMap<number, readonly LeadStatement[]>;
	readonly #used = new Set<LeadStatement>();
	readonly #place: ReadonlyMap<LeadStatement, number>;
	readonly #reports: readonly LeadStatement[];

	constructor(reports: readonly LeadStatement[]) {
		this.#reports = [...reports].sort(byContent);
		this.#place = new Map(this.#reports.map((report, place) => [report, place]));
		this.#byDay = grouped(this.#reports, ({ day }) => dayNumber(day));
	}

	of(days: readonly number[]): LeadStatement[] {
		return days.flatMap((day) => this.#byDay.get(day) ?? []);
	}

	use(statements: readonly LeadStatement[]): void {
		for (const statement of statements) this.#used.add(statement);
	}

	isUsed(statement: LeadStatement): boolean {
		return this.#used.has(statement);
	}

	/** One free report of each day of a payout for several, where they sum to its leads. */
	ofSeveralDays({ day, days, leads }: Claim): LeadStatement[] | undefined {
		for (const end of [day, day - 1]) {
			const taken: LeadStatement[] = [];
			for (let back = 0; back < days; back++) {
				const report = this.of([end - back]).find((one) => !this.#used.has(one));
				if (report) taken.push(report);
			}
			const sum = taken.reduce((total, { count }) => total + count, 0);
			if (taken.length === days && leads.includes(sum)) return taken;
		}
		return undefined;
	}

	/** As many of the claims as can be, each with a free report that names its leads. */
	exactly(claims: readonly Claim[]): [Claim, LeadStatement][] {
		const free = (days: readonly number[], { leads }: Claim) =>
			this.of(days)
				.filter((report) => !this.#used.has(report) && leads.includes(report.count))
				.map((report) => this.#place.get(report) ?? 0);
		const due = claims.map((claim) => free(dueDays(claim), claim));
		const taken = new Map<number, number>();
		pair(due, taken);
		pair(
			claims.map((claim, index) => [...(due[index] ?? []), ...(claim.morning ? [] : free([claim.day - 1], claim))]),
			taken,
		);
		return [...taken].flatMap(([place, left]) => {
			const [claim, report] = [claims[left], this.#reports[place]];
			return claim && report ? [[claim, report] as [Claim, LeadStatement]] : [];
		});
	}
}

/** More leads first: where a report only differs, the one that claims most is set against what was paid. */
function byContent(a: LeadStatement, b: LeadStatement): number {
	return b.count - a.count || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
