import type { LeadDayRow } from '../../findings/lead-pay.ts';
import { day, text, whole, yuan } from '../cell.ts';
import { word } from '../words.ts';
import { type Ledger, ledgerReport } from './ledger.ts';

/**
 * 附表16: each person and day: hours, calls, leads as reported, joined and paid side by side with their differences, and
 * what the commission comes to for a lead. Blank: not known. The rows behind a commission are in lead-backing.jsonl.
 */
const ledger: Ledger<LeadDayRow> = {
	id: 'lead-days',
	file: 'leadDays',
	rows: ({ leadDays }) => leadDays,
	columns: [
		['number', (_, __, index) => whole(index + 1)],
		['name', (row) => text(row.name)],
		['date', (row) => day(row.day)],
		['minutesWorked', (row) => whole(row.minutes)],
		['callsAttempted', (row) => whole(row.attempted)],
		['callsAnswered', (row) => whole(row.answered)],
		['callsLong', (row) => whole(row.long)],
		['reportedByCaller', (row) => whole(row.reportedByCaller)],
		['reportedByOther', (row) => whole(row.reportedByOther)],
		['reportedUnsaid', (row) => whole(row.reportedUnsaid)],
		['leadsJoined', (row) => whole(row.joined)],
		['leadsPaid', (row) => whole(row.paid)],
		['leadsLikely', (row) => whole(row.likely)],
		['reportedLessJoined', (row) => whole(row.reportedLessJoined)],
		['paidLessReported', (row) => whole(row.paidLessReported)],
		['paidLessJoined', (row) => whole(row.paidLessJoined)],
		['wagePaid', (row) => yuan(row.wage.toString())],
		['commissionPaid', (row) => yuan(row.commission.toString())],
		['impliedBy', (row, { words }) => text(row.basis === '' ? '' : word(words.leadBases, row.basis))],
		['impliedRate', (row, { words }) => text(row.rate === 'none' ? words.none : row.rate)],
		['commissionsPaid', (row) => whole(row.commissions)],
		['commissionsBacked', (row) => whole(row.backed)],
		['partyId', (row) => text(row.party)],
	],
	totals: { columns: ['leadsPaid', 'wagePaid', 'commissionPaid'] },
};

export const leadDayLedger = ledgerReport(ledger);
