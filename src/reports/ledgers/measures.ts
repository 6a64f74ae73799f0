import type { Findings } from '../../findings/schema.ts';
import { money, text, time, whole } from '../cell.ts';
import { word } from '../words.ts';
import { type Ledger, ledgerReport } from './ledger.ts';
import { placed } from './place.ts';

type Measure = Findings['measures'][number];

/** 附表12: frozen, seized, surrendered, paid back. Stands beside received and kept, netted with nothing. */
const ledger: Ledger<Measure> = {
	id: 'measures',
	file: 'measures',
	rows: ({ findings }) => findings.measures,
	columns: [
		['number', (_, __, index) => whole(index + 1)],
		['measure', ({ kind }, { words }) => text(word(words.measures, kind))],
		['person', ({ person, party }, desk) => text(person === '' && party !== '' ? desk.name(party) : person)],
		['account', ({ account }) => text(account)],
		['asset', ({ asset }, desk) => text(desk.symbol(asset))],
		['amount', ({ amount, asset }, desk) => money(amount, desk.decimals(asset))],
		['document', ({ document }) => text(document)],
		['authority', ({ authority }) => text(authority)],
		['from', ({ from }, { offsetMinutes }) => time(from, offsetMinutes)],
		['until', ({ until }, { offsetMinutes }) => time(until, offsetMinutes)],
		...placed<Measure>(),
	],
	totals: { columns: ['amount'], by: ['measure', 'asset'] },
};

export const measureLedger = ledgerReport(ledger);
