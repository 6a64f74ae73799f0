import { formatDay } from '../../ledger/time.ts';
import type { Findings } from '../schema.ts';
import type { Changes } from './schema.ts';

type Freeze = Changes['freezes'][number];
type Measure = Findings['measures'][number];

/** Days before its last day from which on a freeze is told of; lapsed ones are told of for good. */
export const FREEZE_WINDOW_DAYS = 30;

/**
 * Freezes and seizures that lapse within 30 days of today, or lapsed, unless the same authority holds the same account for
 * longer. The first to lapse stands first.
 *
 * @param today YYYY-MM-DD in the zone of the case
 * @param before what the reader knows already: the findings and the day of the report before
 */
export function freezesNear(
	after: Findings,
	today: string,
	before: { readonly findings: Findings; readonly today: string } | undefined,
): Freeze[] {
	const known = new Set(before ? near(before.findings, before.today).map(textOf) : []);
	return near(after, today)
		.map((freeze) => ({ ...freeze, fresh: !known.has(textOf(freeze)) }))
		.sort((a, b) => a.days - b.days || (textOf(a) < textOf(b) ? -1 : 1));
}

function near({ measures, case: { offsetMinutes } }: Findings, today: string): Omit<Freeze, 'fresh'>[] {
	const held = measures.filter(({ kind }) => kind === 'freeze' || kind === 'seizure');
	const last = new Map<string, number>();
	for (const one of held) last.set(heldOf(one), Math.max(last.get(heldOf(one)) ?? 0, one.until ?? 0));
	return held.flatMap((one) => {
		const { id, kind, person, account, document, asset, amount, until } = one;
		if (until === undefined || until < (last.get(heldOf(one)) ?? 0)) return [];
		const day = formatDay(until, offsetMinutes);
		const days = daysBetween(today, day);
		if (days > FREEZE_WINDOW_DAYS || (kind !== 'freeze' && kind !== 'seizure')) return [];
		const told = { id, kind, person, account, document, asset, until: day, days };
		return [{ ...told, ...(amount === undefined ? {} : { amount }) }];
	});
}

/**
 * What is held by whom: a later measure of it renews an earlier one. One of another authority waits its turn (轮候) and
 * renews nothing. Things without an account are told apart by their document.
 */
function heldOf({ account, person, asset, document, authority }: Measure): string {
	return account === '' ? [person, asset, document].join('|') : [account, authority].join('|');
}

/** The same whatever file tells of it; lapsing and lapsed are two things to tell. */
function textOf({ kind, person, account, document, until, days }: Omit<Freeze, 'fresh' | 'id'>): string {
	return [kind, person, account, document, until, days < 0 ? 'lapsed' : 'lapses'].join('|');
}

/** From one day to another, both YYYY-MM-DD. */
function daysBetween(from: string, until: string): number {
	return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
