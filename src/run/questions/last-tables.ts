import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Judged } from '../../payroll/types.ts';

/** What `judged.jsonl` says of a transfer, as far as an answer needs it. */
export type JudgedRow = Pick<Judged, 'transfer' | 'kind' | 'certainty' | 'reason' | 'readings'>;

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

/** The kind of a transfer and why, from `judged.jsonl`; undefined where it touches no member. */
export async function readJudged(root: string, transfer: string): Promise<JudgedRow | undefined> {
	for await (const row of rowsWith<JudgedRow>(root, 'judged.jsonl', transfer))
		if (row.transfer === transfer) return row;
	return undefined;
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
