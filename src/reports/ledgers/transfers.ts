import { money, text, time, whole } from '../cell.ts';
import type { LedgerRow } from '../ledger-row.ts';
import { word } from '../words.ts';
import { evidenceColumns } from './evidence-columns.ts';
import { type Column, type Ledger, ledgerReport, type Totals } from './ledger.ts';

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
	...evidenceColumns<LedgerRow>((row) => row),
	['transfer', (row) => text(row.id)],
];

const TOTALS: Totals = { columns: ['amount'], by: ['asset'] };

/** 附表3: every transfer that is traced and counted, streamed. */
const counted: Ledger<LedgerRow> = {
	id: 'transfers',
	file: 'transfers',
	rows: ({ rows }) => only(rows, (row) => row.exclusion === ''),
	columns: COLUMNS,
	totals: TOTALS,
};

/** 附表5之二: every transfer that is kept apart, with the reason, streamed. */
const apart: Ledger<LedgerRow> = {
	id: 'excluded-transfers',
	file: 'excluded',
	rows: ({ rows }) => only(rows, (row) => row.exclusion !== ''),
	columns: [['reason', (row, { words }) => text(word(words.exclusions, row.exclusion))], ...COLUMNS],
	totals: TOTALS,
};

function* only(rows: Iterable<LedgerRow>, wanted: (row: LedgerRow) => boolean): Iterable<LedgerRow> {
	for (const row of rows) if (wanted(row)) yield row;
}

export const transferLedger = ledgerReport(counted);
export const excludedLedger = ledgerReport(apart);
