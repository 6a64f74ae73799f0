import type { Findings } from '../../findings/schema.ts';
import { fileOf } from '../../ledger/once.ts';
import { groupCaption, measureCaption, testimonyCaption, workCaption } from '../../reports/graph-captions.ts';
import type { GroupRow, MeasureRow, TestimonyRow, WorkRow } from '../../stores/conclusions.ts';
import { defined } from '../settings.ts';
import type { Quantity } from './quantities.ts';

/** The work of members whom a call record, a time sheet or a check names. */
export function workRows(findings: Findings): WorkRow[] {
	return findings.people.flatMap(({ id, name, work }) =>
		work === undefined
			? []
			: [
					{
						id: `${id}/work`,
						party: id,
						calls: work.calls.attempted,
						answered: work.calls.answered,
						long: work.calls.long,
						numbers: work.calls.numbers,
						days: work.days.worked,
						minutes: work.days.minutes,
						shortDays: work.days.short,
						checked: work.checked,
						checksMade: work.checksMade,
						caption: workCaption(name, work.calls.attempted, work.days.worked),
					},
				],
	);
}

/** What people said on record. */
export function testimonyRows(findings: Findings): TestimonyRow[] {
	return findings.testimony.map(({ party, amount, day = '', evidence, ...said }) => ({
		...said,
		day,
		...defined('party', party === '' ? undefined : party),
		...defined('amount', amount === undefined ? undefined : BigInt(amount)),
		file: fileOf({ evidence }),
		caption: testimonyCaption(said.person, said.claim),
	}));
}

/** What was frozen, seized, surrendered or paid back. */
export function measureRows(findings: Findings, quantity: Quantity): MeasureRow[] {
	return findings.measures.map(({ party, amount, evidence, from, until, ...measure }) => {
		const sum = amount === undefined ? undefined : BigInt(amount);
		return {
			...measure,
			...defined('party', party === '' ? undefined : party),
			...defined('amount', sum),
			...defined('from', from),
			...defined('until', until),
			file: fileOf({ evidence }),
			caption: measureCaption(measure.kind, sum === undefined ? '' : quantity(sum, measure.asset)),
		};
	});
}

/** Chat groups with what came into them. */
export function groupRows(findings: Findings): GroupRow[] {
	return findings.groups.map(({ group, name, purpose, members, joins }) => {
		const leads = joins.lead ?? 0;
		const all = Object.values(joins).reduce((sum, count) => sum + count, 0);
		return {
			id: group,
			name,
			purpose,
			members,
			leads,
			otherJoins: all - leads,
			caption: groupCaption(name || group, leads),
		};
	});
}
