import { overflows } from './headed.ts';
import type { Header } from './header.ts';
import type { TableRow } from './rows.ts';

/**
 * Whether a comma that was not quoted moved the cells of a row, so that none can be trusted: `1,200.00` would be paid as
 * one yuan. The cell that is too many is often an empty one; sheets have no such commas, and pad their rows.
 */
export function hasMoved<F extends string>(row: TableRow, header: Header<F>, sheet: string): boolean {
	return overflows(row, header) || (sheet === '' && row.cells.length > header.names.length);
}
