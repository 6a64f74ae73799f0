/** The sheet 起点 of the case's workbook: accounts and transfers from which tracing starts. */
import type { AccountId } from '../ledger/account.ts';
import { accountIn } from './accounts-table.ts';
import type { Row } from './row.ts';
import type { TableLayout } from './table-rows.ts';

export type StartField = 'start' | 'note';

export const startsTable: TableLayout<StartField> = {
	columns: { start: ['起点', '起点账号或交易'], note: ['说明', '备注'] },
	required: ['start', 'note'],
};

/** An account whose payments are seeds, or one transfer by its id (or the id of one of its records). */
export type Start =
	| { readonly account: AccountId; readonly note: string }
	| { readonly transfer: string; readonly note: string };

/** @throws RowFault where the cell is neither */
export function startOf(row: Row<StartField>): Start {
	const text = row.needed('start');
	const note = row.text('note');
	return /^[tr][0-9a-f]{24}$/.test(text) ? { transfer: text, note } : { account: accountIn(row, 'start'), note };
}
