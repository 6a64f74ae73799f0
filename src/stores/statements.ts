import { STATEMENT_KINDS, type StatementKind, type StatementLists, type Statements } from '../ledger/statement.ts';

/** A statement of any kind and its place among those of its file: few, so all kinds share one table. */
export interface PlacedStatement {
	readonly kind: StatementKind;
	readonly position: number;
	readonly statement: StatementLists[StatementKind];
}

/** The statements of a batch beside records and calls, numbered on from `first` in the order of the batch. */
export function placeStatements(statements: Statements, first: number): PlacedStatement[] {
	let position = first;
	return STATEMENT_KINDS.flatMap((kind) =>
		(statements[kind] ?? []).map((statement) => ({ kind, position: position++, statement })),
	);
}
