import { money, text, time, whole } from '../cell.ts';
import type { LedgerEvidence, LedgerRow } from '../ledger-row.ts';
import { word } from '../words.ts';
import { type Column, type Ledger, ledgerReport } from './ledger.ts';

/** Several records of one transfer stand in one cell, in the same order in each of the four evidence columns. */
const RECORD_SEPARATOR = ' | ';

/** What is told of one transfer, with every row it rests on. */
const COLUMNS: readonly Column<LedgerRow>[] = [
	['number', (_, __, index) => whole(index + 1)],
	['time', (row, { offsetMinutes }) => time(row.instant, offsetMinutes)],
	['payer', (row) => text(row.payer)],
	['payerAccount', (row) => text(row.payerAccount)],
	['payee', (row) => text(row.payee)],
	['payeeAccount', (row) => text(row.payeeAccount)],
	['amount', (row, desk) => money(row.amount, desk.decimals(row.asset))],
	['asset', (row, desk) => text(desk.symbol(row.asset))],
	['medium', (row, { words }) => text(words.media[row.medium] ?? row.medium)],
	['order', (row) => text(row.order)],
	['memo', (row) => text(row.memo)],
	['kind', (row, { words }) => text(row.kind === '' ? '' : word(words.kinds, row.kind))],
	['certainty', (row, { words }) => text(row.certainty === '' ? '' : word(words.certainties, row.certainty))],
	['grade', (row, { words }) => text(word(words.grades, row.grade))],
	['rule', (row, { words }) => text(word(words.rules, row.rule))],
	evidenceColumn('files', (each) => each.path),
	evidenceColumn('sheets', (each) => each.sheet),
	evidenceColumn('rows', (each) => each.row),
	evidenceColumn('hashes', (each) => each.hash),
	['transfer', (row) => text(row.id)],
];

function evidenceColumn(
	head: 'files' | 'sheets' | 'rows' | 'hashes',
	part: (evidence: LedgerEvidence) => string,
): Column<LedgerRow> {
	return [head, (row) => text(row.evidence.map(part).join(RECORD_SEPARATOR))];
}

/** 附表3: every transfer that is traced and counted, streamed. */
const counted: Ledger<LedgerRow> = {
	id: 'transfers',
	file: 'transfers',
	rows: ({ rows }) => only(rows, (row) => row.exclusion === ''),
	columns: COLUMNS,
};

/** 附表5之二: every transfer that is kept apart, with the reason, streamed. */
const apart: Ledger<LedgerRow> = {
	id: 'excluded-transfers',
	file: 'excluded',
	rows: ({ rows }) => only(rows, (row) => row.exclusion !== ''),
	columns: [['reason', (row, { words }) => text(word(words.exclusions, row.exclusion))], ...COLUMNS],
};

function* only(rows: Iterable<LedgerRow>, wanted: (row: LedgerRow) => boolean): Iterable<LedgerRow> {
	for (const row of rows) if (wanted(row)) yield row;
}

export const transferLedger = ledgerReport(counted);
export const excludedLedger = ledgerReport(apart);
