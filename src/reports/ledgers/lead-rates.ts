import type { FindingsPerson } from '../../findings/schema.ts';
import { formatAmount } from '../../ledger/money.ts';
import { day, decimal, text, whole } from '../cell.ts';
import { type Ledger, ledgerReport } from './ledger.ts';

type Row = FindingsPerson['rates'][number] & { readonly name: string };

/** 附表16之三: what was paid for a lead from when until when, as the case states it or as the payments show it. */
const ledger: Ledger<Row> = {
	id: 'lead-rates',
	file: 'leadRates',
	rows: ({ findings }) => findings.people.flatMap(({ name, rates }) => rates.map((span) => ({ ...span, name }))),
	columns: [
		['number', (_, __, index) => whole(index + 1)],
		['name', (row) => text(row.name)],
		['group', (row) => text(row.group)],
		['payer', (row, desk) => text(desk.name(row.payer))],
		['from', (row) => day(row.from)],
		['until', (row) => day(row.until)],
		[
			'ratePerLead',
			({ rates }, { words }) => decimal(rates.map((fen) => formatAmount(BigInt(fen), 2)).join(words.separator)),
		],
		['basis', ({ stated }, { words }) => text(stated ? words.rateStated : words.rateEstimated)],
		['payouts', (row) => whole(row.payouts)],
	],
};

export const leadRateLedger = ledgerReport(ledger);
