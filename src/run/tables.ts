import { receiptRows } from '../findings/chains.ts';
import { flowRows } from '../findings/flow.ts';
import { hierarchyRows } from '../findings/hierarchy.ts';
import type { Derived } from '../findings/input.ts';
import { leadBackingRows, leadDayRows } from '../findings/lead-pay.ts';
import type { Findings } from '../findings/schema.ts';
import type { LedgerRecord } from '../ledger/record.ts';

/** A table beside the findings, one JSON object a line, in a fixed order: figure -> transfer -> record. */
export interface Table {
	readonly file: string;
	/** What a line is, for `findings.tables`. */
	readonly what: string;
	/** The rows, made anew at each call; amounts as bigint. */
	rows(): Iterable<object>;
}

/**
 * The lines of decisions.csv as the run read them, for the next change report. Not told in the findings: a decision that was withdrawn
 * leaves them as they were.
 */
export const DECISIONS_TABLE = 'decisions.jsonl';

/** The tables that lead from every figure to its transfers and from every transfer to its rows. */
export function tablesOf(derived: Omit<Derived, 'tables'>, records: readonly LedgerRecord[]): Table[] {
	return [
		{ file: 'figures.jsonl', what: 'figure -> transfer', rows: () => derived.figureRows() },
		{ file: 'links.jsonl', what: 'link -> transfer', rows: () => flowRows({ ...derived, tables: [] }) },
		{ file: 'transfers.jsonl', what: 'transfer -> records', rows: () => derived.merged.transfers },
		{ file: 'records.jsonl', what: 'record -> file, sheet, row', rows: () => placesOf(records) },
		{ file: 'hierarchy.jsonl', what: 'proposal -> transfer', rows: () => hierarchyRows(derived.hierarchy) },
		{ file: 'judged.jsonl', what: 'transfer -> kind and reason', rows: () => derived.judged },
		{ file: 'bounds.jsonl', what: 'transfer between the bounds of a figure -> why', rows: () => derived.bounds.rows() },
		{ file: 'lead-days.jsonl', what: 'person and day -> leads, calls and pay', rows: () => leadDayRows(derived) },
		{ file: 'lead-backing.jsonl', what: 'commission -> report or join', rows: () => leadBackingRows(derived) },
		{ file: 'chain-receipts.jsonl', what: 'receipt of a chain', rows: () => receiptRows(derived.chains.receipts) },
		{ file: 'shares.jsonl', what: 'transfer -> share by policy and origin', rows: () => sharesOf(derived) },
	];
}

/** How many rows each table has, for the findings. */
export function tableRows(tables: readonly Table[]): Findings['tables'] {
	return tables.map((table) => {
		const listed = table.rows();
		let rows = Array.isArray(listed) ? listed.length : 0;
		if (rows === 0) for (const _ of listed) rows++;
		return { file: table.file, rows, what: table.what };
	});
}

/** One row as a line. Amounts stand as text: a JSON number would pass through a float in most readers. */
export function lineOf(row: object): string {
	return `${JSON.stringify(plain(row))}\n`;
}

/** The row with amounts as text. A replacer of `JSON.stringify` is called for every field, which takes half as long again. */
function plain(value: unknown): unknown {
	if (typeof value === 'bigint') return value.toString();
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map(plain);
	const copy: Record<string, unknown> = {};
	for (const key in value) copy[key] = plain(value[key as keyof typeof value]);
	return copy;
}

function* placesOf(records: readonly LedgerRecord[]): Generator<object> {
	for (const record of records)
		yield { id: record.id, source: record.source, order: record.keys.order ?? '', ...record.evidence };
}

function* sharesOf(derived: Omit<Derived, 'tables'>): Generator<object> {
	for (const traced of derived.traced) {
		for (const { id } of derived.merged.transfers) {
			for (const { origin, amount } of traced.shares(id)) yield { policy: traced.policy, transfer: id, origin, amount };
		}
	}
}
