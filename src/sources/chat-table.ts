/** Chats exported as a table: found by its header, then read as often as its rows have to be seen. */
import type { Fate } from './batches.ts';
import type { Batch, EvidenceFile, Sample } from './contract.ts';
import { overflows, readHeaded } from './headed.ts';
import { Row, type RowTable, tableBelow } from './row.ts';
import { sampleOf } from './sample.ts';
import { type FoundTable, fateOfRow, findTables, optionsFor, skipSheets, type TableLayout } from './table-rows.ts';
import type { TableOptions } from './tables.ts';

export interface ChatLayout<F extends string> extends TableLayout<F> {
	/** Rows hold cells that the header does not name. Elsewhere such a row has had a comma that was not quoted. */
	readonly isHeaderShort?: true;
	/** Whether a table with these columns is the chat; default yes. */
	fits?(found: FoundTable<F>): boolean;
}

export interface ChatTable<F extends string> {
	/** One pass over the rows of the table. */
	pass(judge: (row: Row<F>) => Fate): AsyncIterable<Batch>;
	/** The other sheets, passed over. */
	beside(): AsyncIterable<Batch>;
}

export function findChat<F extends string>(sample: Sample, layout: ChatLayout<F>): FoundTable<F> | undefined {
	return findTables(sample, layout).find((found) => layout.fits?.(found) ?? true);
}

/** The chat in the file; where there is none, its first sheet, whose rows are rejects. */
export async function chatTable<F extends string>(file: EvidenceFile, layout: ChatLayout<F>): Promise<ChatTable<F>> {
	const sample = await sampleOf(file);
	const sheet = findChat(sample, layout)?.sheet ?? sample.sheets[0]?.name ?? '';
	const options = optionsFor(sample, sheet);
	return {
		pass: (judge) => readChatRows(file, options, layout, judge),
		beside: () => skipSheets(file, sample, new Set([sheet])),
	};
}

function readChatRows<F extends string>(
	file: EvidenceFile,
	options: TableOptions,
	layout: ChatLayout<F>,
	judge: (row: Row<F>) => Fate,
): AsyncIterable<Batch> {
	let table: RowTable<F> | undefined;
	return readHeaded(file, options, layout.columns, layout.required, (row, header) => {
		if (!layout.isHeaderShort && overflows(row, header)) return { reject: 'columns', column: '', value: '' };
		table ??= tableBelow(file, options.sheet ?? '', header);
		return fateOfRow(new Row(table, row), judge);
	});
}
