import type { Call } from '../../ledger/statement.ts';
import { toJson } from '../json.ts';
import type { PlacedStatement } from '../statements.ts';
import { type Column, instantColumn, integerColumn, jsonColumn, textColumn } from './cells.ts';

/** In the order of the table `statements`. */
export function statementColumns(file: number): readonly Column<PlacedStatement>[] {
	return [
		integerColumn(() => file),
		textColumn(({ kind }) => kind),
		integerColumn(({ position }) => position),
		jsonColumn(({ statement }) => toJson(statement)),
	];
}

/** In the order of the table `calls`. */
export function callColumns(file: number): readonly Column<Call>[] {
	return [
		integerColumn(() => file),
		textColumn((call) => call.id),
		instantColumn((call) => call.moment.instant),
		jsonColumn((call) => toJson(call)),
	];
}
