import type { Findings } from '../../findings/schema.ts';
import { text, whole, yuan } from '../cell.ts';
import { type Ledger, ledgerReport } from './ledger.ts';
import { placed } from './place.ts';

/** 附表11: what people said on record. Of grade stated: in no total. */
const ledger: Ledger<Findings['testimony'][number]> = {
	id: 'testimony',
	file: 'testimony',
	rows: ({ findings }) => findings.testimony,
	columns: [
		['number', (_, __, index) => whole(index + 1)],
		['person', ({ person }) => text(person)],
		['document', ({ document }) => text(document)],
		['page', ({ page }) => text(page)],
		['claim', ({ claim }) => text(claim)],
		['amountYuan', ({ amount }) => yuan(amount)],
		['day', ({ day }) => text(day ?? '')],
		['disputes', ({ disputes }, { words }) => text(disputes ? words.yes : words.no)],
		['about', ({ about }) => text(about)],
		...placed<Findings['testimony'][number]>(),
	],
};

export const testimonyLedger = ledgerReport(ledger);
