import type { RecordState } from '../ledger/record.ts';
import type { Moment } from '../ledger/time.ts';
import type { Fate } from './batches.ts';
import type { EvidenceFile, Hints, Source } from './contract.ts';
import { type Row, tableBelow } from './row.ts';
import { rowNumbers } from './row-numbers.ts';
import { sampleOf } from './sample.ts';
import { claimOn, findTables, optionsFor, readRows, skipSheets, type TableLayout } from './table-rows.ts';
import { type TokenField, tokenRecord } from './token-record.ts';

/** How one explorer exports token transfers: what differs from the others. */
export interface TokenExport<F extends string> extends TableLayout<F | TokenField> {
	readonly id: string;
	readonly network: string;
	/** @throws RowFault where the times of the row disagree or are none */
	moment(row: Row<F | TokenField>): Moment;
	/** @throws RowFault where the row's word for it is unknown */
	state(row: Row<F | TokenField>): RecordState;
}

/** The source of an explorer's export. Its rows are in UTC whatever the case's zone, and belong to neither side. */
export function tokenExportSource<F extends string>(layout: TokenExport<F>): Source {
	return {
		id: layout.id,
		version: 1,
		identify(sample) {
			const [found] = findTables(sample, layout);
			return found && claimOn(found, 95);
		},
		read: (file, hints) => readExport(file, hints, layout),
	};
}

async function* readExport<F extends string>(file: EvidenceFile, hints: Hints, layout: TokenExport<F>) {
	const sample = await sampleOf(file);
	const [found] = findTables(sample, layout);
	const sheet = found?.sheet ?? sample.sheets[0]?.name ?? '';
	const options = optionsFor(sample, sheet);
	const table = found && tableBelow(file, sheet, found.header);
	const headerRow = (found?.header.index ?? 0) + 1;
	const order = table && (await rowNumbers(table, options, headerRow, (row) => layout.moment(row).instant));
	const { id: source, network } = layout;
	yield* readRows(file, options, layout, (row): Fate => {
		const moment = layout.moment(row);
		const sequence = order ? order(row) : row.number - 1;
		const state = layout.state(row);
		return { records: [tokenRecord(row, { source, network, moment, state, sequence, assets: hints.assets })] };
	});
	yield* skipSheets(file, sample, new Set([sheet]));
}
