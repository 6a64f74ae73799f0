import { cleanCell, mayBeUnclean } from './cells.ts';
import type { EvidenceFile } from './contract.ts';
import { ROWS_PER_STRETCH, type TableRow } from './rows.ts';
import { lineBlocks } from './text.ts';

/** Lines cut at every TAB, with no quoting: what judicial TXT returns are. */
export async function* rowsOfTsv(file: EvidenceFile): AsyncIterable<readonly TableRow[]> {
	let rows: TableRow[] = [];
	for await (const block of lineBlocks(file)) {
		for (let i = 0; i < block.lines.length; i++) {
			const open = block.open && i === block.lines.length - 1;
			rows.push(new LineRow(block.firstRow + i, block.lines[i] as string, block.faults.get(i), open));
			if (rows.length < ROWS_PER_STRETCH) continue;
			yield rows;
			rows = [];
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
