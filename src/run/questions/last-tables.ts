import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { LeadBackingRow, LeadDayRow } from '../../findings/lead-pay.ts';
import type { LeadStatement } from '../../payroll/leads/types.ts';
import type { Judged } from '../../payroll/types.ts';

/** What `judged.jsonl` says of a transfer, as far as an answer needs it. */
export type JudgedRow = Told<Pick<Judged, 'transfer' | 'kind' | 'certainty' | 'reason' | 'readings' | 'history'>>;

/** A line of `lead-days.jsonl`. */
export type LeadDayTold = Told<LeadDayRow>;

/** As a table tells it: amounts are text. */
type Told<T> = T extends bigint ? string : T extends object ? { readonly [K in keyof T]: Told<T[K]> } : T;

/** Transfers under a figure, from `figures.jsonl`. */
export async function readFigureRows(root: string, figure: string): Promise<string[]> {
	const transfers: string[] = [];
	for await (const row of rowsWith<{ figure: string; transfer: string }>(root, 'figures.jsonl', figure))
		if (row.figure === figure) transfers.push(row.transfer);
	return transfers;
}

/** Transfers under a link of the chart, from `links.jsonl`. */
export async function readLinkRows(root: string, link: string): Promise<string[]> {
	const transfers: string[] = [];
	for await (const row of rowsWith<{ link: string; transfer: string }>(root, 'links.jsonl', link))
		if (row.link === link) transfers.push(row.transfer);
	return transfers;
}

/** Transfers under a proposed role or superior, from `hierarchy.jsonl`. */
export async function readProposalRows(root: string, proposal: string): Promise<string[]> {
	const transfers: string[] = [];
	for await (const row of rowsWith<{ proposal: string; transfer: string }>(root, 'hierarchy.jsonl', proposal))
		if (row.proposal === proposal) transfers.push(row.transfer);
	return transfers;
}

/** The kind of a transfer and why, from `judged.jsonl`; undefined where it touches no member. */
export async function readJudged(root: string, transfer: string): Promise<JudgedRow | undefined> {
	for await (const row of rowsWith<JudgedRow>(root, 'judged.jsonl', transfer))
		if (row.transfer === transfer) return row;
	return undefined;
}

/** What stands behind a commission, from `lead-backing.jsonl`, a statement a line; undefined where it is no commission. */
export async function readBacking(root: string, transfer: string): Promise<LeadStatement[] | undefined> {
	const statements: LeadStatement[] = [];
	let known = false;
	for await (const row of rowsWith<LeadBackingRow>(root, 'lead-backing.jsonl', transfer)) {
		if (row.transfer !== transfer) continue;
		known = true;
		if (row.statement) statements.push(row.statement);
	}
	return known ? statements : undefined;
}

/** A person's days, from `lead-days.jsonl`. */
export async function readLeadDays(root: string, person: string): Promise<LeadDayTold[]> {
	const days: LeadDayTold[] = [];
	for await (const row of rowsWith<LeadDayTold>(root, 'lead-days.jsonl', person))
		if (row.party === person) days.push(row);
	return days;
}

/** Rows of a table of the newest report folder in which a value stands, read as a stream. */
async function* rowsWith<Row>(root: string, table: string, value: string): AsyncGenerator<Row> {
	const path = join(root, 'reports', 'latest', table);
	if (!existsSync(path)) return;
	const wanted = JSON.stringify(value);
	const stream = createReadStream(path);
	try {
		for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }))
			if (line.includes(wanted)) yield JSON.parse(line) as Row;
	} finally {
		stream.destroy();
	}
}
