import type { Attribution } from '../ledger/attribution.ts';
import type { Spell } from '../ledger/person.ts';
import type { ExchangeOrder, Group, Lead, Receipt, RegisterEntry } from '../ledger/statement.ts';
import type { Statements } from './contract.ts';

/** What a file may say beside records and calls: few, so all kinds share one table. */
export interface StatementKinds {
	readonly attribution: Attribution;
	readonly spell: Spell;
	readonly group: Group;
	readonly register: RegisterEntry;
	readonly lead: Lead;
	readonly order: ExchangeOrder;
	readonly receipt: Receipt;
}

export type StatementKind = keyof StatementKinds;

/** A statement of any kind and its place among those of its file. */
export interface PlacedStatement {
	readonly kind: StatementKind;
	readonly position: number;
	readonly statement: StatementKinds[StatementKind];
}

/** The statements of a batch beside records and calls, numbered on from `first` in the order of the batch. */
export function placeStatements(statements: Statements, first: number): PlacedStatement[] {
	const {
		attributions = [],
		spells = [],
		groups = [],
		register = [],
		leads = [],
		orders = [],
		receipts = [],
	} = statements;
	let position = first;
	return [
		...attributions.map((statement) => ({ kind: 'attribution' as const, position: position++, statement })),
		...spells.map((statement) => ({ kind: 'spell' as const, position: position++, statement })),
		...groups.map((statement) => ({ kind: 'group' as const, position: position++, statement })),
		...register.map((statement) => ({ kind: 'register' as const, position: position++, statement })),
		...leads.map((statement) => ({ kind: 'lead' as const, position: position++, statement })),
		...orders.map((statement) => ({ kind: 'order' as const, position: position++, statement })),
		...receipts.map((statement) => ({ kind: 'receipt' as const, position: position++, statement })),
	];
}
