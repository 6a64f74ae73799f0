import type { RecordState } from '../ledger/record.ts';
import type { Moment } from '../ledger/time.ts';
import type { EvidenceFile, Hints, Sample, Source } from './contract.ts';
import type { Row } from './row.ts';
import { claimOn, type FoundTable, findTables, type TableLayout } from './table-rows.ts';
import { type NetworkReading, networksOf } from './token-network.ts';
import { type TokenField, tokenRecord } from './token-record.ts';
import { readExportTable } from './token-table.ts';

/** How one explorer exports token transfers: what differs from the others. */
export interface TokenExport<F extends string> extends TableLayout<F | TokenField> {
	readonly id: string;
	/** `evm`: the network that the row's contract is known on, else Ethereum. */
	readonly network: 'tron' | 'evm';
	/** Whether a table with these columns is of this network; default yes. */
	fits?(sample: Sample, found: FoundTable<F | TokenField>): boolean;
	/** @throws RowFault where the times of the row disagree or are none */
	moment(row: Row<F | TokenField>): Moment;
	/** @throws RowFault where the row's word for it is unknown */
	state(row: Row<F | TokenField>): RecordState;
}

/** The source of an explorer's export. Its rows are in UTC whatever the case's zone, and belong to neither side. */
export function tokenExportSource<F extends string>(layout: TokenExport<F>): Source {
	return {
		id: layout.id,
		version: 2,
		identify(sample) {
			const [found] = findTables(sample, layout);
			return found && (layout.fits?.(sample, found) ?? true) ? claimOn(found, 95) : undefined;
		},
		read: (file, hints) => readExport(file, hints, layout),
	};
}

function readExport<F extends string>(file: EvidenceFile, { assets }: Hints, layout: TokenExport<F>) {
	const { id: source } = layout;
	const readingOf = layout.network === 'tron' ? () => TRON : networksOf(assets);
	return readExportTable(file, layout, () => ({
		moment: layout.moment,
		fate(row, moment, sequence) {
			const state = layout.state(row);
			const reading = readingOf(row.text('token'));
			return { records: [tokenRecord(row, { source, ...reading, moment, state, sequence, assets })] };
		},
	}));
}

const TRON: NetworkReading = { network: 'tron', known: true };
