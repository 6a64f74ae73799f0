import { text } from '../cell.ts';
import type { LedgerEvidence, LedgerRow } from '../ledger-row.ts';
import type { Column } from './ledger.ts';

/** Several records of one transfer stand in one cell, in the same order in each of the four evidence columns. */
const RECORD_SEPARATOR = ' | ';

/** Columns that say in which files, sheets and rows a transfer stands. */
export function evidenceColumns<Row>(transfer: (row: Row) => Pick<LedgerRow, 'evidence'>): Column<Row>[] {
	const column = (head: Column<Row>[0], part: (evidence: LedgerEvidence) => string): Column<Row> => [
		head,
		(row) => text(transfer(row).evidence.map(part).join(RECORD_SEPARATOR)),
	];
	return [
		column('files', (each) => each.path),
		column('sheets', (each) => each.sheet),
		column('rows', (each) => each.row),
		column('hashes', (each) => each.hash),
	];
}
