import type { FindingsPerson } from '../../findings/schema.ts';
import { time, whole } from '../cell.ts';
import { type Column, type Ledger, ledgerReport } from './ledger.ts';
import { PERSON_COLUMNS } from './person-columns.ts';

type Work = NonNullable<FindingsPerson['work']>;

/** 附表10: calls, hours, checks and leads of each person. Facts beside the pay: no figure of 附表4 rests on them. */
const ledger: Ledger<FindingsPerson> = {
	id: 'work',
	file: 'work',
	rows: ({ findings }) => findings.people.filter(({ work, leads }) => work || leads.joined > 0 || leads.reported > 0),
	columns: [
		...PERSON_COLUMNS,
		calls('callsAttempted', 'attempted'),
		calls('callsAnswered', 'answered'),
		calls('callsLong', 'long'),
		calls('callNumbers', 'numbers'),
		calls('callsRepeated', 'repeated'),
		calls('callSeconds', 'seconds'),
		['firstCall', ({ work }, { offsetMinutes }) => time(work?.calls.first, offsetMinutes)],
		['lastCall', ({ work }, { offsetMinutes }) => time(work?.calls.last, offsetMinutes)],
		['daysWorked', ({ work }) => whole(work?.days.worked)],
		['minutesWorked', ({ work }) => whole(work?.days.minutes)],
		['daysShort', ({ work }) => whole(work?.days.short)],
		['checked', ({ work }) => whole(work?.checked)],
		['checksMade', ({ work }) => whole(work?.checksMade)],
		['leadsReported', ({ leads }) => whole(leads.reported)],
		['leadsJoined', ({ leads }) => whole(leads.joined)],
		['leadsPaid', ({ leads }) => whole(leads.paid)],
	],
	totals: { columns: ['callsAttempted', 'callsAnswered', 'callsLong', 'callsRepeated', 'callSeconds', 'leadsPaid'] },
};

/** Blank where no call record names the person: not known is not zero. */
function calls(head: Column<FindingsPerson>[0], name: keyof Work['calls']): Column<FindingsPerson> {
	return [head, ({ work }) => whole(work?.calls[name])];
}

export const workLedger = ledgerReport(ledger);
