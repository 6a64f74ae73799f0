import type { FindingsPerson } from '../../findings/schema.ts';
import { formatAmount } from '../../ledger/money.ts';
import { type Cell, text, whole, yuan } from '../cell.ts';
import { word } from '../words.ts';
import { type Desk, type Ledger, ledgerReport } from './ledger.ts';
import { PERSON_COLUMNS } from './person-columns.ts';

type Row = FindingsPerson & { readonly leadPay: NonNullable<FindingsPerson['leadPay']> };

/**
 * 附表16之二: 推算, days x wage + leads x rate, beside what was received; and leads as reported, joined and paid over all
 * days. A check with its inputs named: no figure of 附表4 rests on it.
 */
const ledger: Ledger<Row> = {
	id: 'expected-pay',
	file: 'expectedPay',
	rows: ({ findings }) => findings.people.flatMap((person) => (hasLeadPay(person) ? [person] : [])),
	columns: [
		...PERSON_COLUMNS,
		['daysBasis', ({ leadPay }, { words }) => text(word(words.daysBases, leadPay.expected.basis))],
		['daysLeast', ({ leadPay }) => days(leadPay.expected.days.min)],
		['daysMost', ({ leadPay }) => days(leadPay.expected.days.max)],
		['wageRates', ({ leadPay }, desk) => band(leadPay.expected.wageRates, desk)],
		['leadsLeast', ({ leadPay }) => whole(leadPay.expected.leads.min)],
		['leadsMost', ({ leadPay }) => whole(leadPay.expected.leads.max)],
		['leadRates', ({ leadPay }, desk) => band(leadPay.expected.leadRates, desk)],
		['expectedLeast', ({ leadPay }) => yuan(leadPay.expected.total.min)],
		['expectedMost', ({ leadPay }) => yuan(leadPay.expected.total.max)],
		['receivedPay', (person) => yuan(receivedPay(person))],
		['missingInputs', ({ leadPay }, { words }) => text(named(leadPay.expected.missing, words.inputs, words.separator))],
		['leadsReported', ({ leadPay }) => whole(leadPay.reported)],
		['leadsJoined', ({ leadPay }) => whole(leadPay.joined)],
		['leadsPaid', ({ leadPay }) => whole(leadPay.paid)],
		['leadsLikely', ({ leadPay }) => whole(leadPay.likely)],
		['overReported', ({ leadPay }) => whole(leadPay.overReported.leads)],
		['unpaidLeads', ({ leadPay }) => whole(leadPay.unpaid.leads)],
		['overPaid', ({ leadPay }) => whole(leadPay.overPaid.leads)],
		['commissionsPaid', ({ leadPay }) => whole(leadPay.commissions.all)],
		['backedExactly', ({ leadPay }) => whole(leadPay.commissions.exact)],
		['backedDiffers', ({ leadPay }) => whole(leadPay.commissions.differs)],
		['backedByJoins', ({ leadPay }) => whole(leadPay.commissions.joinsOnly)],
		['backedByNone', ({ leadPay }) => whole(leadPay.commissions.none)],
		['partyId', (person) => text(person.id)],
	],
	totals: { columns: ['expectedLeast', 'expectedMost', 'receivedPay'] },
};

function hasLeadPay(person: FindingsPerson): person is Row {
	return person.leadPay !== undefined;
}

/** Wages and commissions that are documented. */
function receivedPay({ figures }: FindingsPerson): string {
	return (BigInt(figures.wages?.value ?? '0') + BigInt(figures.commissions?.value ?? '0')).toString();
}

/** Hundredths of days as days. */
function days(hundredths: number): Cell {
	return yuan(String(hundredths));
}

function band(fens: { min: string; max: string } | undefined, { words }: Desk): Cell {
	if (!fens) return text('');
	if (fens.min === fens.max) return yuan(fens.min);
	const [least, most] = [fens.min, fens.max].map((fen) => formatAmount(BigInt(fen), 2));
	return text(`${least}${words.until}${most}`);
}

function named(codes: readonly string[], words: Readonly<Record<string, string>>, separator: string): string {
	return codes.map((code) => word(words, code)).join(separator);
}

export const expectedPayLedger = ledgerReport(ledger);
