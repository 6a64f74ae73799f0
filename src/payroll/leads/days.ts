import { dayNumber, formatDayNumber, localDay } from '../local-day.ts';
import { type ActedTransfer, type Judged, PAY_KINDS } from '../types.ts';
import type { DayOfWork } from '../work.ts';
import type { Backing, LeadStatement } from './types.ts';

/** One person on one day: leads as stated, as joined and as paid, side by side; what is absent is not known. */
export interface LeadDay {
	readonly party: string;
	/** `YYYY-MM-DD`. */
	readonly day: string;
	readonly work?: DayOfWork;
	/** Leads reported, by who said so. */
	readonly reported: { readonly caller?: number; readonly other?: number; readonly unsaid?: number };
	/** 0 between the person's first and last join, on a day that nobody came. */
	readonly joined?: number;
	/** Calls that a list counts as leads: they explain no commission. */
	readonly called?: number;
	/** Leads of documented commissions that something counts, and those inferred from the whole history or an unproven payout. */
	readonly paid: number;
	readonly likely: number;
	/** Documented commissions; those among them that a report or a join backs, and whose leads nothing counts. */
	readonly commissions: number;
	readonly backed: number;
	readonly uncounted: number;
	/** Fen, documented. */
	readonly wage: bigint;
	readonly commission: bigint;
}

type Draft = { -readonly [K in keyof LeadDay]: LeadDay[K] };

/** What a day is evidenced by, the strongest: joins, then what somebody else reported, then the caller. */
export type Evidenced = { readonly leads: number; readonly by: 'joined' | 'other' | 'unsaid' | 'caller' };

export function evidencedOf({ joined, reported }: LeadDay): Evidenced | undefined {
	if (joined !== undefined) return { leads: joined, by: 'joined' };
	for (const by of ['other', 'unsaid', 'caller'] as const) {
		const leads = reported[by];
		if (leads !== undefined) return { leads, by };
	}
	return undefined;
}

/** Leads reported on a day: of several tellings of it the highest; undefined where nobody reported. */
export function reportedOn({ reported }: LeadDay): number | undefined {
	const told = [reported.caller, reported.other, reported.unsaid].filter((count) => count !== undefined);
	return told.length > 0 ? Math.max(...told) : undefined;
}

export interface LeadDayEvidence {
	readonly judged: readonly Judged[];
	readonly acted: ReadonlyMap<string, ActedTransfer>;
	readonly statements: readonly LeadStatement[];
	readonly backing: readonly Backing[];
	/** Party -> day -> work. */
	readonly work: ReadonlyMap<string, ReadonlyMap<string, DayOfWork>>;
	readonly offsetMinutes: number;
}

/** A row for every person and day that a statement, a call, a time sheet or documented pay tells of; by person, then day. */
export function leadDays({ judged, acted, statements, backing, work, offsetMinutes }: LeadDayEvidence): LeadDay[] {
	const book = new Book();
	for (const { payee, day, count, basis, by } of statements) {
		const row = book.row(payee, day);
		if (basis === 'reported') row.reported = { ...row.reported, [by]: (row.reported[by] ?? 0) + count };
		else row[basis] = (row[basis] ?? 0) + count;
	}
	for (const [party, days] of work) for (const [day, one] of days) book.row(party, day).work = one;
	const backed = new Map(backing.map((one) => [one.transfer, one]));
	for (const one of judged) {
		const transfer = acted.get(one.transfer)?.transfer;
		const behind = backed.get(one.transfer);
		if (!transfer || one.payee === undefined || !(behind || isPaidForDays(one))) continue;
		const { day, morning } = localDay(transfer.instant, offsetMinutes);
		const payDay = book.row(one.payee, behind?.days.at(-1)?.day ?? formatDayNumber(morning ? day - 1 : day));
		if (one.certainty === 'documented') payDay.wage += one.wage;
		if (behind) addCommission(book, payDay, one, behind);
	}
	book.fillJoins();
	return book.rows();
}

function isPaidForDays({ kind, certainty, wage }: Judged): boolean {
	return certainty === 'documented' && PAY_KINDS.has(kind) && wage > 0n;
}

function addCommission(book: Book, payDay: Draft, judged: Judged, behind: Backing): void {
	const { payee, days, leads, documented, inferred, statements } = behind;
	let left = documented ? judged.commission : 0n;
	for (const [index, { day, leads: count }] of days.entries()) {
		const row = book.row(payee, day);
		if (documented && !inferred) row.paid += count;
		else row.likely += count;
		const last = index === days.length - 1;
		const share = last || !leads || !documented ? left : (judged.commission * BigInt(count)) / BigInt(leads);
		row.commission += share;
		left -= share;
	}
	if (!documented) return;
	payDay.commissions += 1;
	if (statements.length > 0) payDay.backed += 1;
	if (leads === undefined) payDay.uncounted += 1;
}

class Book {
	readonly #people = new Map<string, Map<string, Draft>>();

	row(party: string, day: string): Draft {
		const days = this.#people.get(party) ?? new Map<string, Draft>();
		this.#people.set(party, days);
		const known = days.get(day) ?? empty(party, day);
		days.set(day, known);
		return known;
	}

	/** Between somebody's first and last join a day without one is a day on which nobody came. */
	fillJoins(): void {
		for (const days of this.#people.values()) {
			const rows = [...days.values()];
			const joined = rows.filter((row) => row.joined !== undefined).map((row) => dayNumber(row.day));
			const [first, last] = [Math.min(...joined), Math.max(...joined)];
			for (const row of rows) {
				const day = dayNumber(row.day);
				if (row.joined === undefined && first < day && day < last) row.joined = 0;
			}
		}
	}

	rows(): LeadDay[] {
		const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
		return [...this.#people.values()]
			.flatMap((days) => [...days.values()])
			.sort((a, b) => order(a.party, b.party) || order(a.day, b.day));
	}
}

function empty(party: string, day: string): Draft {
	const nothing = { paid: 0, likely: 0, commissions: 0, backed: 0, uncounted: 0 };
	return { party, day, reported: {}, ...nothing, wage: 0n, commission: 0n };
}
