import type { Attribution } from '../../ledger/attribution.ts';
import type { Spell } from '../../ledger/person.ts';
import type { Call, ExchangeOrder, Group, Lead, Receipt, RegisterEntry } from '../../ledger/statement.ts';
import { type Column, instantColumn, integerColumn, jsonColumn, textColumn } from './cells.ts';

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

/** JSON has no integers beyond 2^53: a bigint stands as an object with this one key. */
const BIGINT_KEY = '$bigint';

/** Any plain value as JSON. Properties that are undefined are left out, and so undefined when read. */
export function toJson(value: unknown): string {
	return JSON.stringify(value, (_key, part: unknown) =>
		typeof part === 'bigint' ? { [BIGINT_KEY]: part.toString() } : part,
	);
}

export function fromJson<T>(text: string): T {
	return JSON.parse(text, (_key, part: unknown) => (isLong(part) ? BigInt(part[BIGINT_KEY]) : part)) as T;
}

function isLong(part: unknown): part is { [BIGINT_KEY]: string } {
	return typeof part === 'object' && part !== null && BIGINT_KEY in part;
}
