import { BankBalances, wayBetween } from './bank-balances.ts';
import { BANK_COLUMNS, type BankField, bankFate } from './bank-record.ts';
import { bankMoment } from './bank-time.ts';
import type { Batch, EvidenceFile, Hints } from './contract.ts';
import { type Judge, lookAhead, overflows, readBody, withStart } from './headed.ts';
import type { Header } from './header.ts';
import { Row, type RowTable, tableBelow } from './row.ts';
import { RowFault } from './row-fault.ts';
import { runsNewestFirst } from './row-order.ts';
import type { TableRow } from './rows.ts';
import { type FoundTable, fateOfRow, type TableLayout } from './table-rows.ts';
import { lastRowOf, readTable, type TableOptions } from './tables.ts';

export const FLOW_LAYOUT: TableLayout<BankField> = {
	columns: BANK_COLUMNS,
	required: ['time', 'amount', 'direction', 'other'],
};
/** So many of the layout's columns make it this layout; fewer could be any bank's own export, which wants a mapping. */
const COLUMNS_MIN = 10;

export function isBankFlow({ header: { columns } }: FoundTable<BankField>): boolean {
	const own = columns.card !== undefined || columns.account !== undefined;
	return own && Object.keys(columns).length >= COLUMNS_MIN;
}

/** One table of a bank flow. */
export async function* readFlow(file: EvidenceFile, options: TableOptions, hints: Hints): AsyncIterable<Batch> {
	const sheet = options.sheet ?? '';
	const lastRow = await lastRowOf(file, options);
	const { offsetMinutes } = hints;
	const balances = new BankBalances(BANK_COLUMNS);
	const stretches = lookAhead(withStart(readTable(file, options)), (rows) => balances.add(rows));
	const judgeOf = (header: Header<BankField>, start: readonly TableRow[]): Judge => {
		const table = tableBelow(file, sheet, header);
		const newestFirst = runsNewestFirst(start.map((row) => instantIn(table, row, offsetMinutes)));
		return (row) => {
			if (overflows(row, header)) return { reject: 'columns', column: '', value: '' };
			const solve = (account: string, amount: bigint, after: bigint) => {
				const before = balances.before(row.row, account, newestFirst);
				return before === undefined ? undefined : wayBetween(before, amount, after);
			};
			const sequence = newestFirst ? lastRow - row.row : row.row - 1;
			return fateOfRow(new Row(table, row), (cells) => bankFate(cells, { offsetMinutes, sequence, solve }));
		};
	};
	yield* readBody(stretches, sheet, BANK_COLUMNS, FLOW_LAYOUT.required, judgeOf);
}

function instantIn(table: RowTable<BankField>, row: TableRow, offsetMinutes: number): number | undefined {
	try {
		return bankMoment(new Row(table, row), 'date', 'time', offsetMinutes).instant;
	} catch (error) {
		if (error instanceof RowFault) return undefined;
		throw error;
	}
}
