import { cleanCell, mayBeUnclean } from './cells.ts';
import type { EvidenceFile } from './contract.ts';
import { ROWS_PER_STRETCH, STRETCH_WEIGHT_MAX, type TableRow, weightOf } from './rows.ts';
import { lineBlocks } from './text.ts';

/** Lines cut at every TAB, with no quoting: what judicial TXT returns are. */
export async function* rowsOfTsv(file: EvidenceFile): AsyncIterable<readonly TableRow[]> {
	let rows: TableRow[] = [];
	let weight = 0;
	for await (const block of lineBlocks(file)) {
		for (let i = 0; i < block.lines.length; i++) {
			const open = block.open && i === block.lines.length - 1;
			const line = block.lines[i] as string;
			rows.push(new LineRow(block.firstRow + i, line, block.faults.get(i), open));
			// Cut later: a character may be a cell.
			weight += weightOf('', line.length) / 4;
			if (rows.length < ROWS_PER_STRETCH && weight < STRETCH_WEIGHT_MAX) continue;
			yield rows;
			rows = [];
			weight = 0;
		}
	}
	if (rows.length > 0) yield rows;
}

/** A line that is cut into cells when they are asked for: rows that wait their turn stay one string each. */
class LineRow implements TableRow {
	readonly row: number;
	readonly raw: string;
	declare readonly fault?: 'encoding' | 'truncated';
	declare readonly open?: true;
	#cells: readonly string[] | undefined;

	constructor(row: number, raw: string, fault: 'encoding' | 'truncated' | undefined, open: boolean) {
		this.row = row;
		this.raw = raw;
		if (fault) this.fault = fault;
		if (open) this.open = true;
	}

	get cells(): readonly string[] {
		if (this.#cells) return this.#cells;
		const cut = this.raw.split('\t');
		this.#cells = mayBeUnclean(this.raw) ? cut.map(cleanCell) : cut;
		return this.#cells;
	}
}
