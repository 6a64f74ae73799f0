/** Whose columns hold the two sides of a payment, in a table that nobody has described. */
import { readAccount } from '../ledger/account.ts';
import { writtenAccount } from './attribution-words.ts';
import type { GenericField } from './generic-aliases.ts';
import type { GenericTable } from './generic-columns.ts';
import type { MappedField } from './mapping.ts';

export interface Sides {
	readonly columns: Partial<Record<MappedField, string>>;
	/** The network of all accounts of the table, where they are written without one. */
	readonly network?: string;
}

/** Words that only a bank's table has in its header. */
const OF_BANK = /卡号|开户行|银行|借贷|借方|贷方|发生额|网点|柜员/;

/**
 * Payer and payee, or an own account and a counterparty. Undefined where the table has neither. Columns in which no
 * account can be read (masked ones) are left to the names beside them.
 */
export function sidesOf(table: GenericTable): Sides | undefined {
	return payerAndPayee(table) ?? counterparty(table);
}

function payerAndPayee(table: GenericTable): Sides | undefined {
	const [from, to] = [accountField(table, 'from', 'fromName'), accountField(table, 'to', 'toName')];
	if (from === undefined || to === undefined) return undefined;
	const network = networkOf(table, [from, to]);
	if (network === 'none') return undefined;
	const columns: Record<string, string | undefined> = { from: table.name(from), to: table.name(to) };
	if (from === 'from') columns.fromName = table.name('fromName');
	if (to === 'to') columns.toName = table.name('toName');
	return { columns: named(columns), ...(network === undefined ? {} : { network }) };
}

function counterparty(table: GenericTable): Sides | undefined {
	const fields = (['own', 'other'] as const).filter((field) => readable(table, field));
	const network = fields.length === 0 ? undefined : networkOf(table, fields);
	const known = new Set<GenericField>(network === 'none' ? [] : fields);
	const other = known.has('other') ? table.name('other') : undefined;
	const name = table.name('otherName');
	const by = other ?? name;
	if (by === undefined) return undefined;
	const columns = {
		counterparty: by,
		toName: other === undefined ? undefined : name,
		own: known.has('own') ? table.name('own') : undefined,
		fromName: table.name('ownName'),
	};
	// Names beside a network would be rejects: the network then stays with the accounts that write it.
	return {
		columns: named(columns),
		...(other === undefined || network === 'none' || network === undefined ? {} : { network }),
	};
}

/** The field of accounts, or the one of names where that is what holds accounts (付款方: 6222…). */
function accountField(table: GenericTable, account: GenericField, name: GenericField): GenericField | undefined {
	return [account, name].find((field) => table.name(field) !== undefined && readable(table, field));
}

/** Whether accounts stand in the column: in most of its cells that say something. */
function readable(table: GenericTable, field: GenericField): boolean {
	const values = table.values(field);
	return (
		table.name(field) !== undefined &&
		2 * values.filter((text) => isWritten(text) || isBank(text)).length > values.length
	);
}

/** `bank` where all accounts are a bank's and not all say so by their length; `none` where they are no one's. */
function networkOf(table: GenericTable, fields: readonly GenericField[]): 'bank' | 'none' | undefined {
	const values = fields.flatMap((field) => table.values(field));
	if (values.every(isWritten)) return undefined;
	return values.every(isBank) && table.names().some((name) => OF_BANK.test(name)) ? 'bank' : mostly(values);
}

function mostly(values: readonly string[]): 'none' | undefined {
	return 2 * values.filter(isWritten).length > values.length ? undefined : 'none';
}

function isWritten(text: string): boolean {
	return writtenAccount(text).ok;
}

/** Digits in the main: a word of letters is rather somebody's name. */
function isBank(text: string): boolean {
	return /^\d[\d\s-]{3,}/.test(text) && readAccount('bank', text).ok;
}

function named(columns: Readonly<Record<string, string | undefined>>): Partial<Record<MappedField, string>> {
	return Object.fromEntries(Object.entries(columns).filter(([, name]) => name !== undefined));
}
