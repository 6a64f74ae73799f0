import { parseAmount } from '../ledger/money.ts';
import type { BankField } from './bank-record.ts';
import { cellOf, headerOf } from './headed.ts';
import type { Header, Wanted } from './header.ts';
import type { TableRow } from './rows.ts';

/**
 * Balances before each row: what a blank 收付标志 is solved by. The balance before a row is the one printed by the next
 * older row of the same account, above it in a file that runs oldest first, below it in the other.
 *
 * Sought within a stretch of some thousand rows and its neighbour: a row that finds none stays unsolved.
 */
export class BankBalances {
	readonly #wanted: Wanted<BankField>;
	#header: Header<BankField> | undefined;
	/** Account and row of each printed balance, in file order; the last three stretches. */
	#stretches: (readonly Printed[])[] = [];

	constructor(wanted: Wanted<BankField>) {
		this.#wanted = wanted;
	}

	add(rows: readonly TableRow[]): void {
		this.#header ??= headerOf(rows, this.#wanted, ['time', 'amount', 'direction']);
		const header = this.#header;
		const printed = header ? rows.flatMap((row) => balanceIn(row, header) ?? []) : [];
		this.#stretches = [...this.#stretches.slice(-2), printed];
	}

	/** The balance printed last before the row, undefined where none is at hand. */
	before(row: number, account: string, newestFirst: boolean): bigint | undefined {
		let found: Printed | undefined;
		for (const printed of this.#stretches.flat()) {
			if (printed.account !== account) continue;
			if (newestFirst && printed.row > row) return printed.balance;
			if (!newestFirst && printed.row < row) found = printed;
		}
		return found?.balance;
	}
}

interface Printed {
	readonly row: number;
	readonly account: string;
	readonly balance: bigint;
}

function balanceIn(row: TableRow, header: Header<BankField>): Printed | undefined {
	const reading = parseAmount(cellOf(row, header, 'balance'), 2);
	const account = cellOf(row, header, 'card') || cellOf(row, header, 'account');
	return reading.ok && account !== '' ? { row: row.row, account, balance: reading.amount } : undefined;
}

/** The way that leads from one balance to the next, if exactly one does. */
export function wayBetween(before: bigint, amount: bigint, after: bigint): 'in' | 'out' | undefined {
	if (amount === 0n) return undefined;
	if (before + amount === after) return 'in';
	return before - amount === after ? 'out' : undefined;
}
