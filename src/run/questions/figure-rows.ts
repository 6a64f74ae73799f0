import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Transfers under a figure, from `figures.jsonl` of the newest report folder, read as a stream. */
export async function readFigureRows(root: string, figure: string): Promise<string[]> {
	const path = join(root, 'reports', 'latest', 'figures.jsonl');
	if (!existsSync(path)) return [];
	const transfers: string[] = [];
	const wanted = JSON.stringify(figure);
	for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
		if (!line.includes(wanted)) continue;
		const row = JSON.parse(line) as { figure: string; transfer: string };
		if (row.figure === figure) transfers.push(row.transfer);
	}
	return transfers;
}
