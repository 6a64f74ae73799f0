import type { Findings } from '../schema.ts';
import { alarmsOf } from './alarms.ts';
import { countsOf } from './counts.ts';
import { fileChanges } from './files.ts';
import { freezesNear } from './freezes.ts';
import { gapChanges, historyChanges, vanishedSince } from './histories.ts';
import { holdersOf } from './holders.ts';
import { linkChanges } from './links.ts';
import { peopleChanges } from './people.ts';
import { CHANGES_SCHEMA, type Changes } from './schema.ts';
import { decisionChanges, settingChanges, totalChanges } from './settings.ts';
import type { Side } from './sides.ts';
import { broughtBack, NOTHING_STANDS, type Standing, standingAfter } from './standing.ts';
import type { TransferChanges } from './transfers-schema.ts';

/** The run that was last reported, as far as it can still be read. */
export type Base =
	| { readonly is: 'first' }
	| { readonly is: 'unusable'; readonly run: string; readonly reason: string; readonly standing: Standing }
	| {
			readonly is: 'run';
			readonly side: Side;
			/** Day of that report. */
			readonly today: string;
			readonly standing: Standing;
			readonly transfers: TransferChanges;
			/** Id under which a transfer of it is known now. */
			readonly nameNow: (transfer: string) => string;
	  };

/** A report of changes, and what it leaves for the next. */
export interface Compared {
	readonly changes: Changes;
	readonly standing: Standing;
}

/**
 * What changed in a case since the run that was last reported. Without one nothing is new: a first report names alarms and
 * what lapses, and not every transfer of the case.
 *
 * @param today YYYY-MM-DD in the zone of the case: freezes lapse by it
 */
export function changesBetween(base: Base, after: Side, today: string): Compared {
	const told = base.is === 'run' ? compared(base, after, today) : alone(after, today);
	const standing = base.is === 'first' ? NOTHING_STANDS : base.standing;
	const stands = standingAfter(standing, told.files, after);
	const before = base.is === 'run' ? base.side : undefined;
	const alarms = alarmsOf({ after, before, stood: standing, stands, told });
	if (base.is === 'unusable') {
		const { run, reason } = base;
		alarms.unshift({ code: 'base-unusable', facts: { run, reason }, fresh: true });
	}
	const { name, language, offsetMinutes } = after.findings.case;
	const whole = {
		case: { name, language, offsetMinutes },
		today,
		basis: basisOf(base),
		...(before ? { before: { run: before.run, program: before.findings.program } } : {}),
		after: { run: after.run, program: after.findings.program },
		alarms,
		assets: assetsOf(before?.findings, after.findings),
		holders: holdersOf(told, before?.findings, after.findings),
		...told,
	};
	const changed = alarms.some(({ fresh }) => fresh) || hasChanges(told, before?.findings, after.findings);
	return { changes: { schema: CHANGES_SCHEMA, ...whole, changed, counts: countsOf(whole) }, standing: stands };
}

type Told = Pick<
	Changes,
	| 'totals'
	| 'files'
	| 'settings'
	| 'decisions'
	| 'transfers'
	| 'people'
	| 'links'
	| 'histories'
	| 'gaps'
	| 'vanished'
	| 'freezes'
>;

function compared(base: Base & { readonly is: 'run' }, after: Side, today: string): Told {
	const [then, now] = [base.side.findings, after.findings];
	return {
		totals: totalChanges(then, now),
		files: broughtBack(fileChanges(base.side, after), base.standing),
		settings: settingChanges(then, now),
		decisions: decisionChanges(base.side, after),
		transfers: base.transfers,
		people: peopleChanges(then, now),
		links: linkChanges(then, now, base.nameNow),
		histories: historyChanges(then, now),
		gaps: gapChanges(then, now),
		vanished: vanishedSince(then, now),
		freezes: freezesNear(now, today, { findings: then, today: base.today }),
	};
}

function alone(after: Side, today: string): Told {
	const { findings } = after;
	return {
		...{ totals: [], files: [], settings: [], links: [], histories: [], vanished: [] },
		decisions: { added: [], gone: [] },
		transfers: noTransferChanges(findings.merging.transfers),
		people: { come: [], gone: [], changed: [] },
		gaps: { come: [], gone: [] },
		freezes: freezesNear(findings, today, undefined),
	};
}

/** Nothing came and nothing went. */
export function noTransferChanges(transfers: number): TransferChanges {
	const none = { count: 0, sums: [], largest: [] };
	return {
		...{ before: transfers, after: transfers, new: none, vanished: none },
		changed: { count: 0, largest: [] },
		renamed: { count: 0, by: { alias: 0, merged: 0, split: 0, equal: 0 }, largest: [] },
		evidenced: 0,
	};
}

/** Freezes are no change by themselves: those that are news are alarms. */
function hasChanges(
	{ transfers, people, decisions, gaps, freezes: _, ...lists }: Told,
	then: Findings | undefined,
	now: Findings,
): boolean {
	const { changed, evidenced, renamed } = transfers;
	const counts = [transfers.new.count, transfers.vanished.count, changed.count, renamed.count, evidenced];
	const others = [
		...Object.values(people),
		...Object.values(decisions),
		...Object.values(gaps),
		...Object.values(lists),
	];
	const program = then !== undefined && then.program !== now.program;
	return program || counts.some((count) => count > 0) || others.some((list: readonly unknown[]) => list.length > 0);
}

function basisOf(base: Base): Changes['basis'] {
	return base.is === 'run' ? 'compared' : base.is;
}

function assetsOf(before: Findings | undefined, after: Findings): Changes['assets'] {
	const all = new Map([...(before?.assets ?? []), ...after.assets].map((asset) => [asset.id, asset]));
	return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
